import { z } from 'zod'
import type { OrderMove } from '#shared/marketplace/online.ts'
import { done, refused } from '../json.ts'
import type { Call, Done } from '../marketplace.ts'
import type { ShopifyApi } from './api.ts'
import { stateOf } from './order.ts'
import { fetchOrder } from './orders.ts'
import { unlessErrors, userErrors } from './user-errors.ts'

const fulfilMutation = `mutation ($fulfillment: FulfillmentInput!) {
  fulfillmentCreate(fulfillment: $fulfillment) { fulfillment { id } userErrors { field message } }
}`
const fulfilled = z.object({
  fulfillmentCreate: z.object({ fulfillment: z.object({ id: z.string() }).nullable(), userErrors }),
})

/**
 * All that is still to be sent is sent, or was fetched. What was once fulfilled has no open fulfilment order, so that a
 * repetition finds nothing to do, and two at once cannot both do it ([S] fulfillmentCreate).
 */
export async function moveOrder(api: ShopifyApi, id: string, move: OrderMove, call: Call): Promise<Done> {
  const order = await fetchOrder(api, id, call)
  if (order.end !== 'done') return order
  const state = stateOf(order.value)
  if (state === 'shipped' || state === 'handedOver') return done(null)
  if (state !== 'paid') return refused('refused', `order ${order.value.name} is ${state}`)
  const open = order.value.fulfillmentOrders.nodes.filter(
    ({ status }) => status === 'OPEN' || status === 'IN_PROGRESS',
  )
  if (open.length === 0) return refused('refused', `order ${order.value.name} has nothing open to send`)
  const fulfillment = {
    lineItemsByFulfillmentOrder: open.map((each) => ({ fulfillmentOrderId: each.id })),
    notifyCustomer: true,
    ...(move.to === 'shipped' && move.tracking !== ''
      ? { trackingInfo: { company: move.carrier, number: move.tracking } }
      : {}),
  }
  const said = await api.ask(fulfilMutation, { fulfillment }, fulfilled, call.signal)
  if (said.end !== 'done') return said
  const { fulfillment: made, userErrors: errors } = said.value.fulfillmentCreate
  const end = unlessErrors(errors)
  if (end.end !== 'done') return end
  return made === null ? refused('malformed', 'nothing was fulfilled') : done(null)
}
