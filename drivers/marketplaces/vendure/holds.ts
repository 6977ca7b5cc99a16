import { z } from 'zod'
import type { OnlineRef } from '#shared/marketplace/online.ts'
import { done, refused } from '../json.ts'
import type { Call, Done, Hold } from '../marketplace.ts'
import { ask, errorResult, unlessError } from './graphql.ts'
import type { Shop } from './settings.ts'

const held = z.object({
  holdForTill: z.union([
    z.object({ orderId: z.string(), heldUntil: z.iso.datetime().nullable(), refusal: z.null() }),
    z.object({ orderId: z.null(), refusal: z.string() }),
  ]),
})

/**
 * Our plugin's mutation: a draft order in ArrangingPayment, whose `externalId` is the key, in one transaction. The column
 * is unique, so that one key holds once.
 */
export async function hold(shop: Shop, ref: OnlineRef, units: number, call: Call): Promise<Done<Hold>> {
  const query = `mutation ($externalId: String!, $productVariantId: ID!, $quantity: Int!) {
    holdForTill(externalId: $externalId, productVariantId: $productVariantId, quantity: $quantity) {
      orderId heldUntil refusal
    }
  }`
  const variables = { externalId: call.key, productVariantId: ref.variant, quantity: units }
  const said = await ask(shop, query, variables, held, call.signal)
  if (said.end !== 'done') return said
  const { holdForTill } = said.value
  if (holdForTill.orderId === null) {
    const { refusal } = holdForTill
    return refused(refusal === 'notEnough' || refusal === 'gone' ? refusal : 'refused', refusal)
  }
  const { heldUntil } = holdForTill
  const { offsetMinutes } = call.at
  return done({
    id: holdForTill.orderId,
    until: heldUntil === null ? null : { utcMs: Date.parse(heldUntil), offsetMinutes },
  })
}

const standing = z.object({ order: z.object({ state: z.string() }).nullable() })
const cancelled = z.object({ cancelOrder: z.union([errorResult, z.object({ state: z.string() })]) })

/** Cancels the draft, and the plugin gives back what it allocated. */
export async function release(shop: Shop, id: Hold['id'], call: Call): Promise<Done> {
  const said = await ask(shop, 'query ($id: ID!) { order(id: $id) { state } }', { id }, standing, call.signal)
  if (said.end !== 'done') return said
  const state = said.value.order?.state ?? 'Cancelled'
  if (state === 'Cancelled') return done(null)
  if (state !== 'ArrangingPayment') return refused('refused', `not a hold but an order in ${state}`)
  const query = `mutation ($id: ID!) {
    cancelOrder(input: { orderId: $id }) { ... on Order { state } ... on ErrorResult { errorCode message } }
  }`
  const letGo = await ask(shop, query, { id }, cancelled, call.signal)
  if (letGo.end !== 'done') return letGo
  const result = unlessError(letGo.value.cancelOrder)
  return result.end === 'done' ? done(null) : result
}
