import { z } from 'zod'
import type { OnlineRef } from '#shared/marketplace/online.ts'
import { done, refused } from '../json.ts'
import type { Call, Done, StockWritten } from '../marketplace.ts'
import { ask, type Signal, withId } from './api.ts'
import type { Shop } from './settings.ts'

const level = z.object({ location_id: z.string(), stocked_quantity: z.int(), reserved_quantity: z.int() })
const levels = z.object({ inventory_levels: z.array(level) })
const written = z.object({ inventory_item: z.object({ location_levels: z.array(level) }) })

/**
 * `stocked_quantity`: absolute, of one place, what is reserved included. Medusa takes a count below what is reserved
 * without a word, and nothing is free then: that is what a sale at the counter under a hold needs.
 */
export async function setStock(
  shop: Shop,
  ref: OnlineRef,
  count: number,
  call: Call,
): Promise<Done<StockWritten>> {
  if (count < 0) return refused('negativeStock', `${count}`)
  const path = `/inventory-items/${ref.stockItem}/location-levels/${ref.location}?fields=*location_levels`
  const said = await ask(shop, 'POST', path, { stocked_quantity: count }, written, call.signal)
  if (said.end !== 'done') return said
  const here = said.value.inventory_item.location_levels.find(
    ({ location_id }) => location_id === ref.location,
  )
  return done({ count: here?.stocked_quantity ?? null })
}

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
