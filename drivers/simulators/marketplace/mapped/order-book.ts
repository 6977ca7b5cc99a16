import type { Article, Articles } from './articles.ts'

export interface BookLine {
  readonly article: string
  readonly reference: string
  readonly title: string
  readonly units: number
  readonly priceMinor: number
}

export interface BookOrder {
  readonly id: string
  readonly reference: string
  readonly createdMs: number
  updatedMs: number
  payment: 'pending' | 'paid' | 'refunded'
  fulfilment: 'open' | 'handed_over' | 'shipped' | 'cancelled'
  readonly method: 'delivery' | 'collection'
  readonly currency: string
  readonly lines: readonly BookLine[]
  readonly feeMinor: number
  /** Whether the buyer's way of paying can give money back by itself. */
  readonly canGiveBack: boolean
  refundedMinor: number
  reason: string
  parcel: { readonly carrier: string; readonly tracking: string } | null
}

export interface Purchase {
  readonly reference: string
  readonly units?: number
  readonly paid?: boolean
  readonly collect?: boolean
  readonly currency?: string
  readonly canGiveBack?: boolean
}

const deliveryFee = 4_500

export const totalOf = ({ lines, feeMinor }: BookOrder): number =>
  lines.reduce((sum, line) => sum + line.units * line.priceMinor, feeMinor)

/** The orders, and what each move of one does to the shelf. */
export class OrderBook {
  readonly orders = new Map<string, BookOrder>()
  /** A move is dated when it began; lists have it when it ended, so long after, and until then what was before. */
  lateMs = 0
  readonly #versions = new Map<string, { readonly seenMs: number; readonly order: BookOrder }[]>()
  readonly #articles: Articles
  readonly #nextId: (kind: string) => string
  readonly #nowMs: () => number
  readonly #moved: (order: BookOrder) => void

  constructor(
    articles: Articles,
    nextId: (kind: string) => string,
    nowMs: () => number,
    moved: (order: BookOrder) => void,
  ) {
    this.#articles = articles
    this.#nextId = nextId
    this.#nowMs = nowMs
    this.#moved = moved
  }

  /** A buyer's checkout. @returns `null`: sold out, or not there */
  buy({
    reference,
    units = 1,
    paid = true,
    collect = false,
    currency = 'MAD',
    canGiveBack = true,
  }: Purchase): BookOrder | null {
    const article = this.#articles.withReference(reference).find((each) => each.status === 'published')
    if (article === undefined || !this.#articles.promise(article, units)) return null
    const id = this.#nextId('ord')
    const order: BookOrder = {
      id,
      reference: `S-${id.slice(4)}`,
      createdMs: this.#nowMs(),
      updatedMs: this.#nowMs(),
      payment: paid ? 'paid' : 'pending',
      fulfilment: 'open',
      method: collect ? 'collection' : 'delivery',
      currency,
      lines: [lineOf(article, units)],
      feeMinor: collect ? 0 : deliveryFee,
      canGiveBack,
      refundedMinor: 0,
      reason: '',
      parcel: null,
    }
    this.orders.set(id, order)
    this.#happened(order)
    return order
  }

  /** The money of a waiting order has come. */
  pay(order: BookOrder): void {
    if (order.payment === 'pending') order.payment = 'paid'
    this.touch(order)
  }

  leave(order: BookOrder, to: 'handed_over' | 'shipped', parcel: BookOrder['parcel']): void {
    order.fulfilment = to
    order.parcel = parcel
    for (const { article, units } of order.lines) this.#articles.endPromise(article, units, true)
    this.touch(order)
  }

  /** Given up: what it was promised is free again, and so can be bought. */
  cancel(order: BookOrder, reason: string): void {
    const open = order.fulfilment === 'open'
    order.fulfilment = 'cancelled'
    order.reason = reason
    if (open) for (const { article, units } of order.lines) this.#articles.endPromise(article, units, false)
    this.touch(order)
  }

  /** In full; one that had not left is cancelled with it. */
  refund(order: BookOrder, reason: string): void {
    order.payment = 'refunded'
    order.refundedMinor = totalOf(order)
    if (order.fulfilment === 'open') this.cancel(order, reason)
    else this.touch(order)
  }

  touch(order: BookOrder): void {
    order.updatedMs = this.#nowMs()
    this.#happened(order)
  }

  /** Every order as lists have it now. */
  seen(): readonly BookOrder[] {
    const now = this.#nowMs()
    return [...this.#versions.values()].flatMap(
      (versions) => versions.findLast(({ seenMs }) => seenMs <= now)?.order ?? [],
    )
  }

  #happened(order: BookOrder): void {
    const versions = this.#versions.get(order.id) ?? []
    versions.push({ seenMs: order.updatedMs + this.lateMs, order: structuredClone(order) })
    this.#versions.set(order.id, versions)
    this.#moved(order)
  }
}

const lineOf = ({ id, reference, names, priceMinor }: Article, units: number): BookLine => ({
  article: id,
  reference,
  title: names.fr ?? Object.values(names)[0] ?? '',
  units,
  priceMinor,
})
