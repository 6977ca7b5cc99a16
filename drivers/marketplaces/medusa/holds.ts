import { z } from 'zod'
import type { OnlineRef } from '#shared/marketplace/online.ts'
import { done, refused } from '../json.ts'
import type { Call, Done, Hold } from '../marketplace.ts'
import { ask, type Signal } from './api.ts'
import type { Shop } from './settings.ts'

const reservation = z.object({ id: z.string(), inventory_item_id: z.string(), quantity: z.int() })
const found = z.object({ reservations: z.array(reservation) })
const made = z.object({ reservation })
const deleted = z.object({ deleted: z.literal(true) })

/**
 * A reservation, which Medusa makes for one of many who ask at once. It is not unique by any key of ours: the key is its
 * description, looked for before, and after, where of two with one key the older stays.
 */
export async function hold(shop: Shop, ref: OnlineRef, units: number, call: Call): Promise<Done<Hold>> {
  const before = await byKey(shop, ref, call.key, call.signal)
  if (before.end !== 'done') return before
  if (before.value[0] !== undefined) return heldAs(before.value[0], units)
  const said = await ask(
    shop,
    'POST',
    '/reservations',
    {
      inventory_item_id: ref.stockItem,
      location_id: ref.location,
      quantity: units,
      description: call.key,
      metadata: { hanout: true },
    },
    made,
    call.signal,
  )
  // Nothing left may mean that an earlier try of this very call took it.
  if (said.end !== 'done' && !(said.end === 'refused' && said.code === 'notEnough')) return said
  const after = await byKey(shop, ref, call.key, call.signal)
  if (after.end !== 'done') return after
  const [oldest, ...more] = after.value
  if (oldest === undefined) return said.end === 'done' ? refused('malformed', 'held and not there') : said
  for (const { id } of more) {
    const gone = await release(shop, id, call)
    if (gone.end !== 'done') return gone
  }
  return heldAs(oldest, units)
}

/** A Medusa reservation stands until it is deleted. */
const heldAs = ({ id, quantity }: z.infer<typeof reservation>, units: number): Done<Hold> =>
  quantity === units
    ? done({ id, until: null })
    : refused('refused', 'this key holds another number of units')

/** Oldest first: their ids are ULIDs, which sort by the instant they were made. */
async function byKey(
  shop: Shop,
  ref: OnlineRef,
  key: string,
  signal: Signal,
): Promise<Done<readonly z.infer<typeof reservation>[]>> {
  const query = new URLSearchParams({ inventory_item_id: ref.stockItem, description: key, limit: '100' })
  const said = await ask(shop, 'GET', `/reservations?${query}`, undefined, found, signal)
  if (said.end !== 'done') return said
  return done(said.value.reservations.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
}

export async function release(shop: Shop, id: Hold['id'], call: Call): Promise<Done> {
  const path = `/reservations/${encodeURIComponent(id)}`
  const said = await ask(shop, 'DELETE', path, undefined, deleted, call.signal)
  if (said.end === 'refused' && said.code === 'gone') return done(null)
  return said.end === 'done' ? done(null) : said
}
