import { jsonAnswer, type ShopAnswer } from '../../shop-door.ts'
import { type BookOrder, type OrderBook, totalOf } from '../order-book.ts'
import { Fields } from './fields.ts'
import { decimalText } from './money-text.ts'
import { pageAnswer } from './paging.ts'
import { invalid, notFound, SoukError } from './souk-error.ts'

/** How lists of orders come: as they should, each order twice, or the newest first whatever was asked. */
export type ListManner = 'inOrder' | 'doubled' | 'reversed'

/** Where the marketplace keeps its clock: UTC+1. */
const offsetMs = 3_600_000

/** `orders`, and what becomes of them. */
export class OrderDesk {
  manner: ListManner = 'inOrder'
  readonly #book: OrderBook

  constructor(book: OrderBook) {
    this.#book = book
  }

  /** `updated_since` and `created_since` are compared to the second, and that second is in it. */
  list(query: URLSearchParams): ShopAnswer {
    const sort = query.get('sort') ?? 'updated_at'
    if (!/^-?(updated_at|created_at)$/.test(sort))
      throw invalid('sort', 'must be updated_at or created_at, or -')
    const [updated, created] = [sinceOf(query, 'updated_since'), sinceOf(query, 'created_since')]
    const second = (ms: number): number => Math.floor(ms / 1_000)
    const key = (order: BookOrder): number =>
      second(sort.endsWith('created_at') ? order.createdMs : order.updatedMs)
    const found = this.#book
      .seen()
      .filter((order) => second(order.updatedMs) >= updated && second(order.createdMs) >= created)
      .sort((a, b) => (sort.startsWith('-') ? -1 : 1) * (key(a) - key(b)))
    if (this.manner === 'reversed') found.reverse()
    return pageAnswer(found, query, writeOrder, this.manner === 'doubled' ? 2 : 1)
  }

  read(id: string): ShopAnswer {
    return jsonAnswer(200, { data: writeOrder(this.#find(id)) })
  }

  handOver(id: string, json: unknown): ShopAnswer {
    new Fields(json).end()
    return this.#leave(id, 'handed_over', null)
  }

  ship(id: string, json: unknown): ShopAnswer {
    const fields = new Fields(json)
    const parcel = {
      carrier: fields.optionalText('carrier', 60) ?? '',
      tracking: fields.optionalText('tracking_number', 60) ?? '',
    }
    fields.end()
    return this.#leave(id, 'shipped', parcel)
  }

  /** All of it or nothing: another amount than the total is a mistake. */
  refund(id: string, json: unknown): ShopAnswer {
    const order = this.#find(id)
    const fields = new Fields(json)
    const [amount, reason] = [fields.money('amount'), fields.text('reason', 2_000)]
    fields.end()
    if (order.payment !== 'paid')
      throw new SoukError(409, 'not_paid', `Order ${order.reference} is ${order.payment}.`)
    if (amount !== totalOf(order))
      throw new SoukError(422, 'wrong_amount', `The total is ${decimalText(totalOf(order))}.`)
    if (!order.canGiveBack) throw new SoukError(409, 'no_refund', 'Cash on delivery is given back by hand.')
    this.#book.refund(order, reason)
    return jsonAnswer(200, { data: writeOrder(order) })
  }

  cancel(id: string, json: unknown): ShopAnswer {
    const order = this.#find(id)
    const fields = new Fields(json)
    const reason = fields.text('reason', 2_000)
    fields.end()
    if (order.payment === 'paid')
      throw new SoukError(409, 'paid', `Order ${order.reference} is paid: refund it.`)
    if (order.fulfilment !== 'open')
      throw new SoukError(409, 'not_open', `Order ${order.reference} is ${order.fulfilment}.`)
    this.#book.cancel(order, reason)
    return jsonAnswer(200, { data: writeOrder(order) })
  }

  #leave(id: string, to: 'handed_over' | 'shipped', parcel: BookOrder['parcel']): ShopAnswer {
    const order = this.#find(id)
    if (order.payment !== 'paid' || order.fulfilment !== 'open')
      throw new SoukError(
        409,
        'not_open',
        `Order ${order.reference} is ${order.payment}, ${order.fulfilment}.`,
      )
    this.#book.leave(order, to, parcel)
    return jsonAnswer(200, { data: writeOrder(order) })
  }

  #find(id: string): BookOrder {
    const order = this.#book.orders.get(id)
    if (order === undefined) throw notFound('order')
    return order
  }
}

/** In seconds. */
function sinceOf(query: URLSearchParams, name: string): number {
  const text = query.get(name)
  if (text === null) return 0
  const ms = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(ms)) throw invalid(name, 'must be a time with its zone, to the second')
  return Math.floor(ms / 1_000)
}

const timeText = (ms: number): string => `${new Date(ms + offsetMs).toISOString().slice(0, 19)}+01:00`

const writeOrder = (order: BookOrder): object => ({
  id: order.id,
  reference: order.reference,
  created_at: timeText(order.createdMs),
  updated_at: timeText(order.updatedMs),
  payment: { status: order.payment, refunded: decimalText(order.refundedMinor) },
  fulfilment: {
    status: order.fulfilment,
    method: order.method,
    carrier: order.parcel?.carrier ?? null,
    tracking_number: order.parcel?.tracking ?? null,
  },
  currency: order.currency,
  total: decimalText(totalOf(order)),
  delivery_fee: decimalText(order.feeMinor),
  lines: order.lines.map((line) => ({
    article_id: line.article,
    reference: line.reference,
    title: line.title,
    quantity: line.units,
    unit_price: decimalText(line.priceMinor),
  })),
  customer: { name: 'Claire Martin', email: 'claire.martin@example.org', locale: 'fr-FR' },
  address: { line1: '12 rue des Lilas', line2: null, postcode: '69003', city: 'Lyon', country: 'FR' },
  cancel_reason: order.reason === '' ? null : order.reason,
})
