import type { ReadLedger } from '#electron/ledger/handles.ts'
import type { Ticket } from '#shared/cart/ticket.ts'
import type { PastSale } from '#shared/checkout/step.ts'
import type { TicketNumber } from '#shared/kernel/ids.ts'

/** A sale ticket and what became of it since; `null`: there is no such sale ticket. */
export function pastSale(
  ledger: Pick<ReadLedger, 'findTicket' | 'refundedUnits' | 'attempt'>,
  number: TicketNumber,
): PastSale | null {
  const ticket = ledger.findTicket(number)?.ticket
  if (ticket === undefined || ticket.kind !== 'sale') return null
  return { ticket, refunded: ledger.refundedUnits(number), chargedOn: chargedOn(ledger, ticket) }
}

function chargedOn(ledger: Pick<ReadLedger, 'attempt'>, { tenders }: Ticket): string | null {
  const [tender, ...others] = tenders
  if (tender?.kind !== 'card' || others.length > 0) return null
  const attempt = ledger.attempt(tender.attemptId)
  // Contradicted since, it is nothing to undo by itself: a person has to look.
  return attempt?.state === 'approved' ? attempt.terminal : null
}
