import { jsonAnswer, type ShopAnswer, type ShopRequest } from '../../shop-door.ts'
import { letIn, letIntoMedia, type ShopKeys } from './keys.ts'
import type { MediaDesk } from './media-desk.ts'
import type { OrderDesk } from './order-desk.ts'
import type { ProductDesk } from './product-desk.ts'
import { RestError } from './rest-error.ts'

type Json = Readonly<Record<string, unknown>>

interface Asked {
  readonly request: ShopRequest
  readonly query: URLSearchParams
  /** Of the path, in order. */
  readonly ids: readonly number[]
  readonly json: Json
}

export interface Desks {
  readonly products: ProductDesk
  readonly orders: OrderDesk
  readonly media: MediaDesk
  readonly currency: () => string
}

type Route = readonly [method: string, path: RegExp, answer: (desks: Desks, asked: Asked) => ShopAnswer]

const n = '([1-9]\\d*)'
const at = (path: string): RegExp => new RegExp(`^/wp-json/wc/v3/${path}$`)
const first = ({ ids }: Asked): number => ids[0] ?? 0
const second = ({ ids }: Asked): number => ids[1] ?? 0

const routes: readonly Route[] = [
  ['GET', at('data/currencies/current'), ({ currency }) => jsonAnswer(200, { code: currency(), symbol: '' })],
  ['GET', at('products'), ({ products }, { query }) => products.list(query)],
  ['POST', at('products'), ({ products }, { json }) => products.create(json)],
  ['POST', at('products/batch'), ({ products }, { json }) => products.batch(0, json)],
  ['GET', at(`products/${n}`), ({ products }, asked) => products.read(first(asked), 0)],
  ['PUT', at(`products/${n}`), ({ products }, asked) => products.update(first(asked), 0, asked.json)],
  [
    'GET',
    at(`products/${n}/variations`),
    ({ products }, asked) => products.variations(first(asked), asked.query),
  ],
  [
    'POST',
    at(`products/${n}/variations/batch`),
    ({ products }, asked) => products.batch(first(asked), asked.json),
  ],
  [
    'GET',
    at(`products/${n}/variations/${n}`),
    ({ products }, asked) => products.read(second(asked), first(asked)),
  ],
  [
    'PUT',
    at(`products/${n}/variations/${n}`),
    ({ products }, asked) => products.update(second(asked), first(asked), asked.json),
  ],
  ['GET', at('orders'), ({ orders }, { query }) => orders.list(query)],
  ['POST', at('orders/batch'), (_desks, { json }) => emptyBatch(json)],
  ['GET', at(`orders/${n}`), ({ orders }, asked) => orders.read(first(asked))],
  ['PUT', at(`orders/${n}`), ({ orders }, asked) => orders.update(first(asked), asked.json)],
  ['GET', at(`orders/${n}/notes`), ({ orders }, asked) => orders.notes(first(asked), asked.query)],
  ['POST', at(`orders/${n}/notes`), ({ orders }, asked) => orders.addNote(first(asked), asked.json)],
  ['GET', at(`orders/${n}/refunds`), ({ orders }, asked) => orders.refunds(first(asked))],
  ['POST', at(`orders/${n}/refunds`), ({ orders }, asked) => orders.refund(first(asked), asked.json)],
]
const mediaPath = '/wp-json/wp/v2/media'

/** One request to the shop's REST API. */
export function answerRest(desks: Desks, keys: ShopKeys, request: ShopRequest): ShopAnswer {
  try {
    return route(desks, keys, request)
  } catch (error) {
    if (error instanceof RestError) return error.answer
    throw error
  }
}

function route(desks: Desks, keys: ShopKeys, request: ShopRequest): ShopAnswer {
  const { pathname, searchParams: query } = new URL(request.path, 'http://shop.example')
  if (pathname === mediaPath) {
    letIntoMedia(keys, request.headers)
    return request.method === 'POST' ? desks.media.create(request) : desks.media.list(query)
  }
  const found = routes.find(([method, path]) => method === request.method && path.test(pathname))
  if (found === undefined)
    throw new RestError(404, 'rest_no_route', 'No route was found matching the URL and request method.')
  letIn(keys, request.headers, request.method !== 'GET')
  const ids = (found[1].exec(pathname) ?? []).slice(1).map(Number)
  return found[2](desks, { request, query, ids, json: jsonOf(request) })
}

/** @throws RestError for what is no JSON object, or is not said to be one */
function jsonOf({ method, headers, body }: ShopRequest): Json {
  if (method === 'GET') return {}
  if (!/^application\/json/.test(headers['content-type'] ?? '')) return {}
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(body))
    if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json as Json
  } catch {
    // Told below, as what is JSON and no object is.
  }
  throw new RestError(400, 'rest_invalid_json', 'Invalid JSON body passed.')
}

/** Orders are changed one by one; what an empty batch tells is whether the key may. */
function emptyBatch(json: Json): ShopAnswer {
  if (Object.keys(json).length === 0) return jsonAnswer(200, {})
  throw new RestError(501, 'simulator_no_batch', 'This shop takes no batches.')
}
