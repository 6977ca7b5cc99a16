import { z } from 'zod'
import type { OnlineOrder, OrderMove } from '#shared/marketplace/online.ts'
import { formatData } from '#shared/money/format.ts'
import { done, refused } from '../json.ts'
import type { Call, Done, OrderPage } from '../marketplace.ts'
import { isOdd, type Odd, orOdd, splitOdd } from '../odd-order.ts'
import type { Listed, WooApi } from './api.ts'
import { advance, type Cursor, cursorText, gmtText, readCursor, startAt } from './cursor.ts'
import {
  leftToRefund,
  moveKey,
  msOf,
  onlineOrder,
  orderFrom,
  stateOf,
  type WooOrder,
  wooName,
  wooOrder,
} from './order.ts'

const seenOrder = orOdd(wooOrder, wooName)
const note = z.object({ note: z.string() })
const refund = z.object({ id: z.int().positive() })

export async function ordersSince(api: WooApi, cursor: string | null, call: Call): Promise<Done<OrderPage>> {
  if (cursor === null) return startOf(api, call)
  const from = readCursor(cursor)
  if (from === null) return refused('malformed', 'no cursor of WooCommerce')
  const page = await pageAt(api, from, call)
  if (page.end !== 'done' || !page.value.more || from.asOfMs !== null) return told(page, from)
  // A walk of several pages is as of before its first one was read.
  const asOfMs = await newestMs(api, call)
  if (asOfMs.end !== 'done') return asOfMs
  const begun = { ...from, asOfMs: asOfMs.value ?? from.afterMs }
  return told(await pageAt(api, begun, call), begun)
}

function pageAt(api: WooApi, { afterMs, page }: Cursor, call: Call): Promise<Done<Listed<WooOrder | Odd>>> {
  const query = `orders?dates_are_gmt=true&modified_after=${gmtText(afterMs)}&orderby=modified&order=asc`
  return api.list(query, page, seenOrder, call.signal)
}

function told(page: Done<Listed<WooOrder | Odd>>, from: Cursor): Done<OrderPage> {
  if (page.end !== 'done') return page
  const { items, more } = page.value
  const modified = items.map(modifiedMs).filter((ms) => ms !== null)
  return done({ ...splitOdd(items, orderFrom), cursor: cursorText(advance(from, modified, more)), more })
}

const modifiedMs = (order: WooOrder | Odd): number | null =>
  isOdd(order) ? order.atMs : msOf(order.date_modified_gmt)

async function newestMs(api: WooApi, { signal }: Call): Promise<Done<number | null>> {
  const path = 'orders?orderby=modified&order=desc&per_page=1'
  const newest = await api.ask('GET', path, undefined, z.array(seenOrder).max(1), signal)
  if (newest.end !== 'done') return newest
  const [order] = newest.value
  if (order === undefined) return done(null)
  const ms = modifiedMs(order)
  return ms === null ? refused('malformed', 'the newest order has no date') : done(ms)
}

async function startOf(api: WooApi, call: Call): Promise<Done<OrderPage>> {
  const newest = await newestMs(api, call)
  if (newest.end !== 'done') return newest
  return done({ orders: [], odd: [], cursor: cursorText(startAt(newest.value)), more: false })
}

export async function readOrder(api: WooApi, id: string, call: Call): Promise<Done<OnlineOrder | null>> {
  const order = await fetchOrder(api, id, call)
  if (order.end === 'refused' && order.code === 'gone') return done(null)
  return order.end === 'done' ? onlineOrder(order.value) : order
}

/**
 * The parcel's number is told to the buyer in a note, before the order is completed: whoever repeats this finds the
 * note and writes no second mail.
 */
export async function moveOrder(api: WooApi, id: string, move: OrderMove, call: Call): Promise<Done> {
  const order = await fetchOrder(api, id, call)
  if (order.end !== 'done') return order
  if (order.value.status === 'completed') return done(null)
  const state = stateOf(order.value)
  if (state !== 'paid') return refused('refused', `order ${order.value.number} is ${state}`)
  if (move.to === 'shipped' && move.tracking !== '') {
    const told = await tellOnce(api, id, `${move.carrier} ${move.tracking}`.trim(), call)
    if (told.end !== 'done') return told
  }
  const change = { status: 'completed', meta_data: [{ key: moveKey, value: move.to }] }
  const moved = await api.ask('PUT', `orders/${id}`, change, wooOrder, call.signal)
  if (moved.end !== 'done') return moved
  return moved.value.status === 'completed'
    ? done(null)
    : refused('refused', `order ${moved.value.number} stays ${moved.value.status}`)
}

async function tellOnce(api: WooApi, id: string, words: string, call: Call): Promise<Done> {
  const path = `orders/${id}/notes`
  const notes = await api.ask('GET', `${path}?type=customer`, undefined, z.array(note), call.signal)
  if (notes.end !== 'done') return notes
  if (notes.value.some((each) => each.note.includes(words))) return done(null)
  const said = await api.ask('POST', path, { note: words, customer_note: true }, note, call.signal)
  return said.end === 'done' ? done(null) : said
}

/**
 * A paid order is refunded in full, which WooCommerce itself turns into `refunded`; nothing is put back on its shelf,
 * for the till says how many there are. It refuses more than is left, so that a repetition can never pay twice
 * ([S] plugin source, `wc_create_refund`). An unpaid one is cancelled, and what it held WooCommerce does put back:
 * the count has to be written again after this.
 */
export async function cancelAndRefund(api: WooApi, id: string, reason: string, call: Call): Promise<Done> {
  const order = await fetchOrder(api, id, call)
  if (order.end !== 'done') return order
  const left = leftToRefund(order.value)
  if (order.value.date_paid_gmt !== null && left > 0) {
    const body = {
      amount: formatData(left),
      reason,
      api_refund: true,
      meta_data: [{ key: 'hanout_key', value: call.key }],
    }
    const given = await api.ask('POST', `orders/${id}/refunds`, body, refund, call.signal)
    if (given.end !== 'done') return given
  }
  return endsCancelled(api, id, call)
}

async function endsCancelled(api: WooApi, id: string, call: Call): Promise<Done> {
  const order = await fetchOrder(api, id, call)
  if (order.end !== 'done' || isOver(order.value)) return order.end === 'done' ? done(null) : order
  // Nothing is left of its money, or there never was any: what remains is to say so.
  const change = { status: order.value.date_paid_gmt === null ? 'cancelled' : 'refunded' }
  const ended = await api.ask('PUT', `orders/${id}`, change, wooOrder, call.signal)
  if (ended.end !== 'done') return ended
  return isOver(ended.value)
    ? done(null)
    : refused('refused', `order ${ended.value.number} stays ${ended.value.status}`)
}

const isOver = (order: WooOrder): boolean =>
  (stateOf(order) === 'cancelled' || stateOf(order) === 'refunded') &&
  (order.date_paid_gmt === null || leftToRefund(order) <= 0)

async function fetchOrder(api: WooApi, id: string, call: Call): Promise<Done<WooOrder>> {
  if (!/^[1-9]\d{0,15}$/.test(id)) return refused('gone', 'no order id of WooCommerce')
  const order = await api.ask('GET', `orders/${id}`, undefined, wooOrder, call.signal)
  return order.end === 'done' && String(order.value.id) !== id
    ? refused('malformed', `asked for order ${id}, answered with ${order.value.id}`)
    : order
}
