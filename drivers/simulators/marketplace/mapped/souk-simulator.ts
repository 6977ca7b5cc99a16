import { createHmac } from 'node:crypto'
import { HookQueue } from '../hook-queue.ts'
import { ShopDoor } from '../shop-door.ts'
import { type Article, Articles } from './articles.ts'
import { type BookOrder, OrderBook, type Purchase } from './order-book.ts'
import { ArticleDesk } from './rest/article-desk.ts'
import { type Keys, type Permission, permissions } from './rest/keys.ts'
import { Once } from './rest/once.ts'
import { OrderDesk } from './rest/order-desk.ts'
import { Pace } from './rest/pace.ts'
import { answerApi } from './rest/router.ts'
import { SoukError } from './rest/souk-error.ts'
import { StockDesk } from './rest/stock-desk.ts'

export interface SoukOptions {
  /** The marketplace's clock, ms since 1970. */
  readonly nowMs: () => number
  readonly currency?: string
  readonly permissions?: readonly Permission[]
  /** Requests a minute. */
  readonly perMinute?: number
}

/** What the simulated marketplace was set up with. */
export const soukKeys = {
  key: 'souk_0123456789abcdef0123456789abcdef',
  webhookSecret: 'a secret between souk and till',
} as const

/** A marketplace that nobody runs, as one might be: articles, stock, holds, orders, events. */
export class SoukSimulator {
  readonly door: ShopDoor
  readonly hooks = new HookQueue()
  readonly orderLists: OrderDesk
  readonly #keys: Keys
  readonly #articles: Articles
  readonly #book: OrderBook
  #last = 100
  #events = 0

  constructor({ nowMs, currency = 'MAD', permissions: has = permissions, perMinute = 600 }: SoukOptions) {
    const nextId = (kind: string): string => `${kind}_${++this.#last}`
    this.#keys = { key: soukKeys.key, permissions: has, revoked: false }
    this.#articles = new Articles(nextId, nowMs)
    this.#book = new OrderBook(this.#articles, nextId, nowMs, (order) => this.#call(order))
    this.orderLists = new OrderDesk(this.#book)
    const desks = {
      articles: new ArticleDesk(this.#articles),
      stock: new StockDesk(this.#articles),
      orders: this.orderLists,
      currency,
    }
    const [pace, once] = [new Pace(perMinute, nowMs), new Once()]
    this.door = new ShopDoor((request) => {
      try {
        pace.take()
        return once.run(request, () => answerApi(desks, this.#keys, request))
      } catch (error) {
        if (error instanceof SoukError) return error.answer
        throw error
      }
    })
  }

  /** A buyer at the checkout. @returns the order, or `null`: sold out or not there */
  buy(purchase: Purchase): BookOrder | null {
    return this.#book.buy(purchase)
  }

  /** How long after a move lists have it. */
  set lateMs(ms: number) {
    this.#book.lateMs = ms
  }

  /** The money of a waiting order has come. */
  pay(id: string): void {
    this.#book.pay(this.#order(id))
  }

  /** The owner or a timer gives an order up, or gives its money back. */
  cancel(id: string): void {
    this.#book.cancel(this.#order(id), '')
  }

  orders(): readonly BookOrder[] {
    return [...this.#book.orders.values()]
  }

  articles(): readonly Article[] {
    return [...this.#articles.all.values()]
  }

  photographs(): number {
    return this.#articles.photographs.size
  }

  /** The owner makes one on the marketplace's own pages; the same reference a second time, too. */
  add(fields: Partial<Omit<Article, 'id'>>): Article {
    return this.#articles.add(fields)
  }

  /** The owner deletes it. */
  remove(id: string): void {
    this.#articles.all.delete(id)
  }

  revokeKey(): void {
    this.#keys.revoked = true
  }

  #order(id: string): BookOrder {
    const order = this.#book.orders.get(id)
    if (order === undefined) throw new RangeError(`no order ${id}`)
    return order
  }

  #call({ id, payment, fulfilment }: BookOrder): void {
    this.#events += 1
    const event = { type: 'order.updated', data: { order_id: id, payment, fulfilment } }
    const body = Buffer.from(JSON.stringify(event), 'utf8')
    const signature = createHmac('sha256', soukKeys.webhookSecret).update(body).digest('hex')
    this.hooks.push({
      headers: {
        'content-type': 'application/json',
        'souk-event': `evt_${this.#events}`,
        'souk-signature': `sha256=${signature}`,
      },
      body,
    })
  }
}
