import type { OnlineOrder } from '#shared/marketplace/online.ts'
import { done, refused } from '../json.ts'
import type { Call, Done, OrderPage } from '../marketplace.ts'
import { splitOdd } from '../odd-order.ts'
import { ask } from './api.ts'
import { advance, type Cursor, cursorText, readCursor, startAt } from './cursor.ts'
import { orderOf } from './order-of.ts'
import { placedOrders } from './orders-placed.ts'
import { listPage } from './paging.ts'
import { type Path, readList, readPath } from './path.ts'
import { instantAt, markOf, seenOrders } from './seen-order.ts'
import type { Shop } from './settings.ts'
import { timeText } from './times.ts'

/** By the instant at which orders moved, where the marketplace says it; otherwise by the one at which they were placed. */
export function ordersSince(shop: Shop, cursor: string | null, call: Call): Promise<Done<OrderPage>> {
  const { movedAt } = shop.mapping.order
  if (movedAt !== undefined) return movedOrders(shop, movedAt, cursor, call)
  return placedOrders(shop, cursor, call, {
    newest: () => newestOrders(shop, call),
    read: (id) => readOrder(shop, id, call),
  })
}

async function movedOrders(
  shop: Shop,
  movedAt: Path,
  cursor: string | null,
  call: Call,
): Promise<Done<OrderPage>> {
  if (cursor === null) return startOf(shop, movedAt, call)
  const at = readCursor(cursor)
  return at.end === 'done' ? pageAt(shop, movedAt, at.value, call) : at
}

async function pageAt(shop: Shop, movedAt: Path, from: Cursor, call: Call): Promise<Done<OrderPage>> {
  const { mapping } = shop
  const since = timeText(mapping.times, from.sinceMs)
  const page = await listPage(shop, 'listOrders', mapping.listOrders, from.turn, { since }, call)
  if (page.end !== 'done') return page
  const { items, next } = page.value
  const mark = markOf(mapping, items)
  if (items.length > 0 && mark === from.before) return refused('malformed', 'listOrders: the same page twice')
  const moved = items.map((item) => instantAt(shop, movedAt, item)).filter((ms) => ms !== null)
  const { paging } = mapping.listOrders
  const fullPage = paging.kind === 'page' || paging.kind === 'offset' ? paging.size : null
  if (fullPage !== null && !isAscending(moved))
    return refused('malformed', 'listOrders: not in the order in which they moved')
  const seen = seenOrders(shop, items, call.at)
  if (seen.end !== 'done') return seen
  const { cursor, more } = advance(from, { moved, mark, next, fullPage, orders: items.length })
  return done({ ...splitOdd(seen.value, ({ order }) => order), cursor: cursorText(cursor), more })
}

/** From the order that moved last. */
async function startOf(shop: Shop, movedAt: Path, call: Call): Promise<Done<OrderPage>> {
  const newest = await newestOrders(shop, call)
  if (newest.end !== 'done') return newest
  const [order] = newest.value
  const instant = order === undefined ? null : instantAt(shop, movedAt, order)
  if (order !== undefined && instant === null) return refused('malformed', 'order.movedAt: no instant')
  return done({ orders: [], odd: [], cursor: cursorText(startAt(instant)), more: false })
}

/** In an answer that begins with the newest. */
async function newestOrders(shop: Shop, call: Call): Promise<Done<readonly unknown[]>> {
  const said = await ask(shop, 'newestOrder', shop.mapping.newestOrder, { values: {} }, call)
  if (said.end !== 'done') return said
  const list = readList(shop.mapping.newestOrder.list, said.value.json, 1_000)
  return list === null ? refused('malformed', 'newestOrder.list: no list') : done(list)
}

/** To the second: many keep no more, and sort by no more. */
const isAscending = (moved: readonly number[]): boolean =>
  moved.every((ms, index) => Math.floor(ms / 1_000) >= Math.floor((moved[index - 1] ?? 0) / 1_000))

/** As the marketplace has it now; `null`: no such order. */
export async function readOrder(shop: Shop, order: string, call: Call): Promise<Done<OnlineOrder | null>> {
  const operation = shop.mapping.readOrder
  const said = await ask(shop, 'readOrder', operation, { values: { 'order.id': order } }, call)
  if (said.end === 'refused' && said.code === 'gone') return done(null)
  if (said.end !== 'done') return said
  const json = readPath(operation.answer, said.value.json)
  // How a GraphQL says that there is none.
  if (json === null && said.value.json !== null) return done(null)
  const read = orderOf(shop, json, call.at)
  if (read.end !== 'done' || read.value.id === order) return read
  return refused('malformed', `asked for order ${order}, answered with ${read.value.id}`)
}
