import type { TicketHead } from '../cart/issue-ticket.ts'
import { issueRefundTicket, returnedLines } from '../cart/issue-ticket.ts'
import type { Tender } from '../cart/ticket.ts'
import type { SaleId } from '../kernel/ids.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { refuse } from '../kernel/refusal.ts'
import type { Dirham } from '../money/amount.ts'
import { subtract, sum } from '../money/amount.ts'
import type { Fact, FactOf, GivesBack } from './fact.ts'
import { getShift } from './requirements.ts'
import type { CheckoutContext } from './state/context.ts'
import type { Circumstances, PastSale, TicketPapers } from './step.ts'

/** Why these lines cannot go back (any more); `null`: they can. */
export function notReturnable(past: PastSale, { lines }: GivesBack): Refusal | null {
  for (const { position, quantity } of lines) {
    const line = past.ticket.lines[position - 1]
    if (line === undefined) return refuse('unknownLine', { line: position })
    if (!Number.isSafeInteger(quantity) || quantity < 1) return refuse('badQuantity')
    const left = line.quantity - (past.refunded.get(position) ?? 0)
    if (quantity > left) return refuse('overRefund', { left })
  }
  return null
}

/**
 * The papers that fall with lines given back: the export form of their ticket, which stated all of it, and the certificates
 * of the pieces.
 * @param papers of the ticket the lines are of
 */
export function papersVoided(papers: TicketPapers | null, { lines }: GivesBack): readonly Fact[] {
  if (papers === null) return []
  const because = 'returned'
  const { exportForm, certificates, ticket } = papers
  const form =
    exportForm === null
      ? []
      : [{ kind: 'exportFormVoided', number: exportForm, ticketNumber: ticket.number, because } as const]
  const fallen = certificates
    .filter(({ line }) => lines.some(({ position }) => position === line))
    .map(
      ({ number }) => ({ kind: 'certificateVoided', number, ticketNumber: ticket.number, because }) as const,
    )
  return [...form, ...fallen]
}

/** What the lines come to at the price that was agreed. @throws RangeError on a line the ticket does not have */
export const worthOf = (past: PastSale, { lines }: GivesBack): Dirham =>
  sum(returnedLines(past, lines).map((line) => line.gross))

/**
 * The refund is final: numbered like a sale, in the shift that gives the money back.
 *
 * @param past of these lines, which are returnable
 * @param tender how the money goes; what it differs from the lines by is rounding
 */
export function refundCompleted(
  context: CheckoutContext,
  saleId: SaleId,
  past: PastSale,
  givesBack: GivesBack,
  tender: Tender,
  { nextTicket }: Circumstances,
): FactOf<'refundCompleted'> {
  const { shiftId, businessDay, cashier } = getShift(context)
  const { language } = past.ticket
  const head: TicketHead = { number: nextTicket, saleId, shiftId, businessDay, cashier, language }
  const rounding = subtract(tender.amount, worthOf(past, givesBack))
  const ticket = issueRefundTicket(head, past, givesBack.lines, tender, rounding)
  return { kind: 'refundCompleted', saleId, ticket }
}
