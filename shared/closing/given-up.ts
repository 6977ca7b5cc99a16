import type { CartLine } from '../cart/line.ts'
import { cartTotal } from '../cart/totals.ts'
import type { Fact } from '../checkout/fact.ts'
import type { LineId } from '../kernel/ids.ts'
import type { Dirham } from '../money/amount.ts'

/** What lay in a cart when its sale was given up. @param facts of that sale, in order */
export function givenUpWorth(facts: Iterable<Fact>): Dirham {
  const lines = new Map<LineId, CartLine>()
  const change = (id: LineId, to: Partial<CartLine>): void => {
    const line = lines.get(id)
    if (line !== undefined) lines.set(id, { ...line, ...to })
  }
  for (const fact of facts) {
    if (fact.kind === 'saleCancelled') break
    if (fact.kind === 'lineAdded') lines.set(fact.line.lineId, fact.line)
    if (fact.kind === 'quantityChanged') change(fact.lineId, { quantity: fact.quantity })
    if (fact.kind === 'priceAgreed') change(fact.lineId, { agreed: fact.agreed })
    if (fact.kind === 'lineRemoved') lines.delete(fact.lineId)
  }
  return cartTotal([...lines.values()])
}
