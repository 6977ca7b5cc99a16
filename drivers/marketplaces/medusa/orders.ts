import { z } from 'zod'
import type { OnlineOrder } from '#shared/marketplace/online.ts'
import { done } from '../json.ts'
import type { Call, Done, OrderPage } from '../marketplace.ts'
import { nextCursor, readCursor, writeCursor } from '../order-cursor.ts'
import { ask, type Signal } from './api.ts'
import { type MedusaOrder, medusaOrder, orderFields, orderOf } from './order-of.ts'
import type { Shop } from './settings.ts'

/** Orders of one question. */
const pageSize = 100
/** An order is dated by the server before the workflow that makes it ends; none lasts so long. */
const overlapMs = 120_000

const page = z.object({ orders: z.array(medusaOrder) })

async function list(
  shop: Shop,
  query: Readonly<Record<string, string>>,
  signal: Signal,
): Promise<Done<readonly MedusaOrder[]>> {
  const path = `/orders?${new URLSearchParams({ ...query, fields: orderFields })}`
  const said = await ask(shop, 'GET', path, undefined, page, signal)
  return said.end === 'done' ? done(said.value.orders) : said
}

/**
 * New orders by `created_at`, and again each of those that were not at their end: payments, refunds and parcels are
 * records of their own, whose change leaves the order's `updated_at` as it was.
 */
export async function ordersSince(shop: Shop, cursor: string | null, call: Call): Promise<Done<OrderPage>> {
  if (cursor === null) return now(shop, call)
  const at = readCursor(cursor)
  if (at.end !== 'done') return at
  const { since, skip, open } = at.value
  const placed = await list(
    shop,
    {
      'created_at[$gt]': new Date(since - overlapMs).toISOString(),
      order: 'created_at',
      offset: String(skip),
      limit: String(pageSize),
    },
    call.signal,
  )
  if (placed.end !== 'done') return placed
  const moved = skip === 0 ? await byId(shop, open, call.signal) : done([])
  if (moved.end !== 'done') return moved
  const orders = [
    ...new Map([...placed.value, ...moved.value].map((order) => [order.id, order])).values(),
  ].map((order) => orderOf(order, shop.settings.pickUpOptions, call.at))
  const more = placed.value.length === pageSize
  return done({ orders, cursor: writeCursor(nextCursor(at.value, orders, more ? pageSize : 0)), more })
}

/** By the shop's own clock: after the order that was placed last. */
async function now(shop: Shop, call: Call): Promise<Done<OrderPage>> {
  const last = await list(shop, { order: '-created_at', limit: '1' }, call.signal)
  if (last.end !== 'done') return last
  const [order] = last.value
  const since = order === undefined ? 0 : Date.parse(order.created_at) + overlapMs + 1
  return done({ orders: [], cursor: writeCursor({ since, skip: 0, latest: since, open: [] }), more: false })
}

async function byId(
  shop: Shop,
  ids: readonly string[],
  signal: Signal,
): Promise<Done<readonly MedusaOrder[]>> {
  const found: MedusaOrder[] = []
  for (let from = 0; from < ids.length; from += pageSize) {
    const some = ids.slice(from, from + pageSize)
    const named = Object.fromEntries(some.map((id, index) => [`id[${index}]`, id]))
    const said = await list(shop, { ...named, limit: String(pageSize) }, signal)
    if (said.end !== 'done') return said
    found.push(...said.value)
  }
  return done(found)
}

/** As Medusa has it; `null`: no such order. */
export async function findOrder(shop: Shop, id: string, signal: Signal): Promise<Done<MedusaOrder | null>> {
  const path = `/orders/${encodeURIComponent(id)}?${new URLSearchParams({ fields: orderFields })}`
  const said = await ask(shop, 'GET', path, undefined, z.object({ order: medusaOrder }), signal)
  if (said.end === 'refused' && said.code === 'gone') return done(null)
  return said.end === 'done' ? done(said.value.order) : said
}

export async function readOrder(shop: Shop, id: string, call: Call): Promise<Done<OnlineOrder | null>> {
  const found = await findOrder(shop, id, call.signal)
  if (found.end !== 'done') return found
  return done(found.value === null ? null : orderOf(found.value, shop.settings.pickUpOptions, call.at))
}
