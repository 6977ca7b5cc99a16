import type { PrinterStatus } from '#drivers/printers/printer.ts'
import { memoryTransport } from '#drivers/transport/memory.ts'
import type { Transport } from '#drivers/transport/transport.ts'
import type { LaidPaper, PaperOutcome } from '#electron/checkout/ports.ts'
import type { PaperFault, PaperSheet, PrinterConfig } from '#shared/contract/devices.ts'
import { printerTransportTo } from './device-line.ts'

/** A printer of any language: takes papers, whatever its driver makes of them. */
export interface PrinterDriver {
  print(paper: LaidPaper): Promise<PaperOutcome>
  kickDrawer(): Promise<PaperOutcome>
  status(): Promise<PrinterStatus>
  close(): Promise<void>
}

export interface MadePrinter {
  readonly driver: PrinterDriver
  /** @returns whether this printer has such a fault. `null` for a real printer. */
  readonly setFault: ((fault: PaperFault) => boolean) | null
}

export interface Making {
  readonly onSheet: (sheet: PaperSheet) => void
  /** Something the simulated printer did not understand. */
  readonly onReport: (what: string) => void
}

/** @throws Error where this machine lacks the part that reaches it */
export async function makePrinter(config: PrinterConfig, making: Making): Promise<MadePrinter> {
  const { place } = config
  if (place.via === 'hand') throw new Error('no printer prints by hand')
  if (place.via !== 'simulated') {
    return { driver: await driverFor(config, await printerTransportTo(place)), setFault: null }
  }
  const { simulatedPrinter } = await import('./simulated-printer.ts')
  const { accept, setFault } = simulatedPrinter(config, making)
  return { driver: await driverFor(config, memoryTransport('simulated printer', accept)), setFault }
}

async function driverFor(config: PrinterConfig, transport: Transport): Promise<PrinterDriver> {
  if (config.protocol === 'zpl') {
    const { labelDriver } = await import('./label-driver.ts')
    return labelDriver(config, transport)
  }
  const { receiptDriver } = await import('./receipt-driver.ts')
  return receiptDriver(config, transport)
}
