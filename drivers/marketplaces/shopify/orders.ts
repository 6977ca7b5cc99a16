import { z } from 'zod'
import type { OnlineOrder } from '#shared/marketplace/online.ts'
import { done, refused } from '../json.ts'
import type { Call, Done, OrderPage } from '../marketplace.ts'
import type { ShopifyApi } from './api.ts'
import { advance, cursorText, readCursor } from './cursor.ts'
import { gid } from './gid.ts'
import {
  type Lines,
  lineFields,
  lines,
  onlineOrder,
  orderFields,
  type ShopifyOrder,
  shopifyOrder,
} from './order.ts'

const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() })

const pageQuery = `query ($since: String!, $after: String) {
  orders(first: 10, after: $after, query: $since, sortKey: UPDATED_AT) {
    nodes { ${orderFields} }
    pageInfo { hasNextPage endCursor }
  }
}`
const page = z.object({ orders: z.object({ nodes: z.array(shopifyOrder), pageInfo }) })

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
  const variables = {
    since: `updated_at:>='${new Date(from.sinceMs).toISOString()}'`,
    after: from.after === '' ? null : from.after,
  }
  const said = await api.ask(pageQuery, variables, page, call.signal)
  if (said.end !== 'done') return said
  const { nodes, pageInfo: info } = said.value.orders
  if (info.hasNextPage && (info.endCursor === null || info.endCursor === from.after)) {
    return refused('malformed', 'a page without end')
  }
  const orders: OnlineOrder[] = []
  for (const each of nodes) {
    const order = await whole(api, each, call)
    if (order.end !== 'done') return order
    orders.push(order.value)
  }
  const next = advance(
    from,
    nodes.map(({ updatedAt }) => updatedAt),
    info.hasNextPage ? info.endCursor : null,
  )
  return done({ orders, cursor: cursorText(next), more: info.hasNextPage })
}

/** From the newest order there is. A shop without any begins at the beginning. */
async function startOf(api: ShopifyApi, call: Call): Promise<Done<OrderPage>> {
  const said = await api.ask(newestQuery, {}, newest, call.signal)
  if (said.end !== 'done') return said
  const sinceMs = said.value.orders.nodes[0]?.updatedAt ?? 0
  return done({ orders: [], cursor: cursorText({ sinceMs, newestMs: sinceMs, after: '' }), more: false })
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
