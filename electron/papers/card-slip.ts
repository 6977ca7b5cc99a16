import type { ReadLedger } from '#electron/ledger/handles.ts'
import type { SaleId } from '#shared/kernel/ids.ts'
import { cardSlipDocument } from '#shared/receipt/card-slip.ts'
import { type Lay, laid, settingsOf } from './paper-world.ts'

/** In the language of the ticket it became part of; of none yet, in the shop's. */
export const layCardSlip: Lay<'cardSlip'> = async (paper, source) => {
  const { ledger, copy, training } = source
  const attempt = ledger.attempt(paper.attempt)
  const approval = ledger.approvalOf(paper.attempt)
  if (attempt === null || approval === null) return null
  const { purpose, amount, saleId, startedAt } = attempt
  const row = ticketOf(ledger, saleId)
  const settings = settingsOf(source)
  return laid(
    cardSlipDocument({
      approval,
      purpose,
      amount,
      at: startedAt,
      ticket: row?.number ?? null,
      language: row?.language ?? settings.receiptLanguage,
      settings,
      copy,
      training,
    }),
  )
}

/** `null`: the sale is not finished, or was a test, which becomes no ticket. */
function ticketOf(ledger: ReadLedger, saleId: SaleId) {
  for (const fact of ledger.factsOfSale(saleId)) {
    if (fact.kind === 'saleCompleted' || fact.kind === 'refundCompleted') return fact.ticket
  }
  return null
}
