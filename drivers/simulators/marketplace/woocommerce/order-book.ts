import type { Numbers, Shelf } from './shelf.ts'

export interface BookLine {
  readonly good: number
  readonly name: string
  readonly sku: string
  readonly units: number
  /** Of all units, in minor units. */
  readonly total: number
}

export interface BookOrder {
  readonly id: number
  readonly createdMs: number
  modifiedMs: number
  paidMs: number | null
  status: string
  readonly currency: string
  readonly lines: readonly BookLine[]
  readonly shipping: number
  readonly pickUp: boolean
  /** Whether the buyer's way of paying can give money back by itself. */
  readonly canGiveBack: boolean
  readonly refunds: BookRefund[]
  readonly notes: { readonly id: number; readonly text: string; readonly toBuyer: boolean }[]
  meta: readonly { readonly key: string; readonly value: unknown }[]
  /** Whether its units are off the shelf. */
  reduced: boolean
}

export interface BookRefund {
  readonly id: number
  readonly amount: number
  readonly reason: string
  /** Whether the buyer's bank was asked; otherwise it is only written down. */
  readonly given: boolean
  readonly meta: readonly { readonly key: string; readonly value: unknown }[]
}

export interface Purchase {
  readonly sku: string
  readonly units?: number
  /** Unpaid: waits for a bank transfer (`on-hold`), and takes the units off the shelf all the same. */
  readonly paid?: boolean
  readonly pickUp?: boolean
  readonly currency?: string
  readonly canGiveBack?: boolean
}

/** In minor units. */
const shippingCost = 4_500

export const totalOf = ({ lines, shipping }: BookOrder): number =>
  lines.reduce((sum, line) => sum + line.total, shipping)
const refundedOf = ({ refunds }: BookOrder): number => refunds.reduce((sum, refund) => sum + refund.amount, 0)

/** The shop's orders, and what each change of state does to its shelf. */
export class OrderBook {
  readonly orders = new Map<number, BookOrder>()
  readonly #shelf: Shelf
  readonly #numbers: Numbers
  readonly #nowMs: () => number
  readonly #changed: (order: BookOrder, event: 'created' | 'updated') => void

  constructor(
    shelf: Shelf,
    numbers: Numbers,
    nowMs: () => number,
    changed: (order: BookOrder, event: 'created' | 'updated') => void,
  ) {
    this.#shelf = shelf
    this.#numbers = numbers
    this.#nowMs = nowMs
    this.#changed = changed
  }

  /** A buyer's checkout, as one statement of the database guards it. @returns `null`: sold out, or not there */
  buy({ sku, units = 1, paid = true, ...how }: Purchase): BookOrder | null {
    const good = this.#shelf.withSku(sku).find((each) => each.status === 'publish')
    if (good === undefined || !/^\d+(\.\d{1,2})?$/.test(good.regularPrice)) return null
    if (good.manageStock && good.backorders === 'no' && (good.stock ?? 0) < units) return null
    const [whole = '0', decimals = ''] = good.regularPrice.split('.')
    const price = Number(whole) * 100 + Number(decimals.padEnd(2, '0'))
    const now = this.#nowMs()
    const order: BookOrder = {
      id: this.#numbers.next(),
      createdMs: now,
      modifiedMs: now,
      paidMs: null,
      status: 'pending',
      currency: how.currency ?? 'MAD',
      lines: [{ good: good.id, name: good.name, sku, units, total: price * units }],
      shipping: how.pickUp ? 0 : shippingCost,
      pickUp: how.pickUp ?? false,
      canGiveBack: how.canGiveBack ?? true,
      refunds: [],
      notes: [],
      meta: [],
      reduced: false,
    }
    this.orders.set(order.id, order)
    this.#become(order, paid ? 'processing' : 'on-hold')
    this.#changed(order, 'created')
    return order
  }

  setStatus(order: BookOrder, status: string): void {
    if (status !== order.status) this.#become(order, status)
    this.touch(order)
  }

  touch(order: BookOrder): void {
    order.modifiedMs = this.#nowMs()
    this.#changed(order, 'updated')
  }

  note(order: BookOrder, text: string, toBuyer: boolean): BookOrder['notes'][number] {
    const note = { id: this.#numbers.next(), text, toBuyer }
    order.notes.push(note)
    return note
  }

  /**
   * `wc_create_refund`. Nothing goes back on the shelf, for no lines are named; what is refunded in full becomes
   * `refunded`.
   * @returns a sentence: why not
   */
  refund(
    order: BookOrder,
    wish: { amount: number; reason: string; give: boolean; meta: BookRefund['meta'] },
  ): BookRefund | string {
    const { amount, reason, give, meta } = wish
    const left = totalOf(order) - refundedOf(order)
    if (amount < 0 || amount > left) return 'Invalid refund amount.'
    if (give && !order.canGiveBack)
      return 'The payment gateway for this order does not support automatic refunds.'
    const refund: BookRefund = { id: this.#numbers.next(), amount, reason, given: give, meta }
    order.refunds.push(refund)
    if (amount === left) order.status = 'refunded'
    this.touch(order)
    return refund
  }

  /** Off the shelf once it is promised, back on it when it is no longer: `wc_maybe_reduce_`, `wc_maybe_increase_stock_levels`. */
  #become(order: BookOrder, status: string): void {
    order.status = status
    const promised = ['processing', 'completed', 'on-hold'].includes(status)
    const free = ['cancelled', 'pending'].includes(status)
    if (order.reduced ? free : promised) {
      for (const { good, units } of order.lines) this.#shelf.move(good, order.reduced ? units : -units)
      order.reduced = !order.reduced
    }
    if ((status === 'processing' || status === 'completed') && order.paidMs === null)
      order.paidMs = this.#nowMs()
  }
}
