import { EscposLanguage } from './escpos-language.ts'
import type { PrinterSimulator, PrinterSimulatorOptions } from './mechanism/machine.ts'
import { PrinterBody } from './mechanism/printer-body.ts'

export type { PrinterSimulator, PrinterSimulatorOptions } from './mechanism/machine.ts'

/** An ESC/POS receipt printer in software. What it does not do: see README.md beside this file. */
export function printerSimulator(options: PrinterSimulatorOptions = {}): PrinterSimulator {
  const { codePages = {}, keepsModes = false } = options
  return new PrinterBody(
    // 30 dots a line: 1/6 inch of 180 dpi, as makers count at 203 dpi too.
    { ...options, spacingDots: 30 },
    (machine) => new EscposLanguage(machine, { codePages, keepsModes }),
  )
}
