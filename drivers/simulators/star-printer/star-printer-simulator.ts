import type { PrinterSimulator, PrinterSimulatorOptions } from '../printer/mechanism/machine.ts'
import { PrinterBody } from '../printer/mechanism/printer-body.ts'
import { wideSpacing } from './star-head.ts'
import { StarLanguage } from './star-language.ts'

/** A Star receipt printer in StarPRNT mode, in software. What it knows and does not do: see README.md beside this file. */
export function starPrinterSimulator(options: PrinterSimulatorOptions = {}): PrinterSimulator {
  return new PrinterBody({ ...options, spacingDots: wideSpacing }, (machine) => new StarLanguage(machine))
}
