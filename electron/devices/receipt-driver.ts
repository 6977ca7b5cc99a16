import { escposPrinter } from '#drivers/printers/escpos/escpos-printer.ts'
import type { PrinterProfile } from '#drivers/printers/printer.ts'
import { profileFor } from '#drivers/printers/profiles.data.ts'
import { selfTestPage } from '#drivers/printers/self-test-page.ts'
import { starPrinter } from '#drivers/printers/starprnt/star-printer.ts'
import type { Transport } from '#drivers/transport/transport.ts'
import type { LaidPaper, PaperOutcome } from '#electron/checkout/ports.ts'
import type { PrinterConfig } from '#shared/contract/devices.ts'
import { labelRoll, mostOnRoll } from '#shared/receipt/label-roll.ts'
import type { PrinterDriver } from './printer-driver.ts'

/** A receipt printer, in the language of its protocol; labels come out of it as one strip. */
export function receiptDriver(config: PrinterConfig, transport: Transport): PrinterDriver {
  const { name, protocol } = config
  const profile = profileOf(config)
  const make = protocol === 'starprnt' ? starPrinter : escposPrinter
  const printer = make({ name, transport, profile })

  async function print(paper: LaidPaper): Promise<PaperOutcome> {
    switch (paper.kind) {
      case 'document':
        return printer.print(paper.document)
      case 'testPage':
        return printer.print(selfTestPage(name, profile))
      case 'codePages':
        return printer.printCodePages()
      case 'labels': {
        const all = paper.labels.reduce((sum, { count }) => sum + count, 0)
        // More than come out in one go.
        if (all > mostOnRoll) return { outcome: 'notStarted', reason: 'notLaidOut' }
        return printer.print(labelRoll(paper.labels, paper.language))
      }
    }
  }

  return {
    print,
    kickDrawer: () => printer.kickDrawer(),
    status: () => printer.status(),
    close: () => printer.close(),
  }
}

/** The model's profile, with the number of its code page as somebody found it on this very printer. */
function profileOf({ profile: key, codePage: number }: PrinterConfig): PrinterProfile {
  const profile = profileFor(key)
  return number === undefined ? profile : { ...profile, codePage: { ...profile.codePage, number } }
}
