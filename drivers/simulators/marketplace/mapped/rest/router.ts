import { jsonAnswer, type ShopAnswer, type ShopRequest } from '../../shop-door.ts'
import type { ArticleDesk } from './article-desk.ts'
import { type Keys, letIn, type Permission } from './keys.ts'
import type { OrderDesk } from './order-desk.ts'
import { invalid, notFound, SoukError } from './souk-error.ts'
import type { StockDesk } from './stock-desk.ts'

export interface Desks {
  readonly articles: ArticleDesk
  readonly stock: StockDesk
  readonly orders: OrderDesk
  readonly currency: string
}

interface Asked {
  readonly request: ShopRequest
  readonly query: URLSearchParams
  /** What the brackets of the route caught. */
  readonly id: string
  readonly json: unknown
}
type Route = readonly [
  method: string,
  path: RegExp,
  permission: Permission | null,
  answer: (desks: Desks, asked: Asked) => ShopAnswer,
]

const id = '([A-Za-z0-9_-]{1,80})'
const at = (path: string): RegExp => new RegExp(`^/api/v1/${path}$`)

const routes: readonly Route[] = [
  ['GET', at('articles'), 'catalogue', ({ articles }, { query }) => articles.list(query)],
  ['POST', at('articles'), 'catalogue', ({ articles }, { json }) => articles.create(json)],
  ['PUT', at(`articles/${id}`), 'catalogue', ({ articles }, asked) => articles.update(asked.id, asked.json)],
  [
    'PUT',
    at(`articles/${id}/status`),
    'catalogue',
    ({ articles }, asked) => articles.setStatus(asked.id, asked.json),
  ],
  [
    'PUT',
    at(`photographs/${id}`),
    'catalogue',
    ({ articles }, asked) =>
      articles.putPhotograph(asked.id, asked.request.headers['content-type'] ?? '', asked.request.body),
  ],
  ['GET', at(`articles/${id}/stock`), 'stock', ({ stock }, asked) => stock.read(asked.id)],
  ['PUT', at(`articles/${id}/stock`), 'stock', ({ stock }, asked) => stock.write(asked.id, asked.json)],
  ['POST', at('stocks'), 'stock', ({ stock }, { json }) => stock.writeMany(json)],
  ['POST', at(`articles/${id}/holds`), 'stock', ({ stock }, asked) => stock.hold(asked.id, asked.json)],
  ['DELETE', at(`holds/${id}`), 'stock', ({ stock }, asked) => stock.release(asked.id)],
  ['GET', at('orders'), 'orders', ({ orders }, { query }) => orders.list(query)],
  ['GET', at(`orders/${id}`), 'orders', ({ orders }, asked) => orders.read(asked.id)],
  [
    'POST',
    at(`orders/${id}/handover`),
    'orders',
    ({ orders }, asked) => orders.handOver(asked.id, asked.json),
  ],
  ['POST', at(`orders/${id}/shipment`), 'orders', ({ orders }, asked) => orders.ship(asked.id, asked.json)],
  ['POST', at(`orders/${id}/refund`), 'orders', ({ orders }, asked) => orders.refund(asked.id, asked.json)],
  ['POST', at(`orders/${id}/cancel`), 'orders', ({ orders }, asked) => orders.cancel(asked.id, asked.json)],
]

/** One request to the API. @throws SoukError */
export function answerApi(desks: Desks, keys: Keys, request: ShopRequest): ShopAnswer {
  const { pathname, searchParams: query } = new URL(request.path, 'http://souk.example')
  const has = letIn(keys, request.headers)
  if (request.method === 'GET' && pathname === '/api/v1/account')
    return jsonAnswer(200, { data: { name: 'Souk Derb', currency: desks.currency, permissions: has } })
  const found = routes.find(([method, path]) => method === request.method && path.test(pathname))
  if (found === undefined) throw notFound('address')
  const [, path, permission, answer] = found
  if (permission !== null && !has.includes(permission))
    throw new SoukError(403, 'missing_permission', `This key has no right to ${permission}.`)
  return answer(desks, { request, query, id: path.exec(pathname)?.[1] ?? '', json: jsonOf(request) })
}

/** Bodies are JSON, and say so; photographs are themselves. @throws SoukError */
function jsonOf({ method, headers, body }: ShopRequest): unknown {
  const type = headers['content-type'] ?? ''
  if (method === 'GET' || method === 'DELETE' || type.startsWith('image/')) return undefined
  if (!/^application\/json\b/.test(type)) throw new SoukError(415, 'not_json', 'Say application/json.')
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    throw invalid('the body', 'is no JSON')
  }
}
