import { labelProfileFor } from '#drivers/printers/labels/label-profiles.data.ts'
import { zplPrinter } from '#drivers/printers/labels/zpl/zpl-printer.ts'
import type { Transport } from '#drivers/transport/transport.ts'
import type { PaperOutcome } from '#electron/checkout/ports.ts'
import type { PrinterConfig } from '#shared/contract/devices.ts'
import type { Label } from '#shared/receipt/label.ts'
import type { PrinterDriver } from './printer-driver.ts'

/** A printer of labels: it takes nothing else, and no drawer hangs on it. */
export function labelDriver({ name, profile }: PrinterConfig, transport: Transport): PrinterDriver {
  const printer = zplPrinter({ name, transport, profile: labelProfileFor(profile) })
  const notForIt: PaperOutcome = { outcome: 'notStarted', reason: 'notLaidOut' }
  return {
    async print(paper) {
      switch (paper.kind) {
        case 'labels':
          return printer.printLabels(paper.labels, paper.size)
        case 'testPage':
          return printer.printLabels([{ label: testLabel(name), count: 1 }], '50x30')
        case 'codePages':
        case 'document':
          return notForIt
      }
    },
    kickDrawer: async () => notForIt,
    status: () => printer.status(),
    close: () => printer.close(),
  }
}

/** Two scripts, a price and bars to scan. */
const testLabel = (printer: string): Label => ({
  names: [
    { text: `Hanout ${printer}`, direction: 'ltr' },
    { text: 'حانوت', direction: 'rtl' },
  ],
  price: '1 234,50',
  currency: { text: 'DH', direction: 'ltr' },
  notes: [{ text: 'éàç · زليج', direction: 'ltr' }],
  code: { symbology: 'ean13', data: '6111234567895' },
})
