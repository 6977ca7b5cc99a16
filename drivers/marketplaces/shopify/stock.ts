import { z } from 'zod'
import type { OnlineRef } from '#shared/marketplace/online.ts'
import { done, refused } from '../json.ts'
import type { Call, Done, StockWritten } from '../marketplace.ts'
import type { ShopifyApi } from './api.ts'
import { numberOf } from './gid.ts'
import { unlessErrors, userErrors } from './user-errors.ts'

const setMutation = `mutation ($input: InventorySetQuantitiesInput!, $key: String!) {
  inventorySetQuantities(input: $input) @idempotent(key: $key) {
    inventoryAdjustmentGroup { changes { name quantityAfterChange } }
    userErrors { field message code }
  }
}`
const written = z.object({
  inventorySetQuantities: z.object({
    inventoryAdjustmentGroup: z
      .object({
        changes: z.array(z.object({ name: z.string(), quantityAfterChange: z.int().nullable() })),
      })
      .nullable(),
    userErrors,
  }),
})

const activateMutation = `mutation ($item: ID!, $location: ID!, $key: String!) {
  inventoryActivate(inventoryItemId: $item, locationId: $location) @idempotent(key: $key) {
    userErrors { field message }
  }
}`
const activated = z.object({ inventoryActivate: z.object({ userErrors }) })

/**
 * Writes what can still be sold, `available`: what buyers have paid for and nobody has sent yet is not in it.
 *
 * With `expected`, Shopify writes only if that is what it has. A repetition with the same key is answered as the first
 * time; should it not be (a public thread says so), it is `stale`, though it was ours, and whoever asked looks again. The
 * other way, to take an equal count for our own, would take a buyer's purchase for our claim.
 */
export async function setStock(
  api: ShopifyApi,
  ref: OnlineRef,
  count: number,
  expected: number | null,
  call: Call,
): Promise<Done<StockWritten>> {
  if (count < 0) return refused('negativeStock', `${count}`)
  if (numberOf('InventoryItem', ref.stockItem) === null || numberOf('Location', ref.location) === null) {
    return refused('gone', 'no inventory item of Shopify')
  }
  return write(api, ref, count, expected, call)
}

async function write(
  api: ShopifyApi,
  ref: OnlineRef,
  count: number,
  expected: number | null,
  call: Call,
): Promise<Done<StockWritten>> {
  const input = {
    name: 'available',
    reason: 'correction',
    // Shown in the shop's own history of the item.
    referenceDocumentUri: `gid://hanout/Count/${encodeURIComponent(call.key)}`,
    quantities: [
      {
        inventoryItemId: ref.stockItem,
        locationId: ref.location,
        quantity: count,
        changeFromQuantity: expected,
      },
    ],
  }
  const said = await api.ask(setMutation, { input, key: call.key }, written, call.signal)
  if (said.end !== 'done') return said
  const { userErrors: errors, inventoryAdjustmentGroup: group } = said.value.inventorySetQuantities
  const end = unlessErrors(errors)
  if (end.end !== 'done') return end
  const change = group?.changes.find(({ name }) => name === 'available')
  return done({ count: change?.quantityAfterChange ?? null })
}

/** A new piece is in no place yet where a shop has several. What it begins with is then written under its own key. */
export async function stockNew(
  api: ShopifyApi,
  ref: OnlineRef,
  count: number,
  call: Call,
): Promise<Done<StockWritten>> {
  const variables = { item: ref.stockItem, location: ref.location, key: `${call.key}/place` }
  const said = await api.ask(activateMutation, variables, activated, call.signal)
  if (said.end !== 'done') return said
  const end = unlessErrors(said.value.inventoryActivate.userErrors)
  return end.end === 'done' ? setStock(api, ref, count, null, { ...call, key: `${call.key}/stock` }) : end
}

const levelQuery = `query ($item: ID!, $location: ID!) {
  inventoryItem(id: $item) {
    inventoryLevel(locationId: $location) {
      quantities(names: ["available", "committed", "reserved"]) { name quantity }
    }
  }
}`
const level = z.object({
  inventoryItem: z
    .object({
      inventoryLevel: z
        .object({ quantities: z.array(z.object({ name: z.string(), quantity: z.int() })) })
        .nullable(),
    })
    .nullable(),
})

export async function readStock(
  api: ShopifyApi,
  ref: OnlineRef,
  call: Call,
): Promise<Done<{ readonly count: number; readonly held: number }>> {
  const variables = { item: ref.stockItem, location: ref.location }
  const said = await api.ask(levelQuery, variables, level, call.signal)
  if (said.end !== 'done') return said
  const quantities = said.value.inventoryItem?.inventoryLevel?.quantities
  if (quantities === undefined) return refused('gone', 'not in stock at this place')
  const of = (name: string): number | undefined => quantities.find((each) => each.name === name)?.quantity
  const available = of('available')
  if (available === undefined) return refused('malformed', 'no available quantity')
  // Orders that were placed while the shop let buyers have more than there was.
  if (available < 0) return refused('negativeStock', `${available}`)
  return done({ count: available, held: (of('committed') ?? 0) + (of('reserved') ?? 0) })
}
