import { z } from 'zod'
import type { OrderMove } from '#shared/marketplace/online.ts'
import { done, refused } from '../json.ts'
import type { Call, Done } from '../marketplace.ts'
import { ask, errorResult, type Signal, unlessError } from './graphql.ts'
import type { VendureOrder } from './order-of.ts'
import { findOrder } from './orders.ts'
import type { Shop } from './settings.ts'

const made = z.object({
  addFulfillmentToOrder: z.union([errorResult, z.object({ id: z.string(), state: z.string() })]),
})
const moved = z.object({
  transitionFulfillmentToState: z.union([errorResult, z.object({ state: z.string() })]),
})

/** The default fulfilment process: Created → Pending → Shipped → Delivered. */
const steps: readonly string[] = ['Created', 'Pending', 'Shipped', 'Delivered']

/**
 * Sends what was not sent yet, then takes each fulfilment to where it has to be. Begun and not finished is taken up where
 * it stands, so that the same move again does only what is missing.
 */
export async function moveOrder(shop: Shop, id: string, move: OrderMove, call: Call): Promise<Done> {
  const found = await findOrder(shop, id, call.signal)
  if (found.end !== 'done') return found
  if (found.value === null) return refused('gone', 'no such order')
  const order = found.value
  if (order.state === 'Cancelled') return refused('refused', 'the order is cancelled')
  const target = move.to === 'handedOver' ? 'Delivered' : 'Shipped'
  if (order.state === 'Delivered' || order.state === target) return done(null)
  const standing = (order.fulfillments ?? []).filter(({ state }) => state !== 'Cancelled')
  const lines = unsentLines(order)
  if (lines.length > 0) {
    const begun = await fulfil(shop, lines, move, call.signal)
    if (begun.end !== 'done') return begun
    standing.push({ ...begun.value, lines: [] })
  }
  for (const { id: fulfilment, state } of standing) {
    const taken = await take(shop, fulfilment, state, target, call.signal)
    if (taken.end !== 'done') return taken
  }
  return done(null)
}

interface Unsent {
  readonly orderLineId: string
  readonly quantity: number
}

function unsentLines({ lines, fulfillments }: VendureOrder): readonly Unsent[] {
  const sent = (fulfillments ?? []).filter(({ state }) => state !== 'Cancelled').flatMap((each) => each.lines)
  return lines
    .map(({ id, quantity }) => {
      const gone = sent.filter(({ orderLineId }) => orderLineId === id)
      return { orderLineId: id, quantity: quantity - gone.reduce((sum, each) => sum + each.quantity, 0) }
    })
    .filter(({ quantity }) => quantity > 0)
}

async function fulfil(
  shop: Shop,
  lines: readonly Unsent[],
  move: OrderMove,
  signal: Signal,
): Promise<Done<{ readonly id: string; readonly state: string }>> {
  const query = `mutation ($input: FulfillOrderInput!) {
    addFulfillmentToOrder(input: $input) { ... on Fulfillment { id state } ... on ErrorResult { errorCode message } }
  }`
  const { method, trackingCode } =
    move.to === 'shipped'
      ? { method: move.carrier, trackingCode: move.tracking }
      : { method: 'Hanout', trackingCode: '' }
  const handler = {
    code: 'manual-fulfillment',
    arguments: [
      { name: 'method', value: method },
      { name: 'trackingCode', value: trackingCode },
    ],
  }
  const said = await ask(shop, query, { input: { lines, handler } }, made, signal)
  if (said.end !== 'done') return said
  return unlessError(said.value.addFulfillmentToOrder, { INSUFFICIENT_STOCK_ON_HAND_ERROR: 'notEnough' })
}

async function take(shop: Shop, id: string, from: string, to: string, signal: Signal): Promise<Done> {
  const query = `mutation ($id: ID!, $state: String!) {
    transitionFulfillmentToState(id: $id, state: $state) {
      ... on Fulfillment { state } ... on ErrorResult { errorCode message }
    }
  }`
  const here = steps.indexOf(from)
  const there = steps.indexOf(to)
  for (const state of steps.slice(here + 1, there + 1)) {
    const said = await ask(shop, query, { id, state }, moved, signal)
    if (said.end !== 'done') return said
    const result = unlessError(said.value.transitionFulfillmentToState, {
      INSUFFICIENT_STOCK_ON_HAND_ERROR: 'notEnough',
    })
    if (result.end !== 'done') return result
  }
  return done(null)
}
