import { issueSaleTicket } from '../cart/issue-ticket.ts'
import type { Ticket } from '../cart/ticket.ts'
import { isShelfSku } from '../catalogue/off-shelf.ts'
import type { AttemptId, SaleId } from '../kernel/ids.ts'
import type { Dirham } from '../money/amount.ts'
import { taxInForce } from '../tax/tax-in-force.ts'
import type { Decision } from './decision.ts'
import { recordAndForward } from './decision.ts'
import type { Forward } from './effect.ts'
import type { Fact } from './fact.ts'
import { getShift } from './requirements.ts'
import { due, saleById } from './state/ask.ts'
import type { CheckoutContext, Sale } from './state/context.ts'
import { foldAll } from './state/fold.ts'
import type { Circumstances } from './step.ts'

/**
 * Facts that bring money into the sale on the counter, and with them, where nothing is due any more, its ticket: one
 * decision, so that a sale is never paid without being finished.
 *
 * @param forwards rows that follow from the money itself
 */
export function takeMoney(
  context: CheckoutContext,
  saleId: SaleId,
  facts: readonly Fact[],
  circumstances: Circumstances,
  forwards: readonly Forward[] = [],
): Decision {
  const after = foldAll(context, facts)
  const sale = saleById(after, saleId)
  if (sale === null || sale.parkedAs !== null || sale.lines.length === 0 || due(sale) !== 0) {
    return recordAndForward(facts, forwards)
  }
  const ticket = ticketOf(after, sale, circumstances)
  return recordAndForward(
    [...facts, { kind: 'saleCompleted', saleId, ticket }],
    [...forwards, ...stockForwards(ticket)],
  )
}

// The ticket belongs to the shift that takes the money, whoever rang it up before it was parked.
function ticketOf(context: CheckoutContext, sale: Sale, { nextTicket, settings }: Circumstances): Ticket {
  const { shiftId, businessDay, cashier } = getShift(context)
  return issueSaleTicket(
    {
      number: nextTicket,
      saleId: sale.saleId,
      shiftId,
      businessDay,
      cashier,
      language: sale.language ?? settings.receiptLanguage,
    },
    sale,
    taxInForce(settings.tax, businessDay),
  )
}

/** One row for the marketplace per distinct sku of a ticket that stands on the shelf; keyed by the sale, which is one per ticket. */
export function stockForwards(ticket: Ticket): readonly Forward[] {
  const deltas = new Map<string, number>()
  for (const { sku, quantity } of ticket.lines) {
    if (!isShelfSku(sku)) continue
    deltas.set(sku, (deltas.get(sku) ?? 0) + (ticket.kind === 'sale' ? -quantity : quantity))
  }
  return [...deltas].map(([sku, delta]) => ({
    destination: 'marketplace',
    key: `stock:${ticket.saleId}:${sku}`,
    body: { type: 'stockChanged', ticket: ticket.number, sku, delta },
  }))
}

/**
 * One row for the acquirer per approved card payment, at the approval. A sale that has taken money can be neither
 * parked nor given up and nothing else is numbered meanwhile, so the next ticket's number is already this sale's.
 */
export function cardForward(
  type: 'cardPayment' | 'cardRefund',
  attemptId: AttemptId,
  amount: Dirham,
  { nextTicket }: Circumstances,
): Forward {
  return {
    destination: 'acquirer',
    key: `card:${attemptId}`,
    body: { type, ticket: nextTicket, attemptId, amount },
  }
}
