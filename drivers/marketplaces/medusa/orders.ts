import { z } from 'zod'
import type { OnlineOrder } from '#shared/marketplace/online.ts'
import { done } from '../json.ts'
import type { Call, Done, OrderPage } from '../marketplace.ts'
import { type Odd, orOdd } from '../odd-order.ts'
import { type PlacedOrders, placedSince } from '../placed-orders.ts'
import { ask, type Signal } from './api.ts'
import { type MedusaOrder, medusaName, medusaOrder, orderFields, orderOf } from './order-of.ts'
import type { Shop } from './settings.ts'

const page = z.object({ orders: z.array(orOdd(medusaOrder, medusaName)) })

async function list(
  shop: Shop,
  query: Readonly<Record<string, string>>,
  signal: Signal,
): Promise<Done<readonly (MedusaOrder | Odd)[]>> {
  const path = `/orders?${new URLSearchParams({ ...query, fields: orderFields })}`
  const said = await ask(shop, 'GET', path, undefined, page, signal)
  return said.end === 'done' ? done(said.value.orders) : said
}

const questions = (shop: Shop, { at, signal }: Call): PlacedOrders<MedusaOrder> => ({
  placedAfter: (utcMs, skip, take) =>
    list(
      shop,
      {
        'created_at[$gt]': new Date(utcMs).toISOString(),
        order: 'created_at',
        offset: String(skip),
        limit: String(take),
      },
      signal,
    ),
  newest: () => list(shop, { order: '-created_at', limit: '1' }, signal),
  byId: (ids) => {
    const named = Object.fromEntries(ids.map((id, index) => [`id[${index}]`, id]))
    return list(shop, { ...named, limit: String(ids.length) }, signal)
  },
  read: (order) => orderOf(order, shop.settings.pickUpOptions, at),
})

/** Payments, refunds and parcels are records of their own, whose change leaves the order's `updated_at` as it was. */
export const ordersSince = (shop: Shop, cursor: string | null, call: Call): Promise<Done<OrderPage>> =>
  placedSince(questions(shop, call), cursor)

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
