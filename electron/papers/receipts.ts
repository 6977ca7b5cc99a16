import { giftReceiptDocument } from '#shared/receipt/gift-receipt.ts'
import { receiptDocument } from '#shared/receipt/receipt.ts'
import { receiptCode, signedText } from '#shared/receipt/signed-code.ts'
import { type Lay, laid, settingsOf, signingKey } from './paper-world.ts'

/** In the visitor's language; its QR is signed where the shop's key can be used. */
export const layReceipt: Lay<'receipt'> = async (paper, source, world) => {
  const { ledger, copy, training } = source
  const row = ledger.findTicket(paper.ticket)
  if (row === null) return null
  const till = ledger.tillId
  const key = signingKey(source, world)
  const signedCode = key === null ? null : signedText(receiptCode(row.ticket, row.hash, till), key)
  return laid(
    receiptDocument({
      ...row,
      copy,
      training,
      till,
      settings: settingsOf(source),
      ...(signedCode !== null && { signedCode }),
    }),
  )
}

/** Of a sale, never of a refund: nobody gives a refund. */
export const layGiftReceipt: Lay<'giftReceipt'> = async ({ ticket, lines }, source) => {
  const row = source.ledger.findTicket(ticket)
  if (row?.ticket.kind !== 'sale') return null
  const { copy, training } = source
  return laid(giftReceiptDocument({ ...row, lines, copy, training, settings: settingsOf(source) }))
}
