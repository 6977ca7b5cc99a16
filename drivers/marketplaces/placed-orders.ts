import type { OnlineOrder } from '#shared/marketplace/online.ts'
import { done } from './json.ts'
import type { Done, OrderPage } from './marketplace.ts'
import { nextCursor, readCursor, writeCursor } from './order-cursor.ts'

/** What a walk asks of a platform, whose orders are of type `T`. At most `take` orders are told, or asked for by id. */
export interface PlacedOrders<T extends { readonly id: string }> {
  /** Placed after `utcMs` (exclusive, by the shop’s clock), the earliest first, without the first `skip` of them. */
  placedAfter(utcMs: number, skip: number, take: number): Promise<Done<readonly T[]>>
  /** The one that was placed last; of a shop without orders, none. */
  newest(): Promise<Done<readonly T[]>>
  /** In any order; without those that are gone. */
  byId(ids: readonly string[]): Promise<Done<readonly T[]>>
  /** `null`: nobody placed it. */
  read(order: T): OnlineOrder | null
}

/** Orders of one question; a hundred with all their lines are well below a megabyte. */
const usual = 100
/**
 * A platform dates an order before others can see it, as it is placed by a transaction or a workflow: one that was placed
 * earlier can be seen later. So the last two minutes before the newest order are read again by the next walk, and what
 * they tell twice is told twice. No placing lasts so long.
 */
export const overlapMs = 120_000

/**
 * For platforms that date when an order was placed, but not when it moved: orders by the instant they were placed, and
 * again each of those that were not at their end. The cursor carries both.
 *
 * @param cursor `null`: from the order that was placed last
 */
export async function placedSince<T extends { readonly id: string }>(
  shop: PlacedOrders<T>,
  cursor: string | null,
  pageSize = usual,
): Promise<Done<OrderPage>> {
  if (cursor === null) return now(shop)
  const at = readCursor(cursor)
  if (at.end !== 'done') return at
  const { since, skip, open } = at.value
  const placed = await shop.placedAfter(since - overlapMs, skip, pageSize)
  if (placed.end !== 'done') return placed
  const moved = skip === 0 ? await allById(shop, open, pageSize) : done([])
  if (moved.end !== 'done') return moved
  // Asked for later, so it says more, where an order is in both.
  const orders = [...new Map([...placed.value, ...moved.value].map((order) => [order.id, order])).values()]
    .map((order) => shop.read(order))
    .filter((order) => order !== null)
  const more = placed.value.length === pageSize
  return done({ orders, cursor: writeCursor(nextCursor(at.value, orders, more ? pageSize : 0)), more })
}

/**
 * By the shop’s own clock. The overlap holds from the first walk on: an order that is being placed now may be dated before
 * the newest one. What was placed in those last minutes is told, too.
 */
async function now<T extends { readonly id: string }>(shop: PlacedOrders<T>): Promise<Done<OrderPage>> {
  const last = await shop.newest()
  if (last.end !== 'done') return last
  const [order] = last.value
  const since = (order === undefined ? undefined : shop.read(order)?.placedAt.utcMs) ?? 0
  return done({ orders: [], cursor: writeCursor({ since, skip: 0, latest: since, open: [] }), more: false })
}

async function allById<T extends { readonly id: string }>(
  shop: PlacedOrders<T>,
  ids: readonly string[],
  pageSize: number,
): Promise<Done<readonly T[]>> {
  const found: T[] = []
  for (let from = 0; from < ids.length; from += pageSize) {
    const said = await shop.byId(ids.slice(from, from + pageSize))
    if (said.end !== 'done') return said
    found.push(...said.value)
  }
  return done(found)
}
