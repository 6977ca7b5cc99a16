import { z } from 'zod'
import { done, refused } from '../json.ts'
import type { Call, Done } from '../marketplace.ts'
import { ask, withId } from './api.ts'
import { majorOf } from './major.ts'
import { keptOf, paymentsOf } from './order-of.ts'
import { findOrder } from './orders.ts'
import type { Shop } from './settings.ts'

/**
 * Medusa gives back what was captured when it cancels an order, and lets go what was reserved. What is left after it is
 * given back by name; it refuses to give back more than it took.
 */
export async function cancelAndRefund(shop: Shop, id: string, reason: string, call: Call): Promise<Done> {
  const found = await findOrder(shop, id, call.signal)
  if (found.end !== 'done') return found
  if (found.value === null) return refused('gone', 'no such order')
  if (found.value.status !== 'canceled') {
    const said = await ask(
      shop,
      'POST',
      `/orders/${found.value.id}/cancel`,
      {},
      z.object({ order: withId }),
      call.signal,
    )
    if (said.end !== 'done') return said
  }
  const after = await findOrder(shop, id, call.signal)
  if (after.end !== 'done') return after
  for (const payment of after.value === null ? [] : paymentsOf(after.value)) {
    const kept = keptOf(payment)
    if (kept <= 0) continue
    const body = { amount: majorOf(kept), note: reason }
    const said = await ask(
      shop,
      'POST',
      `/payments/${payment.id}/refund`,
      body,
      z.object({ payment: withId }),
      call.signal,
    )
    if (said.end !== 'done') return said
  }
  return done(null)
}
