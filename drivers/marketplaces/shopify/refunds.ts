import { z } from 'zod'
import { formatData } from '#shared/money/format.ts'
import { decimal } from '../decimal.ts'
import { done, refused } from '../json.ts'
import type { Call, Done } from '../marketplace.ts'
import type { ShopifyApi } from './api.ts'
import { byKey } from './idempotency.ts'
import { isPaid, type ShopifyOrder, stateOf } from './order.ts'
import { fetchOrder } from './orders.ts'
import { unlessErrors, userErrors } from './user-errors.ts'

const cancelMutation = `mutation ($order: ID!, $refund: OrderCancelRefundMethodInput!, $note: String) {
  orderCancel(orderId: $order, refundMethod: $refund, restock: false, reason: INVENTORY,
    notifyCustomer: true, staffNote: $note) {
    job { id done }
    orderCancelUserErrors { field message code }
  }
}`
const cancelled = z.object({
  orderCancel: z.object({
    job: z.object({ id: z.string(), done: z.boolean() }).nullable(),
    orderCancelUserErrors: userErrors,
  }),
})

const suggestQuery = `query ($order: ID!) {
  order(id: $order) {
    suggestedRefund(suggestFullRefund: true) {
      suggestedTransactions {
        gateway amountSet { shopMoney { amount currencyCode } } parentTransaction { id }
      }
    }
  }
}`
const suggested = z.object({
  order: z
    .object({
      suggestedRefund: z
        .object({
          suggestedTransactions: z.array(
            z.object({
              gateway: z.string().nullable(),
              amountSet: z.object({
                shopMoney: z.object({ amount: decimal, currencyCode: z.string() }),
              }),
              parentTransaction: z.object({ id: z.string() }).nullable(),
            }),
          ),
        })
        .nullable(),
    })
    .nullable(),
})

const refundMutation = `mutation ($input: RefundInput!, $key: String!) {
  refundCreate(input: $input) @idempotent(key: $key) { refund { id } userErrors { field message } }
}`
const refunded = z.object({
  refundCreate: z.object({ refund: z.object({ id: z.string() }).nullable(), userErrors }),
})

/** A staff note holds 255 characters ([S] orderCancel). */
const noteLength = 255
/** The cancellation is a job of Shopify's own; it is over in a moment or two. */
const jobMs = 2_000

/**
 * An order that is still open is cancelled with all its money given back in one step, and nothing put back on the shelf,
 * for the till says how many there are. One that somebody cancelled without that, or sent already, is refunded.
 * Each time it is the order that is looked at, before and after: what it already is, is not done again.
 */
export async function cancelAndRefund(
  api: ShopifyApi,
  id: string,
  reason: string,
  call: Call,
): Promise<Done> {
  const order = await fetchOrder(api, id, call)
  if (order.end !== 'done') return order
  if (isOver(order.value)) return done(null)
  const state = stateOf(order.value)
  const step =
    state === 'paid' || state === 'placed'
      ? await cancel(api, order.value, reason, call)
      : await refund(api, order.value, reason, call)
  if (step.end !== 'done') return step
  const after = await fetchOrder(api, id, call)
  if (after.end !== 'done') return after
  if (isOver(after.value)) return done(null)
  return refused('unavailable', `order ${after.value.name} is being cancelled`, { afterMs: jobMs })
}

/** Nothing more can come of it, and no money of the buyer's is left here. */
function isOver(order: ShopifyOrder): boolean {
  const state = stateOf(order)
  return (state === 'cancelled' || state === 'refunded') && !isPaid(order)
}

async function cancel(api: ShopifyApi, order: ShopifyOrder, reason: string, call: Call): Promise<Done> {
  const variables = {
    order: order.id,
    refund: { originalPaymentMethodsRefund: true },
    note: reason.slice(0, noteLength),
  }
  const said = await api.ask(cancelMutation, variables, cancelled, call.signal)
  if (said.end !== 'done') return said
  const { job, orderCancelUserErrors: errors } = said.value.orderCancel
  const end = unlessErrors(errors)
  if (end.end !== 'done') return end
  return job === null ? refused('malformed', 'no job cancels it') : done(null)
}

/** As Shopify itself would give it back: to where it came from, in the parts it came in. */
async function refund(api: ShopifyApi, order: ShopifyOrder, reason: string, call: Call): Promise<Done> {
  const said = await api.ask(suggestQuery, { order: order.id }, suggested, call.signal)
  if (said.end !== 'done') return said
  const parts = said.value.order?.suggestedRefund?.suggestedTransactions ?? []
  if (parts.length === 0) return refused('refused', `order ${order.name}: nothing can be given back`)
  const { currencyCode } = order.totalPriceSet.shopMoney
  if (parts.some(({ amountSet }) => amountSet.shopMoney.currencyCode !== currencyCode)) {
    return refused('otherCurrency', `order ${order.name}: a refund in another currency`)
  }
  const input = {
    orderId: order.id,
    note: reason.slice(0, noteLength),
    notify: true,
    transactions: parts.map(({ gateway, amountSet, parentTransaction }) => ({
      orderId: order.id,
      parentId: parentTransaction?.id ?? null,
      gateway,
      kind: 'REFUND',
      amount: formatData(amountSet.shopMoney.amount),
    })),
  }
  const given = await byKey(`${call.key}/refund`, async (key) => {
    const answer = await api.ask(refundMutation, { input, key }, refunded, call.signal)
    return answer.end === 'done' ? done(answer.value.refundCreate) : answer
  })
  if (given.end !== 'done') return given
  const { refund: made, userErrors: errors } = given.value
  const end = unlessErrors(errors)
  if (end.end !== 'done') return end
  return made === null ? refused('malformed', 'no refund was made') : done(null)
}
