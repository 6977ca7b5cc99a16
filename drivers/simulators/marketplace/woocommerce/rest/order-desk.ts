import { jsonAnswer, type ShopAnswer } from '../../shop-door.ts'
import type { BookOrder, OrderBook } from '../order-book.ts'
import { oneOf, pageAnswer, pagingOf, timeOf } from './query.ts'
import { readMeta } from './read-product.ts'
import { BareRestError, invalidParam, RestError } from './rest-error.ts'
import { siteOffsetMinutes, writeOrder, writeRefund } from './write-order.ts'

const statuses = ['pending', 'processing', 'on-hold', 'completed', 'cancelled', 'refunded', 'failed', 'trash']

/** `orders`, their notes and their refunds. */
export class OrderDesk {
  readonly #book: OrderBook

  constructor(book: OrderBook) {
    this.#book = book
  }

  /** Times are compared to the second and exclusively; without `dates_are_gmt`, in the shop's own zone. */
  list(query: URLSearchParams): ShopAnswer {
    const status = oneOf(query, 'status', ['any', ...statuses], 'any')
    const by = oneOf(query, 'orderby', ['date', 'modified', 'id', 'include', 'title', 'slug'], 'date')
    const order = oneOf(query, 'order', ['asc', 'desc'], 'desc')
    const shift = query.get('dates_are_gmt') === 'true' ? 0 : siteOffsetMinutes * 60_000
    const second = (ms: number): number => Math.floor((ms + shift) / 1_000)
    const after = timeOf(query, 'modified_after')
    const found = [...this.#book.orders.values()].filter(
      (each) =>
        (status === 'any' ? each.status !== 'trash' : each.status === status) &&
        (after === null || second(each.modifiedMs) > Math.floor(after / 1_000)),
    )
    const key = (each: BookOrder): number =>
      by === 'modified' ? second(each.modifiedMs) : by === 'date' ? second(each.createdMs) : each.id
    found.sort((a, b) => (order === 'asc' ? 1 : -1) * (key(a) - key(b) || a.id - b.id))
    return pageAnswer(found, pagingOf(query), writeOrder)
  }

  read(id: number): ShopAnswer {
    return jsonAnswer(200, writeOrder(this.#find(id, 404)))
  }

  update(id: number, json: Readonly<Record<string, unknown>>): ShopAnswer {
    const order = this.#find(id, 400)
    const { status, meta_data } = json
    if (status !== undefined && !statuses.includes(String(status)))
      throw invalidParam('status', `status is not one of ${statuses.join(', ')}.`)
    if (meta_data !== undefined) order.meta = readMeta(meta_data, order.meta)
    this.#book.setStatus(order, status === undefined ? order.status : String(status))
    return jsonAnswer(200, writeOrder(order))
  }

  notes(id: number, query: URLSearchParams): ShopAnswer {
    const type = oneOf(query, 'type', ['any', 'customer', 'internal'], 'any')
    const { notes } = this.#note(id)
    return jsonAnswer(
      200,
      notes.filter(({ toBuyer }) => type === 'any' || toBuyer === (type === 'customer')).map(writeNote),
    )
  }

  addNote(id: number, json: Readonly<Record<string, unknown>>): ShopAnswer {
    const order = this.#note(id)
    if (typeof json.note !== 'string' || json.note === '')
      throw new RestError(400, 'rest_missing_callback_param', 'Missing parameter(s): note')
    return jsonAnswer(201, writeNote(this.#book.note(order, json.note, json.customer_note === true)))
  }

  /** Every error of the plugin's own here is a bare one. */
  refund(id: number, json: Readonly<Record<string, unknown>>): ShopAnswer {
    const order = this.#book.orders.get(id)
    if (order === undefined)
      throw new BareRestError(404, 'woocommerce_rest_invalid_order_id', 'Invalid order ID.')
    const { amount, reason = '', api_refund = true, meta_data = [] } = json
    if (typeof amount !== 'string') throw invalidParam('amount', 'amount is not of type string.')
    if (typeof api_refund !== 'boolean')
      throw invalidParam('api_refund', 'api_refund is not of type boolean.')
    if (!/^\d+(\.\d{1,2})?$/.test(amount))
      throw new BareRestError(
        400,
        'woocommerce_rest_invalid_order_refund',
        'Refund amount must be greater than zero.',
      )
    const [whole = '0', decimals = ''] = amount.split('.')
    const refund = this.#book.refund(order, {
      amount: Number(whole) * 100 + Number(decimals.padEnd(2, '0')),
      reason: String(reason),
      give: api_refund,
      meta: readMeta(meta_data, []),
    })
    if (typeof refund === 'string')
      throw new BareRestError(500, 'woocommerce_rest_cannot_create_order_refund', refund)
    return jsonAnswer(201, writeRefund(refund))
  }

  refunds(id: number): ShopAnswer {
    return jsonAnswer(200, this.#note(id).refunds.map(writeRefund))
  }

  #find(id: number, status: number): BookOrder {
    const order = this.#book.orders.get(id)
    if (order === undefined)
      throw new RestError(status, 'woocommerce_rest_shop_order_invalid_id', 'Invalid ID.')
    return order
  }

  #note(id: number): BookOrder {
    const order = this.#book.orders.get(id)
    if (order === undefined)
      throw new RestError(404, 'woocommerce_rest_order_invalid_id', 'Invalid order ID.')
    return order
  }
}

const writeNote = ({ id, text, toBuyer }: BookOrder['notes'][number]): object => ({
  id,
  author: 'system',
  note: text,
  customer_note: toBuyer,
})
