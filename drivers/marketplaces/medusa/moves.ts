import { z } from 'zod'
import type { OrderMove } from '#shared/marketplace/online.ts'
import { done, refused } from '../json.ts'
import type { Call, Done } from '../marketplace.ts'
import { ask, type Signal, withId } from './api.ts'
import type { MedusaOrder } from './order-of.ts'
import { findOrder } from './orders.ts'
import type { Shop } from './settings.ts'

/**
 * Packs what was not packed yet, then sends each parcel, or hands it over. Begun and not finished is taken up where it
 * stands, so that the same move again does only what is missing.
 */
export async function moveOrder(shop: Shop, id: string, move: OrderMove, call: Call): Promise<Done> {
  const found = await findOrder(shop, id, call.signal)
  if (found.end !== 'done') return found
  if (found.value === null) return refused('gone', 'no such order')
  if (found.value.status === 'canceled') return refused('refused', 'the order is cancelled')
  const packed = await pack(shop, found.value, call.signal)
  if (packed.end !== 'done') return packed
  for (const parcel of packed.value.fulfillments) {
    if (parcel.canceled_at || parcel.delivered_at) continue
    const gone = await send(shop, id, parcel, move, call.signal)
    if (gone.end !== 'done') return gone
  }
  return done(null)
}

const moved = z.object({ order: withId })

type Parcel = MedusaOrder['fulfillments'][number]

/** @returns the order with its parcels */
async function pack(shop: Shop, order: MedusaOrder, signal: Signal): Promise<Done<MedusaOrder>> {
  const items = order.items
    .map(({ id, quantity, detail }) => ({ id, quantity: quantity - detail.fulfilled_quantity }))
    .filter(({ quantity }) => quantity > 0)
  if (items.length === 0) return done(order)
  const { location } = shop.settings
  const path = `/orders/${order.id}/fulfillments`
  const said = await ask(shop, 'POST', path, { items, location_id: location }, moved, signal)
  if (said.end !== 'done') return said
  const again = await findOrder(shop, order.id, signal)
  if (again.end !== 'done') return again
  return again.value === null ? refused('gone', 'no such order') : done(again.value)
}

async function send(
  shop: Shop,
  order: string,
  parcel: Parcel,
  move: OrderMove,
  signal: Signal,
): Promise<Done> {
  const path = `/orders/${order}/fulfillments/${parcel.id}`
  if (move.to === 'handedOver') {
    const said = await ask(shop, 'POST', `${path}/mark-as-delivered`, {}, moved, signal)
    return said.end === 'done' ? done(null) : said
  }
  if (parcel.shipped_at) return done(null)
  const items = parcel.items.map(({ line_item_id, quantity }) => ({ id: line_item_id, quantity }))
  const labels = [
    { tracking_number: `${move.carrier} ${move.tracking}`.trim(), tracking_url: '', label_url: '' },
  ]
  const said = await ask(shop, 'POST', `${path}/shipments`, { items, labels }, moved, signal)
  return said.end === 'done' ? done(null) : said
}
