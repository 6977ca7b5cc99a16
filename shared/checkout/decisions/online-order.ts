import type { CartLine } from '../../cart/line.ts'
import { onlineLines } from '../../cart/online-lines.ts'
import { largestQuantity } from '../../cart/scan.ts'
import { cartTotal } from '../../cart/totals.ts'
import type { TicketNumber } from '../../kernel/ids.ts'
import { receiptLanguageOf } from '../../kernel/language.ts'
import type { OrderMove } from '../../marketplace/online.ts'
import { moveKey, type OnlineOrderId } from '../../marketplace/order.ts'
import { largestMinor } from '../../money/amount.ts'
import { takeMoney } from '../completion.ts'
import type { Decision, Decisions } from '../decision.ts'
import { no, recordAndForward } from '../decision.ts'
import type { Forward } from '../effect.ts'
import type { Fact } from '../fact.ts'
import { getShift, noSaleIsOpen, requiring, shiftIsOpen } from '../requirements.ts'
import { pieceInCart } from '../state/ask.ts'
import type { CheckoutContext } from '../state/context.ts'
import type { OrderToSell } from '../step.ts'

export const onlineOrderDecisions: Decisions = {
  /*
   * At once and whole: the marketplace has the buyer's money already, so there is no moment at which this sale could be
   * changed, parked or given up. The platform hears first that the goods left, and only then how many are left: some set
   * their own count at the first, which the second puts right.
   */
  sellOnlineOrder: requiring([shiftIsOpen, noSaleIsOpen], (context, { order: id, move }, circumstances) => {
    const { onlineOrder: found, fresh, nextTicket } = circumstances
    if (found === null) return no('unknownOrder')
    const { order } = found
    if (found.stage !== 'open') return no('orderEnded', { order: order.number })
    if (!found.paid) return no('orderUnpaid', { order: order.number })
    if (found.hasTask) return no('orderHasTask', { order: order.number })
    const lines = onlineLines(order, found.items, found.lineIds)
    const refusal = notSellable(context, found, lines)
    if (refusal !== null) return refusal

    const { saleId, tenderId } = fresh
    const { shiftId, cashier } = getShift(context)
    const language = receiptLanguageOf(order.language)
    const { total: amount, number: reference } = order
    const facts: readonly Fact[] = [
      { kind: 'saleOpened', saleId, shiftId, cashier },
      ...(language === null ? [] : [{ kind: 'languageChosen', saleId, language } as const]),
      ...lines.map((line) => ({ kind: 'lineAdded', saleId, line }) as const),
      ...(amount === 0
        ? []
        : [{ kind: 'otherTaken', saleId, tenderId, tender: 'online', amount, reference } as const]),
    ]
    const sold = takeMoney(context, saleId, facts, circumstances, [moveForward(id, move, nextTicket)])
    if (!sold.ok) return sold
    return recordAndForward(
      [...sold.value.facts, { kind: 'onlineOrderSold', order: id, saleId, ticket: nextTicket, move }],
      sold.value.forwards,
    )
  }),
}

/** Why an order that waits cannot be sold as it is; `null`: it can. */
function notSellable(
  context: CheckoutContext,
  { order, sold }: OrderToSell,
  lines: readonly CartLine[],
): Decision | null {
  if (lines.some(({ quantity }) => quantity < 1 || quantity > largestQuantity)) return no('badQuantity')
  const pieces = lines.filter(({ unique }) => unique)
  const gone = pieces.find(
    ({ sku, quantity }, index) =>
      quantity > 1 ||
      sold.has(sku) ||
      pieceInCart(context, sku) ||
      pieces.findIndex((each) => each.sku === sku) !== index,
  )
  if (gone !== undefined) return no('alreadySold', { sku: gone.sku })
  // A ticket that does not come to what the buyer paid is never numbered.
  const total = cartTotal(lines)
  return lines.length === 0 || total !== order.total || total > largestMinor ? no('badAmount') : null
}

const moveForward = (order: OnlineOrderId, move: OrderMove, ticket: TicketNumber): Forward => ({
  destination: 'marketplace',
  key: moveKey(order, ticket),
  body: { type: 'moveOrder', order, move },
})
