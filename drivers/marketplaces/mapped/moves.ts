import type { OnlineOrder, OrderMove } from '#shared/marketplace/online.ts'
import { done, refused } from '../json.ts'
import type { Call, Done } from '../marketplace.ts'
import { ask } from './api.ts'
import { moneyOut } from './money-out.ts'
import { readOrder } from './orders.ts'
import type { Shop } from './settings.ts'
import type { Values } from './template.ts'

/** It is looked at first: what it already is, is not done again. */
export async function moveOrder(shop: Shop, id: string, move: OrderMove, call: Call): Promise<Done> {
  const order = await orderThere(shop, id, call)
  if (order.end !== 'done') return order
  const { state, number } = order.value
  if (state === 'handedOver' || state === 'shipped') return done(null)
  if (state !== 'paid') return refused('refused', `order ${number} is ${state}`)
  const parcel: Values =
    move.to === 'shipped' ? { 'move.carrier': move.carrier, 'move.tracking': move.tracking } : {}
  const name = move.to === 'shipped' ? 'ship' : 'handOver'
  const filling = { values: { ...valuesOf(shop, order.value), ...parcel } }
  const said = await ask(shop, name, shop.mapping[name], filling, call)
  return said.end === 'done' ? done(null) : said
}

/**
 * It is looked at first, and never after: a marketplace that takes its time would still call it paid, and whoever believed
 * that would give the money back twice. That it did so it says in the answer itself.
 */
export async function cancelAndRefund(shop: Shop, id: string, reason: string, call: Call): Promise<Done> {
  const order = await orderThere(shop, id, call)
  if (order.end !== 'done') return order
  const { state } = order.value
  if (state === 'cancelled' || state === 'refunded') return done(null)
  const filling = { values: { ...valuesOf(shop, order.value), 'cancel.reason': reason } }
  const { cancelOrder, refundOrder } = shop.mapping
  const said =
    state === 'placed' && cancelOrder !== undefined
      ? await ask(shop, 'cancelOrder', cancelOrder, filling, call)
      : await ask(shop, 'refundOrder', refundOrder, filling, call)
  return said.end === 'done' ? done(null) : said
}

async function orderThere(shop: Shop, id: string, call: Call): Promise<Done<OnlineOrder>> {
  const order = await readOrder(shop, id, call)
  if (order.end !== 'done') return order
  return order.value === null ? refused('gone', `no order ${id}`) : done(order.value)
}

const valuesOf = ({ mapping }: Shop, { id, number, total, currency }: OnlineOrder): Values => ({
  'order.id': id,
  'order.number': number,
  'order.total': moneyOut(mapping.money, total),
  'order.currency': currency,
})
