import type { Capabilities, Done, StockWritten } from '#drivers/marketplaces/marketplace.ts'
import type { Timers } from '#drivers/transport/timers.ts'
import type { Sku } from '#shared/kernel/ids.ts'
import type { OnlineRef } from '#shared/marketplace/online.ts'

/** A piece as the platform has it. */
export interface Good {
  readonly sku: Sku
  count: number
  /** Of open orders, where the platform counts what is on hand. */
  allocated: number
  hidden: boolean
  gone: boolean
}

export interface DoubleOrder {
  readonly id: string
  readonly sku: Sku
  state: 'paid' | 'shipped' | 'refunded'
}

export interface DoubleHold {
  readonly sku: Sku
  readonly untilMs: number
  open: boolean
}

export const refOf = (sku: string): OnlineRef => ({
  product: `p-${sku}`,
  variant: `v-${sku}`,
  stockItem: '',
  location: 'shop',
})

const skuOf = (ref: OnlineRef): Sku => ref.product.slice(2) as Sku

export const done = <T>(value: T): Done<T> => ({ end: 'done', value })
export const refused = (code: Extract<Done, { end: 'refused' }>['code'], afterMs?: number) =>
  ({
    end: 'refused',
    code,
    text: `it says ${code}`,
    again: afterMs === undefined ? null : { afterMs },
  }) as const

/** What a platform has, and what its buyers do. It takes no count below zero and gives no unit twice. */
export class PlatformShelf {
  readonly goods = new Map<Sku, Good>()
  readonly orders = new Map<string, DoubleOrder>()
  readonly holds = new Map<string, DoubleHold>()
  readonly #timers: Pick<Timers, 'nowMs'>
  readonly #capabilities: Capabilities

  constructor(timers: Pick<Timers, 'nowMs'>, capabilities: Capabilities) {
    this.#timers = timers
    this.#capabilities = capabilities
  }

  /** There as somebody put it by hand. */
  stock(sku: Sku, count: number): void {
    this.goods.set(sku, { sku, count, allocated: 0, hidden: false, gone: false })
  }

  countOf(sku: Sku): number | undefined {
    return this.goods.get(sku)?.count
  }

  free(sku: Sku): number {
    const { count = 0, allocated = 0, gone = true, hidden = true } = this.goods.get(sku) ?? {}
    return gone || hidden ? 0 : count - allocated - this.heldOf(sku)
  }

  /** A buyer pays. @returns `null`: there is none left */
  buy(sku: Sku): DoubleOrder | null {
    const good = this.goods.get(sku)
    if (good === undefined || this.free(sku) <= 0) return null
    if (this.#onHand) good.allocated += 1
    else good.count -= 1
    const order: DoubleOrder = { id: `o-${this.orders.size + 1}`, sku, state: 'paid' }
    this.orders.set(order.id, order)
    return order
  }

  write(ref: OnlineRef, count: number, expected: number | null): Done<StockWritten> {
    if (count < 0) throw new Error('a count below zero was told')
    const good = this.goodOf(ref)
    if (good === null) return refused('gone')
    const isStale = this.#capabilities.compareAndSet && expected !== null && expected !== good.count
    if (isStale) return refused('stale')
    good.count = count
    return done({ count })
  }

  send(id: string): Done {
    const [order, good] = this.#ordered(id)
    if (order === undefined || good === undefined) return refused('gone')
    if (order.state === 'shipped') return done(null)
    if (this.#onHand) {
      // As Vendure does: what is counted as gone cannot be sent.
      if (good.count < 1) return refused('notEnough')
      good.count -= 1
      good.allocated -= 1
    }
    order.state = 'shipped'
    return done(null)
  }

  /** What an order took off the count is put back. */
  cancel(id: string): Done {
    const [order, good] = this.#ordered(id)
    if (order === undefined || good === undefined) return refused('gone')
    if (order.state === 'shipped') return refused('refused')
    if (order.state === 'paid' && this.#onHand) good.allocated -= 1
    if (order.state === 'paid' && !this.#onHand) good.count += 1
    order.state = 'refunded'
    return done(null)
  }

  /** @returns until when, by the timers; or why not */
  holdFor(ref: OnlineRef, units: number, key: string, lastsMs: number): Done<{ readonly untilMs: number }> {
    const good = this.goodOf(ref)
    if (good === null) return refused('gone')
    const there = this.holds.get(key)
    if (there !== undefined) return this.#stands(there) ? done(there) : refused('gone')
    if (this.free(good.sku) < units) return refused('notEnough')
    const hold = { sku: good.sku, untilMs: this.#timers.nowMs() + lastsMs, open: true }
    this.holds.set(key, hold)
    return done(hold)
  }

  letGo(key: string): Done {
    const hold = this.holds.get(key)
    if (hold !== undefined) hold.open = false
    return done(null)
  }

  openHolds(): readonly Sku[] {
    return [...this.holds.values()].filter((hold) => this.#stands(hold)).map(({ sku }) => sku)
  }

  heldOf(sku: Sku): number {
    return this.openHolds().filter((held) => held === sku).length
  }

  goodOf(ref: OnlineRef): Good | null {
    const good = this.goods.get(skuOf(ref))
    return good === undefined || good.gone ? null : good
  }

  get #onHand(): boolean {
    return this.#capabilities.counts === 'onHand'
  }

  #ordered(id: string): readonly [DoubleOrder | undefined, Good | undefined] {
    const order = this.orders.get(id)
    return [order, order && this.goods.get(order.sku)]
  }

  #stands({ open, untilMs }: DoubleHold): boolean {
    return open && this.#timers.nowMs() < untilMs
  }
}
