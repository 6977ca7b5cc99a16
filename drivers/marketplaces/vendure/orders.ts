import { z } from 'zod'
import type { OnlineOrder } from '#shared/marketplace/online.ts'
import { done } from '../json.ts'
import type { Call, Done, OrderPage } from '../marketplace.ts'
import { nextCursor, readCursor, writeCursor } from '../order-cursor.ts'
import { ask, type Signal } from './graphql.ts'
import { orderFields, orderOf, type VendureOrder, vendureOrder } from './order-of.ts'
import type { Shop } from './settings.ts'

/** Orders of one question; a hundred with all their lines is well below a megabyte. */
const pageSize = 100
/**
 * `orderPlacedAt` is set inside the transaction that places an order, so that one placed earlier can be seen later; no
 * transaction of a shop lasts so long.
 */
const overlapMs = 120_000

const page = z.object({ orders: z.object({ items: z.array(vendureOrder) }) })

/** A slice of the shop's orders, by any filter and order. */
async function list(shop: Shop, options: object, signal: Signal): Promise<Done<readonly VendureOrder[]>> {
  const query = `query ($options: OrderListOptions) { orders(options: $options) { items { ${orderFields} } } }`
  const said = await ask(shop, query, { options }, page, signal)
  return said.end === 'done' ? done(said.value.orders.items) : said
}

/**
 * New orders by `orderPlacedAt`, and again each of those that were not at their end: neither `updatedAt` (which stands
 * still) nor an event tells that one moved. The cursor carries both.
 */
export async function ordersSince(shop: Shop, cursor: string | null, call: Call): Promise<Done<OrderPage>> {
  if (cursor === null) return now(shop, call)
  const at = readCursor(cursor)
  if (at.end !== 'done') return at
  const { since, skip, open } = at.value
  const placed = await list(
    shop,
    {
      filter: { orderPlacedAt: { after: new Date(since - overlapMs).toISOString() } },
      sort: { orderPlacedAt: 'ASC', id: 'ASC' },
      skip,
      take: pageSize,
    },
    call.signal,
  )
  if (placed.end !== 'done') return placed
  const moved = skip === 0 ? await byId(shop, open, call.signal) : done([])
  if (moved.end !== 'done') return moved
  const orders = [...new Map([...placed.value, ...moved.value].map((order) => [order.id, order])).values()]
    .map((order) => orderOf(order, shop.settings.pickUpMethods, call.at))
    .filter((order) => order !== null)
  const more = placed.value.length === pageSize
  return done({ orders, cursor: writeCursor(nextCursor(at.value, orders, more ? pageSize : 0)), more })
}

/** By the shop's own clock: after the order that was placed last. */
async function now(shop: Shop, call: Call): Promise<Done<OrderPage>> {
  const last = await list(
    shop,
    { filter: { orderPlacedAt: { isNull: false } }, sort: { orderPlacedAt: 'DESC' }, take: 1 },
    call.signal,
  )
  if (last.end !== 'done') return last
  const [order] = last.value
  const since = order?.orderPlacedAt ? Date.parse(order.orderPlacedAt) + overlapMs + 1 : 0
  return done({ orders: [], cursor: writeCursor({ since, skip: 0, latest: since, open: [] }), more: false })
}

async function byId(
  shop: Shop,
  ids: readonly string[],
  signal: Signal,
): Promise<Done<readonly VendureOrder[]>> {
  const found: VendureOrder[] = []
  for (let from = 0; from < ids.length; from += pageSize) {
    const some = ids.slice(from, from + pageSize)
    const said = await list(shop, { filter: { id: { in: some } }, take: pageSize }, signal)
    if (said.end !== 'done') return said
    found.push(...said.value)
  }
  return done(found)
}

/** As Vendure has it; `null`: no such order. */
export async function findOrder(shop: Shop, id: string, signal: Signal): Promise<Done<VendureOrder | null>> {
  const query = `query ($id: ID!) { order(id: $id) { ${orderFields} } }`
  const said = await ask(shop, query, { id }, z.object({ order: vendureOrder.nullable() }), signal)
  return said.end === 'done' ? done(said.value.order) : said
}

export async function readOrder(shop: Shop, id: string, call: Call): Promise<Done<OnlineOrder | null>> {
  const found = await findOrder(shop, id, call.signal)
  if (found.end !== 'done' || found.value === null) return found.end === 'done' ? done(null) : found
  return done(orderOf(found.value, shop.settings.pickUpMethods, call.at))
}
