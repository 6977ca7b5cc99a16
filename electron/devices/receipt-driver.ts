import { escposPrinter } from '#drivers/printers/escpos/escpos-printer.ts'
import { profileFor } from '#drivers/printers/profiles.data.ts'
import { selfTestPage } from '#drivers/printers/self-test-page.ts'
import { starPrinter } from '#drivers/printers/starprnt/star-printer.ts'
import type { Transport } from '#drivers/transport/transport.ts'
import type { LaidPaper } from '#electron/checkout/ports.ts'
import type { PrinterConfig } from '#shared/contract/devices.ts'
import type { PaperDocument } from '#shared/receipt/document.ts'
import { labelRoll, mostOnRoll } from '#shared/receipt/label-roll.ts'
import type { PrinterDriver } from './printer-driver.ts'

/** A receipt printer, in the language of its protocol; labels come out of it as one strip. */
export function receiptDriver(config: PrinterConfig, transport: Transport): PrinterDriver {
  const { name, protocol } = config
  const profile = profileFor(config.profile)
  const make = protocol === 'starprnt' ? starPrinter : escposPrinter
  const printer = make({ name, transport, profile })

  /** `null`: more labels than come out in one go. */
  function documentOf(paper: LaidPaper): PaperDocument | null {
    switch (paper.kind) {
      case 'document':
        return paper.document
      case 'testPage':
        return selfTestPage(name, profile)
      case 'labels': {
        const all = paper.labels.reduce((sum, { count }) => sum + count, 0)
        return all > mostOnRoll ? null : labelRoll(paper.labels, paper.language)
      }
    }
  }

  return {
    async print(paper) {
      const document = documentOf(paper)
      return document === null ? { outcome: 'notStarted', reason: 'notLaidOut' } : printer.print(document)
    },
    kickDrawer: () => printer.kickDrawer(),
    status: () => printer.status(),
    close: () => printer.close(),
  }
}
