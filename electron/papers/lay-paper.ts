import type { PaperLayout } from '#electron/checkout/ports.ts'
import { unsetSettings } from '#shared/cart/settings.ts'
import { receiptDocument } from '#shared/receipt/receipt.ts'

/** Lays out every paper the till can make, from what the ledger has of it. */
export function layPaper(): PaperLayout {
  return async (paper, { ledger, copy, training }) => {
    switch (paper.kind) {
      case 'receipt': {
        const row = ledger.findTicket(paper.ticket)
        if (row === null) return null
        const settings = ledger.settings() ?? unsetSettings
        const document = receiptDocument({ ...row, copy, settings, training, till: ledger.tillId })
        return { kind: 'document', document }
      }
      case 'testPage':
        return paper
      default:
        return null
    }
  }
}
