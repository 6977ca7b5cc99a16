import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { OnlineRef } from '#shared/marketplace/online.ts'
import { done, refused } from '../json.ts'
import type { Call, Done, StockWritten } from '../marketplace.ts'
import { onlyEnd, type StockWrite, writeTogether } from '../stock-writes.ts'
import type { ShopifyApi } from './api.ts'
import { numberOf } from './gid.ts'
import { byKey } from './idempotency.ts'
import { unlessErrors, userErrors } from './user-errors.ts'

const setMutation = `mutation ($input: InventorySetQuantitiesInput!, $key: String!) {
  inventorySetQuantities(input: $input) @idempotent(key: $key) {
    inventoryAdjustmentGroup { changes { name quantityAfterChange item { id } } }
    userErrors { field message code }
  }
}`
const written = z.object({
  inventorySetQuantities: z.object({
    inventoryAdjustmentGroup: z
      .object({
        changes: z.array(
          z.object({
            name: z.string(),
            quantityAfterChange: z.int().nullable(),
            item: z.object({ id: z.string() }).nullable(),
          }),
        ),
      })
      .nullable(),
    userErrors,
  }),
})
type Group = z.infer<typeof written>['inventorySetQuantities']['inventoryAdjustmentGroup']

const activateMutation = `mutation ($item: ID!, $location: ID!, $key: String!) {
  inventoryActivate(inventoryItemId: $item, locationId: $location) @idempotent(key: $key) {
    userErrors { field message }
  }
}`
const activated = z.object({ inventoryActivate: z.object({ userErrors }) })

/** The most that a list in a question may hold ([S] rate limits, input arrays). */
export const batch = 250

/**
 * Writes what can still be sold, `available`: what buyers have paid for and nobody has sent yet is not in it. One that is
 * refused keeps all the others of its request from being written, too.
 *
 * With `expected`, Shopify writes only if that is what it has. A repetition with the same key is answered as the first
 * time; should it not be (a public thread says so), it is `stale`, though it was ours, and whoever asked looks again. The
 * other way, to take an equal count for our own, would take a buyer's purchase for our claim.
 */
export const setStocks = (
  api: ShopifyApi,
  writes: readonly StockWrite[],
  call: Call,
): Promise<readonly Done<StockWritten>[]> =>
  writeTogether(writes, {
    unsound: ({ ref }) =>
      numberOf('InventoryItem', ref.stockItem) === null || numberOf('Location', ref.location) === null
        ? refused('gone', 'no inventory item of Shopify')
        : null,
    send: (sound) => write(api, sound, call),
  })

async function write(
  api: ShopifyApi,
  writes: readonly StockWrite[],
  call: Call,
): Promise<Done<readonly Done<StockWritten>[]>> {
  const quantities = writes.map(({ ref, count, expected }) => ({
    inventoryItemId: ref.stockItem,
    locationId: ref.location,
    quantity: count,
    changeFromQuantity: expected,
  }))
  const input = {
    name: 'available',
    reason: 'correction',
    // Shown in the shop's own history of the item.
    referenceDocumentUri: `gid://hanout/Count/${encodeURIComponent(call.key)}`,
    quantities,
  }
  const said = await byKey(keyOf(call.key, quantities), async (key) => {
    const answer = await api.ask(setMutation, { input, key }, written, call.signal)
    return answer.end === 'done' ? done(answer.value.inventorySetQuantities) : answer
  })
  if (said.end !== 'done') return said
  const end = unlessErrors(said.value.userErrors)
  if (end.end !== 'done') return end
  return done(writes.map(({ ref }) => done({ count: countOf(said.value.inventoryAdjustmentGroup, ref) })))
}

/** A key belongs to one request: other counts, or some of them, are another one ([S] IDEMPOTENCY_KEY_PARAMETER_MISMATCH). */
const keyOf = (key: string, quantities: object): string =>
  `${key}/${createHash('sha256').update(JSON.stringify(quantities)).digest('hex').slice(0, 16)}`

/** What did not change is not among the changes. */
const countOf = (group: Group, { stockItem }: OnlineRef): number | null =>
  group?.changes.find(({ name, item }) => name === 'available' && item?.id === stockItem)
    ?.quantityAfterChange ?? null

/** A new piece is in no place yet where a shop has several. What it begins with is then written under its own key. */
export async function stockNew(
  api: ShopifyApi,
  ref: OnlineRef,
  count: number,
  call: Call,
): Promise<Done<StockWritten>> {
  const said = await byKey(`${call.key}/place`, async (key) => {
    const variables = { item: ref.stockItem, location: ref.location, key }
    const answer = await api.ask(activateMutation, variables, activated, call.signal)
    return answer.end === 'done' ? done(answer.value.inventoryActivate) : answer
  })
  if (said.end !== 'done') return said
  const end = unlessErrors(said.value.userErrors)
  if (end.end !== 'done') return end
  return onlyEnd(
    await setStocks(api, [{ ref, count, expected: null }], { ...call, key: `${call.key}/stock` }),
  )
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
