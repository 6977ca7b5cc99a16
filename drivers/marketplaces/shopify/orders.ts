import { z } from 'zod'
import type { OnlineOrder } from '#shared/marketplace/online.ts'
import { done, type Refused, refused } from '../json.ts'
import type { Call, Done, OrderPage } from '../marketplace.ts'
import { isOdd, type Odd, orOdd, splitOdd } from '../odd-order.ts'
import type { ShopifyApi } from './api.ts'
import { advance, type Cursor, cursorText, readCursor, startAt } from './cursor.ts'
import { gid, numberOf } from './gid.ts'
import {
  type Lines,
  lineFields,
  lines,
  onlineOrder,
  orderFields,
  type ShopifyOrder,
  shopifyName,
  shopifyOrder,
} from './order.ts'

const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() })

const pageQuery = `query ($since: String!, $after: String) {
  orders(first: 10, after: $after, query: $since, sortKey: UPDATED_AT) {
    nodes { ${orderFields} }
    pageInfo { hasNextPage endCursor }
  }
}`
const page = z.object({ orders: z.object({ nodes: z.array(orOdd(shopifyOrder, shopifyName)), pageInfo }) })
type Page = z.infer<typeof page>['orders']

const newestQuery = 'query { orders(first: 1, sortKey: UPDATED_AT, reverse: true) { nodes { updatedAt } } }'
const newest = z.object({
  orders: z.object({ nodes: z.array(shopifyOrder.pick({ updatedAt: true })).max(1) }),
})

const orderQuery = `query ($id: ID!) { order(id: $id) { ${orderFields} } }`
const oneOrder = z.object({ order: shopifyOrder.nullable() })

const linesQuery = `query ($id: ID!, $after: String) {
  order(id: $id) { lineItems(first: 250, after: $after) { ${lineFields} } }
}`
const moreLines = z.object({ order: z.object({ lineItems: lines }).nullable() })

export async function ordersSince(
  api: ShopifyApi,
  cursor: string | null,
  call: Call,
): Promise<Done<OrderPage>> {
  if (cursor === null) return startOf(api, call)
  const from = readCursor(cursor)
  if (from === null) return refused('malformed', 'no cursor of Shopify')
  const said = await pageAt(api, from, call)
  if (said.end !== 'done') return said
  if (from.after !== '' || !said.value.pageInfo.hasNextPage) return told(api, said.value, from, call)
  // A walk of several pages is as of before its first one was read.
  const newestMs = await newestOf(api, call)
  if (newestMs.end !== 'done') return newestMs
  const begun = { ...from, newestMs: newestMs.value ?? from.newestMs }
  const first = await pageAt(api, begun, call)
  return first.end === 'done' ? told(api, first.value, begun, call) : first
}

async function pageAt(api: ShopifyApi, { sinceMs, after }: Cursor, call: Call): Promise<Done<Page>> {
  const variables = {
    since: `updated_at:>='${new Date(sinceMs).toISOString()}'`,
    after: after === '' ? null : after,
  }
  const said = await api.ask(pageQuery, variables, page, call.signal)
  if (said.end !== 'done') return said
  const { pageInfo: info } = said.value.orders
  return info.hasNextPage && (info.endCursor === null || info.endCursor === after)
    ? refused('malformed', 'a page without end')
    : done(said.value.orders)
}

async function told(
  api: ShopifyApi,
  { nodes, pageInfo: info }: Page,
  from: Cursor,
  call: Call,
): Promise<Done<OrderPage>> {
  const seen: (OnlineOrder | Odd)[] = []
  for (const each of nodes) {
    const order = isOdd(each) ? done(each) : await whole(api, each, call)
    if (order.end === 'done') seen.push(order.value)
    else if (isAboutIt(order) && !isOdd(each)) seen.push(oddOf(each, order))
    else return order
  }
  const updated = nodes.map((each) => (isOdd(each) ? each.atMs : each.updatedAt)).filter((ms) => ms !== null)
  const next = advance(from, updated, info.hasNextPage ? info.endCursor : null)
  return done({ ...splitOdd(seen, (order) => order), cursor: cursorText(next), more: info.hasNextPage })
}

/** What is wrong with the order itself, and not with the question for the rest of its lines. */
const isAboutIt = (end: Done<unknown>): end is Refused =>
  end.end === 'refused' && (end.code === 'malformed' || end.code === 'otherCurrency')

const oddOf = ({ id, name, updatedAt }: ShopifyOrder, { code, text }: Refused): Odd => ({
  odd: { id: numberOf('Order', id) ?? id, number: name, code, text },
  atMs: updatedAt,
})

async function newestOf(api: ShopifyApi, { signal }: Call): Promise<Done<number | null>> {
  const said = await api.ask(newestQuery, {}, newest, signal)
  return said.end === 'done' ? done(said.value.orders.nodes[0]?.updatedAt ?? null) : said
}

async function startOf(api: ShopifyApi, call: Call): Promise<Done<OrderPage>> {
  const newestMs = await newestOf(api, call)
  if (newestMs.end !== 'done') return newestMs
  return done({ orders: [], odd: [], cursor: cursorText(startAt(newestMs.value)), more: false })
}

export async function readOrder(api: ShopifyApi, id: string, call: Call): Promise<Done<OnlineOrder | null>> {
  const order = await fetchOrder(api, id, call)
  if (order.end === 'refused' && order.code === 'gone') return done(null)
  return order.end === 'done' ? whole(api, order.value, call) : order
}

/** @param id its number */
export async function fetchOrder(api: ShopifyApi, id: string, call: Call): Promise<Done<ShopifyOrder>> {
  if (!/^[1-9]\d{0,19}$/.test(id)) return refused('gone', 'no order id of Shopify')
  const said = await api.ask(orderQuery, { id: gid('Order', id) }, oneOrder, call.signal)
  if (said.end !== 'done') return said
  const { order } = said.value
  if (order === null) return refused('gone', `no order ${id}`)
  return order.id === gid('Order', id)
    ? done(order)
    : refused('malformed', `asked for order ${id}, answered with ${order.id}`)
}

/** With the lines that did not come with it. */
async function whole(api: ShopifyApi, order: ShopifyOrder, call: Call): Promise<Done<OnlineOrder>> {
  const all: Lines['nodes'] = [...order.lineItems.nodes]
  let { pageInfo: info } = order.lineItems
  while (info.hasNextPage) {
    const variables = { id: order.id, after: info.endCursor }
    const said = await api.ask(linesQuery, variables, moreLines, call.signal)
    if (said.end !== 'done') return said
    const more = said.value.order?.lineItems
    if (more === undefined || more.nodes.length === 0) {
      return refused('malformed', `order ${order.name}: lines are missing`)
    }
    all.push(...more.nodes)
    info = more.pageInfo
  }
  return onlineOrder(order, all)
}
