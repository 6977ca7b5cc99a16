import type { Catalogue } from './catalogue.ts'

export interface BookLine {
  readonly item: string
  readonly sku: string
  readonly name: string
  readonly units: number
  /** Of one, in minor units. */
  readonly price: number
}

export interface BookOrder {
  readonly id: string
  readonly name: string
  readonly createdMs: number
  updatedMs: number
  cancelledMs: number | null
  financial: 'PENDING' | 'PAID' | 'REFUNDED' | 'VOIDED'
  readonly currency: string
  readonly lines: readonly BookLine[]
  readonly shipping: number
  readonly pickUp: boolean
  readonly fulfillmentOrder: string
  fulfilled: { readonly company: string; readonly number: string } | null
  readonly sale: string
  readonly refunds: { readonly id: string; readonly amount: number; readonly note: string }[]
}

export interface Purchase {
  readonly sku: string
  readonly units?: number
  /** Unpaid: the buyer pays later, and what was ordered is committed all the same. */
  readonly paid?: boolean
  readonly pickUp?: boolean
  readonly currency?: string
}

/** In minor units. */
const shippingCost = 4_500

export const totalOf = ({ lines, shipping }: BookOrder): number =>
  lines.reduce((sum, { price, units }) => sum + price * units, shipping)
export const leftOf = (order: BookOrder): number =>
  order.financial === 'PENDING' || order.financial === 'VOIDED'
    ? 0
    : order.refunds.reduce((left, { amount }) => left - amount, totalOf(order))

/** The shop's orders, and what each change of state does to its stock. */
export class OrderBook {
  readonly orders = new Map<string, BookOrder>()
  /** Cancellations are jobs; these wait for `runJobs`. */
  jobsWait = false
  #jobs: (() => void)[] = []
  readonly #catalogue: Catalogue
  readonly #nowMs: () => number
  readonly #changed: (topic: string, order: BookOrder) => void

  constructor(catalogue: Catalogue, nowMs: () => number, changed: (topic: string, order: BookOrder) => void) {
    this.#catalogue = catalogue
    this.#nowMs = nowMs
    this.#changed = changed
  }

  /** A buyer's checkout. @returns `null`: sold out, hidden, or not there */
  buy({ sku, units = 1, paid = true, pickUp = false, currency = 'MAD' }: Purchase): BookOrder | null {
    const variant = [...this.#catalogue.variants.values()].find((each) => each.sku === sku)
    const product = this.#catalogue.products.get(variant?.product ?? '')
    if (variant === undefined || product?.status !== 'ACTIVE' || product.publications.size === 0) return null
    const level = this.#catalogue.levels.get(variant.item)
    if (variant.tracked && variant.policy === 'DENY' && (level?.available ?? 0) < units) return null
    const now = this.#nowMs()
    const [whole = '0', decimals = ''] = variant.price.split('.')
    const order: BookOrder = {
      id: this.#catalogue.next('Order'),
      name: `#${this.orders.size + 1001}`,
      createdMs: now,
      updatedMs: now,
      cancelledMs: null,
      financial: paid ? 'PAID' : 'PENDING',
      currency,
      lines: [
        {
          item: variant.item,
          sku,
          name: product.title,
          units,
          price: Number(whole) * 100 + Number(decimals.padEnd(2, '0')),
        },
      ],
      shipping: pickUp ? 0 : shippingCost,
      pickUp,
      fulfillmentOrder: this.#catalogue.next('FulfillmentOrder'),
      fulfilled: null,
      sale: this.#catalogue.next('OrderTransaction'),
      refunds: [],
    }
    if (level !== undefined) {
      level.available -= units
      level.committed += units
    }
    this.orders.set(order.id, order)
    this.#changed('orders/create', order)
    return order
  }

  pay(order: BookOrder): void {
    order.financial = 'PAID'
    this.#touch('orders/paid', order)
  }

  fulfil(order: BookOrder, tracking: { company: string; number: string }): string {
    order.fulfilled = tracking
    this.#uncommit(order)
    this.#touch('orders/fulfilled', order)
    return this.#catalogue.next('Fulfillment')
  }

  /** @param refund whether the buyer gets all back; @returns the job */
  cancel(order: BookOrder, refund: boolean, restock: boolean, note: string): { id: string; done: boolean } {
    const run = (): void => {
      if (order.cancelledMs !== null) return
      order.cancelledMs = this.#nowMs()
      this.#uncommit(order, restock)
      if (order.financial === 'PENDING') order.financial = 'VOIDED'
      else if (refund) this.#giveBack(order, leftOf(order), note)
      this.#touch('orders/cancelled', order)
    }
    if (this.jobsWait) this.#jobs.push(run)
    else run()
    return { id: this.#catalogue.next('Job'), done: !this.jobsWait }
  }

  runJobs(): void {
    for (const job of this.#jobs.splice(0)) job()
  }

  refund(order: BookOrder, amount: number, note: string): string {
    const id = this.#giveBack(order, amount, note)
    this.#touch('orders/updated', order)
    return id
  }

  #giveBack(order: BookOrder, amount: number, note: string): string {
    const id = this.#catalogue.next('Refund')
    order.refunds.push({ id, amount, note })
    if (leftOf(order) === 0) order.financial = 'REFUNDED'
    return id
  }

  #uncommit(order: BookOrder, restock = false): void {
    for (const { item, units } of order.lines) {
      const level = this.#catalogue.levels.get(item)
      if (level === undefined) continue
      level.committed -= units
      if (restock) level.available += units
    }
  }

  #touch(topic: string, order: BookOrder): void {
    order.updatedMs = this.#nowMs()
    this.#changed(topic, order)
  }
}
