import { createHmac } from 'node:crypto'
import { HookQueue } from '../hook-queue.ts'
import { jsonAnswer, type ShopAnswer, ShopDoor, type ShopRequest } from '../shop-door.ts'
import { Catalogue, type Product, type Variant } from './catalogue.ts'
import { Bucket } from './graphql/cost.ts'
import { node } from './graphql/execute.ts'
import { answerGraphql } from './graphql-door.ts'
import { type BookOrder, OrderBook, type Purchase } from './order-book.ts'
import { inventoryMutations } from './schema/inventory-mutations.ts'
import { Once } from './schema/once.ts'
import { orderMutations } from './schema/order-mutations.ts'
import { time } from './schema/order-object.ts'
import { productMutations } from './schema/product-mutations.ts'
import { queries } from './schema/queries.ts'
import { Uploads } from './uploads.ts'

export interface ShopifySimulatorOptions {
  /** The shop's clock, ms since 1970. */
  readonly nowMs: () => number
  readonly currency?: string
  readonly scopes?: readonly string[]
  /** Points in the bucket, and how many come back each second. */
  readonly points?: { readonly maximum: number; readonly restoreRate: number }
  /** Until a search finds what is new. */
  readonly searchLagMs?: number
  /** As clients reach the door. */
  readonly origin?: () => string
}

/** What the simulated shop was set up with. */
export const shopifyKeys = {
  accessToken: 'shpat_0123456789abcdef0123456789abcdef',
  clientSecret: 'the client secret of the app',
  publication: 'gid://shopify/Publication/3',
} as const

const allScopes = [
  'write_products',
  'write_inventory',
  'write_orders',
  'write_merchant_managed_fulfillment_orders',
  'write_publications',
]
const version = '2026-04'

/** A Shopify shop with a catalogue, stock at one place, orders, buyers and webhooks. */
export class ShopifySimulator {
  readonly door: ShopDoor
  readonly hooks = new HookQueue()
  readonly once = new Once()
  readonly #catalogue: Catalogue
  readonly #book: OrderBook
  readonly #uploads: Uploads
  #revoked = false
  #served: string = version
  #events = 0

  constructor(options: ShopifySimulatorOptions) {
    const { nowMs, currency = 'MAD', scopes = allScopes, searchLagMs = 0 } = options
    const { maximum, restoreRate } = options.points ?? { maximum: 2_000, restoreRate: 100 }
    this.#catalogue = new Catalogue(nowMs, searchLagMs)
    this.#book = new OrderBook(this.#catalogue, nowMs, (topic, order) => this.#call(topic, order))
    this.#uploads = new Uploads(options.origin ?? (() => 'https://shop.example'))
    const bucket = new Bucket(maximum, restoreRate, nowMs)
    const query = node('QueryRoot', queries({ name: 'Derb', currency, scopes }, this.#catalogue, this.#book))
    const mutation = node('Mutation', {
      ...inventoryMutations(this.#catalogue, this.once),
      ...productMutations(this.#catalogue, [shopifyKeys.publication]),
      ...orderMutations(this.#book, this.once),
      stagedUploadsCreate: this.#uploads.mutation,
    })
    this.door = new ShopDoor((request) => this.#answer(request, { query, mutation, bucket }))
  }

  /** A buyer at the checkout. @returns the order, or `null`: sold out, hidden or not there */
  buy(purchase: Purchase): BookOrder | null {
    return this.#book.buy(purchase)
  }

  pay(order: BookOrder): void {
    this.#book.pay(order)
  }

  /** The owner cancels it, with or without giving the money back. */
  cancel(order: BookOrder, refund: boolean): void {
    this.#book.cancel(order, refund, false, '')
  }

  orders(): readonly BookOrder[] {
    return [...this.#book.orders.values()]
  }

  products(): readonly Product[] {
    return [...this.#catalogue.products.values()]
  }

  variants(): readonly Variant[] {
    return [...this.#catalogue.variants.values()]
  }

  available(item: string): number | null {
    return this.#catalogue.levels.get(item)?.available ?? null
  }

  photographs(): number {
    return this.#uploads.files.size
  }

  /** The owner adds a product in the shop itself, with as many variants as skus. */
  add(title: string, skus: readonly string[], price = '100.00'): readonly Variant[] {
    const product = this.#catalogue.addProduct(`${title}-${this.products().length}`)
    product.title = title
    product.publications.add(shopifyKeys.publication)
    return skus.map((sku) => {
      const variant = this.#catalogue.addVariant(product.id)
      Object.assign(variant, { sku, price })
      this.#catalogue.levels.set(variant.item, { available: 1, committed: 0, reserved: 0 })
      return variant
    })
  }

  /** The owner deletes it online. */
  remove(variant: string): void {
    const there = this.#catalogue.variants.get(variant)
    if (there !== undefined) this.#catalogue.removeVariant(there)
  }

  revokeKey(): void {
    this.#revoked = true
  }

  /** The version asked for was dropped: it answers in another. */
  serveVersion(served: string): void {
    this.#served = served
  }

  /** Cancellations wait until `runJobs`. */
  holdJobs(): void {
    this.#book.jobsWait = true
  }

  runJobs(): void {
    this.#book.runJobs()
  }

  #answer(request: ShopRequest, parts: Parameters<typeof answerGraphql>[1]): ShopAnswer {
    if (request.path.startsWith('/uploads/')) return this.#uploads.take(request)
    if (request.method !== 'POST' || request.path !== `/admin/api/${version}/graphql.json`)
      return jsonAnswer(404, { errors: 'Not Found' })
    if (this.#revoked || request.headers['x-shopify-access-token'] !== shopifyKeys.accessToken)
      return jsonAnswer(401, {
        errors: '[API] Invalid API key or access token (unrecognized login or wrong password)',
      })
    const answer = answerGraphql(request.body, parts)
    return { ...answer, headers: { ...answer.headers, 'x-shopify-api-version': this.#served } }
  }

  /** One event may be told by several calls: each has its own webhook id. */
  #call(topic: string, order: BookOrder): void {
    this.#events += 1
    const number = Number(order.id.split('/').at(-1))
    const body = Buffer.from(
      JSON.stringify({
        id: number,
        admin_graphql_api_id: order.id,
        name: order.name,
        updated_at: time(order.updatedMs),
      }),
      'utf8',
    )
    this.hooks.push({
      headers: {
        'content-type': 'application/json',
        'x-shopify-topic': topic,
        'x-shopify-hmac-sha256': createHmac('sha256', shopifyKeys.clientSecret).update(body).digest('base64'),
        'x-shopify-shop-domain': 'derb.myshopify.com',
        'x-shopify-api-version': version,
        'x-shopify-webhook-id': `webhook-${this.#events}`,
        'x-shopify-event-id': `event-${this.#events}`,
        'x-shopify-triggered-at': time(order.updatedMs),
      },
      body,
    })
  }
}
