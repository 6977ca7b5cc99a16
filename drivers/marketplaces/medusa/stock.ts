import { z } from 'zod'
import type { OnlineRef } from '#shared/marketplace/online.ts'
import { done, refused } from '../json.ts'
import type { Call, Done, StockWritten } from '../marketplace.ts'
import { type StockWrite, writeTogether } from '../stock-writes.ts'
import { ask, type Signal, withId } from './api.ts'
import type { Shop } from './settings.ts'

const level = z.object({ location_id: z.string(), stocked_quantity: z.int(), reserved_quantity: z.int() })
const levels = z.object({ inventory_levels: z.array(level) })
const written = z.object({
  updated: z.array(level.omit({ reserved_quantity: true }).extend({ inventory_item_id: z.string() })),
})

/** Medusa takes 2 MB of them; a workflow of a hundred is over in a moment. */
export const batch = 100

/**
 * `stocked_quantity`: absolute, of one place, what is reserved included. Medusa takes a count below what is reserved
 * without a word, and nothing is free then: that is what a sale at the counter under a hold needs. One item that is gone
 * keeps all of its request from being written.
 */
export const setStocks = (
  shop: Shop,
  writes: readonly StockWrite[],
  call: Call,
): Promise<readonly Done<StockWritten>[]> =>
  writeTogether(writes, {
    async send(sound) {
      const update = sound.map(({ ref, count }) => ({
        inventory_item_id: ref.stockItem,
        location_id: ref.location,
        stocked_quantity: count,
      }))
      const path = '/inventory-items/location-levels/batch'
      const said = await ask(shop, 'POST', path, { update }, written, call.signal)
      if (said.end !== 'done') return said
      return done(sound.map(({ ref }) => done({ count: countOf(said.value.updated, ref) })))
    },
  })

const countOf = (
  said: z.infer<typeof written>['updated'],
  { stockItem, location }: OnlineRef,
): number | null =>
  said.find((each) => each.inventory_item_id === stockItem && each.location_id === location)
    ?.stocked_quantity ?? null

/** The first count of a piece at a place; the place may have one from a put that broke before it was told. */
export async function openStock(shop: Shop, ref: OnlineRef, count: number, signal: Signal): Promise<Done> {
  const path = `/inventory-items/${ref.stockItem}/location-levels`
  const standing = await ask(shop, 'GET', path, undefined, levels, signal)
  if (standing.end !== 'done') return standing
  if (standing.value.inventory_levels.some(({ location_id }) => location_id === ref.location)) {
    return done(null)
  }
  const opening = { location_id: ref.location, stocked_quantity: count }
  const said = await ask(shop, 'POST', path, opening, z.object({ inventory_item: withId }), signal)
  return said.end === 'done' ? done(null) : said
}

export async function readStock(
  shop: Shop,
  ref: OnlineRef,
  call: Call,
): Promise<Done<{ readonly count: number; readonly held: number }>> {
  const path = `/inventory-items/${ref.stockItem}/location-levels`
  const said = await ask(shop, 'GET', path, undefined, levels, call.signal)
  if (said.end !== 'done') return said
  const here = said.value.inventory_levels.find(({ location_id }) => location_id === ref.location)
  if (here === undefined) return refused('gone', 'nothing of it at this place')
  const { stocked_quantity: count, reserved_quantity: held } = here
  return count < 0 || held < 0
    ? refused('negativeStock', `${count} stocked, ${held} reserved`)
    : done({ count, held })
}
