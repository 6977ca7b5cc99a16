import { z } from 'zod'
import { done, refused } from '../json.ts'
import type { Call, Done } from '../marketplace.ts'
import { ask, errorResult, type Signal, unlessError } from './graphql.ts'
import { keptOf, type VendureOrder } from './order-of.ts'
import { findOrder } from './orders.ts'
import type { Shop } from './settings.ts'

type Payment = NonNullable<VendureOrder['payments']>[number]

const cancelled = z.object({ cancelOrder: z.union([errorResult, z.object({ state: z.string() })]) })
const refunded = z.object({ refundOrder: z.union([errorResult, z.object({ state: z.string() })]) })
const paymentGone = z.object({ cancelPayment: z.union([errorResult, z.object({ state: z.string() })]) })

/**
 * Cancels the order, shipping too, then gives back what each payment still holds. What is left is read from the platform
 * each time, and it refuses to give back more than it took, so that the same again gives nothing twice.
 */
export async function cancelAndRefund(shop: Shop, id: string, reason: string, call: Call): Promise<Done> {
  const found = await findOrder(shop, id, call.signal)
  if (found.end !== 'done') return found
  if (found.value === null) return refused('gone', 'no such order')
  if (found.value.state !== 'Cancelled') {
    const stopped = await cancel(shop, id, reason, call.signal)
    if (stopped.end !== 'done') return stopped
  }
  for (const payment of found.value.payments ?? []) {
    const back = await giveBack(shop, payment, reason, call.signal)
    if (back.end !== 'done') return back
  }
  return done(null)
}

async function cancel(shop: Shop, orderId: string, reason: string, signal: Signal): Promise<Done> {
  const query = `mutation ($input: CancelOrderInput!) {
    cancelOrder(input: $input) { ... on Order { state } ... on ErrorResult { errorCode message } }
  }`
  const input = { orderId, reason, cancelShipping: true }
  const said = await ask(shop, query, { input }, cancelled, signal)
  if (said.end !== 'done') return said
  const result = unlessError(said.value.cancelOrder)
  return result.end === 'done' ? done(null) : result
}

async function giveBack(shop: Shop, payment: Payment, reason: string, signal: Signal): Promise<Done> {
  if (payment.state === 'Authorized') return letGo(shop, payment.id, signal)
  const amount = keptOf(payment)
  if (payment.state !== 'Settled' || amount <= 0) return done(null)
  const query = `mutation ($input: RefundOrderInput!) {
    refundOrder(input: $input) { ... on Refund { state } ... on ErrorResult { errorCode message } }
  }`
  // The deprecated three have to be there still: a refund without `shipping` breaks a column that must not be null.
  const input = { paymentId: payment.id, amount, reason, lines: [], shipping: 0, adjustment: 0 }
  const said = await ask(shop, query, { input }, refunded, signal)
  if (said.end !== 'done') return said
  const result = unlessError(said.value.refundOrder)
  if (result.end !== 'done') return result
  // `Pending` is a refund a person has to make at the payment provider: Vendure has it on its list.
  return result.value.state === 'Failed' ? refused('refused', 'the payment provider refused') : done(null)
}

/** Money that is reserved and was never taken. */
async function letGo(shop: Shop, id: string, signal: Signal): Promise<Done> {
  const query = `mutation ($id: ID!) {
    cancelPayment(id: $id) { ... on Payment { state } ... on ErrorResult { errorCode message } }
  }`
  const said = await ask(shop, query, { id }, paymentGone, signal)
  if (said.end !== 'done') return said
  const result = unlessError(said.value.cancelPayment)
  return result.end === 'done' ? done(null) : result
}
