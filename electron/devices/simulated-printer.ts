import { labelProfileFor } from '#drivers/printers/labels/label-profiles.data.ts'
import { profileFor } from '#drivers/printers/profiles.data.ts'
import { labelPrinterSimulator } from '#drivers/simulators/label-printer/label-printer-simulator.ts'
import { printerSimulator } from '#drivers/simulators/printer/printer-simulator.ts'
import { starPrinterSimulator } from '#drivers/simulators/star-printer/star-printer-simulator.ts'
import type { Link } from '#drivers/transport/transport.ts'
import type { PaperFault, PrinterConfig } from '#shared/contract/devices.ts'
import type { Making } from './printer-driver.ts'

export interface SimulatedPrinter {
  /** The far end of a wire. */
  accept(link: Link): void
  /** @returns whether this printer has such a fault */
  setFault(fault: PaperFault): boolean
}

/** The printer that is none, for practice: it speaks the language of its protocol, and its paper is shown. */
export const simulatedPrinter = (config: PrinterConfig, making: Making): SimulatedPrinter =>
  config.protocol === 'zpl' ? ofLabels(config, making) : ofReceipts(config, making)

function ofReceipts({ protocol, profile }: PrinterConfig, { onSheet, onReport }: Making): SimulatedPrinter {
  const make = protocol === 'starprnt' ? starPrinterSimulator : printerSimulator
  const simulator = make({ widthDots: profileFor(profile).widthDots, onReport })
  simulator.onSheet(onSheet)
  return {
    accept: (link) => simulator.accept(link),
    setFault(fault) {
      simulator.setFault(fault)
      return true
    },
  }
}

/** What the faults are on a printer of labels; it has no knife. */
const labelFaults = { none: 'none', paperOut: 'paperOut', coverOpen: 'headOpen', offline: 'paused' } as const

function ofLabels({ profile }: PrinterConfig, { onSheet, onReport }: Making): SimulatedPrinter {
  const simulator = labelPrinterSimulator({ headDots: labelProfileFor(profile).widthDots, onReport })
  simulator.onLabel(onSheet)
  return {
    accept: (link) => simulator.accept(link),
    setFault(fault) {
      if (fault === 'cutter') return false
      simulator.setFault(labelFaults[fault])
      return true
    },
  }
}
