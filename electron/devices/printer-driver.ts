import type { PrinterStatus, PrintOutcome } from '#drivers/printers/printer.ts'
import { profileFor } from '#drivers/printers/profiles.data.ts'
import { memoryTransport } from '#drivers/transport/memory.ts'
import type { Transport } from '#drivers/transport/transport.ts'
import type { LaidPaper } from '#electron/checkout/ports.ts'
import type { PaperFault, PaperSheet, PrinterConfig } from '#shared/contract/devices.ts'
import { transportTo } from './device-line.ts'
import { testPage } from './test-page.ts'

/** A printer of any language: takes papers, whatever its driver makes of them. */
export interface PrinterDriver {
  print(paper: LaidPaper): Promise<PrintOutcome>
  kickDrawer(): Promise<PrintOutcome>
  status(): Promise<PrinterStatus>
  close(): Promise<void>
}

export interface MadePrinter {
  readonly driver: PrinterDriver
  /** `null` for a real printer. */
  readonly setFault: ((fault: PaperFault) => void) | null
}

interface Making {
  readonly onSheet: (sheet: PaperSheet) => void
  /** Something the simulated printer did not understand. */
  readonly onReport: (what: string) => void
}

/** @throws Error where this machine lacks the part that reaches it */
export async function makePrinter(config: PrinterConfig, making: Making): Promise<MadePrinter> {
  const { place } = config
  if (place.via === 'hand') throw new Error('no printer prints by hand')
  if (place.via !== 'simulated') {
    return { driver: await receiptDriver(config, await transportTo(place)), setFault: null }
  }
  const { printerSimulator } = await import('#drivers/simulators/printer/printer-simulator.ts')
  const simulator = printerSimulator({
    widthDots: profileFor(config.profile).widthDots,
    onReport: making.onReport,
  })
  simulator.onSheet(making.onSheet)
  const transport = memoryTransport('simulated printer', (link) => simulator.accept(link))
  return {
    driver: await receiptDriver(config, transport),
    setFault: (fault) => simulator.setFault(fault),
  }
}

async function receiptDriver({ name, profile }: PrinterConfig, transport: Transport): Promise<PrinterDriver> {
  const { escposPrinter } = await import('#drivers/printers/escpos/escpos-printer.ts')
  const printer = escposPrinter({ name, transport, profile: profileFor(profile) })
  return {
    async print(paper) {
      switch (paper.kind) {
        case 'document':
          return printer.print(paper.document)
        case 'testPage':
          return printer.print(testPage(name))
        case 'labels':
          return { outcome: 'notStarted', reason: 'offline' }
      }
    },
    kickDrawer: () => printer.kickDrawer(),
    status: () => printer.status(),
    close: () => printer.close(),
  }
}
