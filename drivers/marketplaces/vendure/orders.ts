import { z } from 'zod'
import type { OnlineOrder } from '#shared/marketplace/online.ts'
import { done } from '../json.ts'
import type { Call, Done, OrderPage } from '../marketplace.ts'
import { type Odd, orOdd } from '../odd-order.ts'
import { type PlacedOrders, placedSince } from '../placed-orders.ts'
import { ask, type Signal } from './graphql.ts'
import { orderFieldsOf, orderOf, type VendureOrder, vendureName, vendureOrder } from './order-of.ts'
import type { Shop } from './settings.ts'

const page = z.object({ orders: z.object({ items: z.array(orOdd(vendureOrder, vendureName)) }) })

/** A slice of the shop's orders, by any filter and order. */
async function list(
  shop: Shop,
  options: object,
  signal: Signal,
): Promise<Done<readonly (VendureOrder | Odd)[]>> {
  const query = `query ($options: OrderListOptions) { orders(options: $options) { items { ${orderFieldsOf(shop.settings)} } } }`
  const said = await ask(shop, query, { options }, page, signal)
  return said.end === 'done' ? done(said.value.orders.items) : said
}

const questions = (shop: Shop, { at, signal }: Call): PlacedOrders<VendureOrder> => ({
  placedAfter: (utcMs, skip, take) =>
    list(
      shop,
      {
        filter: { orderPlacedAt: { after: new Date(utcMs).toISOString() } },
        sort: { orderPlacedAt: 'ASC', id: 'ASC' },
        skip,
        take,
      },
      signal,
    ),
  newest: () =>
    list(
      shop,
      { filter: { orderPlacedAt: { isNull: false } }, sort: { orderPlacedAt: 'DESC' }, take: 1 },
      signal,
    ),
  byId: (ids) => list(shop, { filter: { id: { in: ids } }, take: ids.length }, signal),
  read: (order) => orderOf(order, shop.settings.pickUpMethods, at),
})

/** Neither `updatedAt` (which stands still) nor an event tells that an order moved. */
export const ordersSince = (shop: Shop, cursor: string | null, call: Call): Promise<Done<OrderPage>> =>
  placedSince(questions(shop, call), cursor)

/** As Vendure has it; `null`: no such order. */
export async function findOrder(shop: Shop, id: string, signal: Signal): Promise<Done<VendureOrder | null>> {
  const query = `query ($id: ID!) { order(id: $id) { ${orderFieldsOf(shop.settings)} } }`
  const said = await ask(shop, query, { id }, z.object({ order: vendureOrder.nullable() }), signal)
  return said.end === 'done' ? done(said.value.order) : said
}

export async function readOrder(shop: Shop, id: string, call: Call): Promise<Done<OnlineOrder | null>> {
  const found = await findOrder(shop, id, call.signal)
  if (found.end !== 'done' || found.value === null) return found.end === 'done' ? done(null) : found
  return done(orderOf(found.value, shop.settings.pickUpMethods, call.at))
}
