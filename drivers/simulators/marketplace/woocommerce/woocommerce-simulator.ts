import { createHmac } from 'node:crypto'
import { HookQueue } from '../hook-queue.ts'
import { ShopDoor } from '../shop-door.ts'
import { type BookOrder, OrderBook, type Purchase } from './order-book.ts'
import type { ShopKeys } from './rest/keys.ts'
import { MediaDesk } from './rest/media-desk.ts'
import { OrderDesk } from './rest/order-desk.ts'
import { ProductDesk } from './rest/product-desk.ts'
import { answerRest } from './rest/router.ts'
import { writeOrder } from './rest/write-order.ts'
import { type Good, Shelf } from './shelf.ts'

export interface WooSimulatorOptions {
  /** The shop's clock, ms since 1970. */
  readonly nowMs: () => number
  readonly currency?: string
  /** The key reads and does not write. */
  readonly readOnly?: boolean
}

/** What the simulated shop was set up with. */
export const wooKeys = {
  consumerKey: 'ck_0123456789abcdef0123456789abcdef01234567',
  consumerSecret: 'cs_0123456789abcdef0123456789abcdef01234567',
  webhookSecret: 'a secret between shop and till',
  media: { user: 'fatima', password: 'abcd EFGH ijkl MNOP qrst UVWX' },
} as const

/** After so many failed deliveries in a row a webhook is disabled, for good. */
const failuresAllowed = 5

/** A WooCommerce shop with a shelf, orders, buyers and webhooks. */
export class WooCommerceSimulator {
  readonly door: ShopDoor
  readonly hooks = new HookQueue()
  readonly #keys: ShopKeys
  readonly #shelf: Shelf
  readonly #book: OrderBook
  readonly #media: MediaDesk
  #last = 100
  #failures = 0
  #deliveries = 0

  constructor({ nowMs, currency = 'MAD', readOnly = false }: WooSimulatorOptions) {
    const numbers = { next: () => ++this.#last }
    this.#keys = { ...wooKeys, readOnly, revoked: false }
    this.#shelf = new Shelf(numbers)
    this.#book = new OrderBook(this.#shelf, numbers, nowMs, (order, event) => this.#call(order, event))
    this.#media = new MediaDesk(numbers)
    const desks = {
      products: new ProductDesk(this.#shelf),
      orders: new OrderDesk(this.#book),
      media: this.#media,
      currency: () => currency,
    }
    this.door = new ShopDoor((request) => answerRest(desks, this.#keys, request))
  }

  /** A buyer at the checkout. @returns the order, or `null`: sold out or not there */
  buy(purchase: Purchase): BookOrder | null {
    return this.#book.buy(purchase)
  }

  /** The money of an unpaid order has come. */
  pay(id: number): void {
    this.#book.setStatus(this.#order(id), 'processing')
  }

  /** The owner or a timer gives an order up. */
  cancel(id: number): void {
    this.#book.setStatus(this.#order(id), 'cancelled')
  }

  orders(): readonly BookOrder[] {
    return [...this.#book.orders.values()]
  }

  goods(): readonly Good[] {
    return [...this.#shelf.goods.values()]
  }

  photographs(): number {
    return this.#media.files.size
  }

  /** The owner makes a product in the shop itself; the same sku a second time, too. */
  add(change: Partial<Omit<Good, 'id'>>): Good {
    return this.#shelf.add(change)
  }

  /** The owner deletes it online, for good or into the bin. */
  remove(sku: string, into: 'nowhere' | 'bin' = 'nowhere'): void {
    for (const good of this.#shelf.withSku(sku)) {
      if (into === 'bin') good.status = 'trash'
      else this.#shelf.goods.delete(good.id)
    }
  }

  revokeKey(): void {
    this.#keys.revoked = true
  }

  /** How the last call of `hooks` was taken. */
  delivered(ok: boolean): void {
    this.#failures = ok ? 0 : this.#failures + 1
  }

  get hooksDisabled(): boolean {
    return this.#failures >= failuresAllowed
  }

  #order(id: number): BookOrder {
    const order = this.#book.orders.get(id)
    if (order === undefined) throw new RangeError(`no order ${id}`)
    return order
  }

  #call(order: BookOrder, event: 'created' | 'updated'): void {
    if (this.hooksDisabled) return
    const body = Buffer.from(JSON.stringify(writeOrder(order)), 'utf8')
    this.#deliveries += 1
    this.hooks.push({
      headers: {
        'content-type': 'application/json',
        'x-wc-webhook-source': 'https://shop.example/',
        'x-wc-webhook-topic': `order.${event}`,
        'x-wc-webhook-resource': 'order',
        'x-wc-webhook-event': event,
        'x-wc-webhook-signature': createHmac('sha256', wooKeys.webhookSecret).update(body).digest('base64'),
        'x-wc-webhook-id': '9',
        'x-wc-webhook-delivery-id': String(this.#deliveries),
      },
      body,
    })
  }
}
