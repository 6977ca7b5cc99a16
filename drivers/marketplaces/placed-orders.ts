import type { OnlineOrder } from '#shared/marketplace/online.ts'
import { done, refused } from './json.ts'
import type { Done, OrderPage } from './marketplace.ts'
import { isOdd, type Odd, splitOdd } from './odd-order.ts'
import { nextCursor, readCursor, writeCursor } from './order-cursor.ts'

/** What a walk asks of a platform, whose orders are of type `T`. At most `take` orders are told, or asked for by id. */
export interface PlacedOrders<T extends { readonly id: string }> {
  /** Placed after `utcMs` (exclusive, by the shop’s clock), the earliest first, without the first `skip` of them. */
  placedAfter(utcMs: number, skip: number, take: number): Promise<Done<readonly (T | Odd)[]>>
  /** The one that was placed last; of a shop without orders, none. */
  newest(): Promise<Done<readonly (T | Odd)[]>>
  /** In any order; without those that are gone. */
  byId(ids: readonly string[]): Promise<Done<readonly (T | Odd)[]>>
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
  const page = await pageAt(shop, at.value, pageSize)
  if (page.end !== 'done') return page
  const { placed, asOf } = page.value
  const moved = at.value.skip === 0 ? await allById(shop, at.value.open, pageSize) : done([])
  if (moved.end !== 'done') return moved
  // Asked for later, so it says more, where an order is in both.
  const seen = new Map([...placed, ...moved.value].map((order) => [idOf(order), order]))
  const { orders, odd } = splitOdd([...seen.values()], (order) => shop.read(order))
  const more = placed.length === pageSize
  const next = nextCursor(at.value, orders, asOf, more ? pageSize : 0)
  return done({ orders, odd, cursor: writeCursor(next), more })
}

/**
 * A page, and of when the newest order is that there was as its walk began. Where all is on one page, that is on it; a
 * longer walk finds it out first, and reads its first page after.
 */
async function pageAt<T extends { readonly id: string }>(
  shop: PlacedOrders<T>,
  { since, skip, asOf }: { readonly since: number; readonly skip: number; readonly asOf: number | null },
  pageSize: number,
): Promise<Done<{ readonly placed: readonly (T | Odd)[]; readonly asOf: number }>> {
  const placed = await shop.placedAfter(since - overlapMs, skip, pageSize)
  if (placed.end !== 'done') return placed
  if (asOf !== null) return done({ placed: placed.value, asOf })
  if (placed.value.length < pageSize) {
    return done({ placed: placed.value, asOf: Math.max(since, ...instants(shop, placed.value)) })
  }
  const newest = await shop.newest()
  if (newest.end !== 'done') return newest
  const again = await shop.placedAfter(since - overlapMs, skip, pageSize)
  if (again.end !== 'done') return again
  return done({ placed: again.value, asOf: Math.max(since, ...instants(shop, newest.value)) })
}

/**
 * By the shop’s own clock. The overlap holds from the first walk on: an order that is being placed now may be dated before
 * the newest one. What was placed in those last minutes is told, too.
 */
async function now<T extends { readonly id: string }>(shop: PlacedOrders<T>): Promise<Done<OrderPage>> {
  const last = await shop.newest()
  if (last.end !== 'done') return last
  const [since = null] = instants(shop, last.value)
  if (since === null && last.value.length > 0) return refused('malformed', 'the newest order has no date')
  const cursor = writeCursor({ since: since ?? 0, skip: 0, asOf: null, open: [] })
  return done({ orders: [], odd: [], cursor, more: false })
}

const idOf = (order: { readonly id: string } | Odd): string => (isOdd(order) ? order.odd.id : order.id)

function instants<T extends { readonly id: string }>(
  shop: PlacedOrders<T>,
  seen: readonly (T | Odd)[],
): readonly number[] {
  return seen
    .map((order) => (isOdd(order) ? order.atMs : (shop.read(order)?.placedAt.utcMs ?? null)))
    .filter((utcMs) => utcMs !== null)
}

async function allById<T extends { readonly id: string }>(
  shop: PlacedOrders<T>,
  ids: readonly string[],
  pageSize: number,
): Promise<Done<readonly (T | Odd)[]>> {
  const found: (T | Odd)[] = []
  for (let from = 0; from < ids.length; from += pageSize) {
    const said = await shop.byId(ids.slice(from, from + pageSize))
    if (said.end !== 'done') return said
    found.push(...said.value)
  }
  return done(found)
}
