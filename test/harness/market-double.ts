import type {
  Call,
  Capabilities,
  Done,
  Hold,
  Marketplace,
  StockWritten,
} from '#drivers/marketplaces/marketplace.ts'
import { pause, type Timers } from '#drivers/transport/timers.ts'
import type { Sku } from '#shared/kernel/ids.ts'
import type { OnlineRef } from '#shared/marketplace/online.ts'

/** What becomes of one call on its way. `lostBefore`: it never got there; `lostAfter`: it was done and nobody heard. */
export type Fate = 'ok' | 'noNetwork' | 'lostBefore' | 'lostAfter' | 'busy' | 'html' | 'noKey'

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

export interface MadeCall {
  readonly name: string
  readonly key: string
  readonly fate: Fate
}

interface Written {
  readonly startedMs: number
  readonly ackedMs: number
}

export interface DoubleWanted {
  readonly timers: Timers
  readonly capabilities?: Partial<Capabilities>
  readonly fate?: (name: string) => Fate
  /** Of a whole call; it is done half-way. Default 20 ms. */
  readonly takesMs?: () => number
  /** How long a hold lasts, milliseconds; default: until it is let go. */
  readonly holdMs?: number
}

const allCapabilities: Capabilities = {
  compareAndSet: false,
  idempotencyKey: false,
  reservation: false,
  delta: false,
  webhook: false,
  cursor: 'updatedAt',
  partialUpdate: true,
  counts: 'available',
  batch: 100,
}

export const refOf = (sku: string): OnlineRef => ({
  product: `p-${sku}`,
  variant: `v-${sku}`,
  stockItem: '',
  location: 'shop',
})

const skuOf = (ref: OnlineRef): Sku => ref.product.slice(2) as Sku
const done = <T>(value: T): Done<T> => ({ end: 'done', value })
export const refused = (code: Extract<Done, { end: 'refused' }>['code'], afterMs?: number) =>
  ({
    end: 'refused',
    code,
    text: `it says ${code}`,
    again: afterMs === undefined ? null : { afterMs },
  }) as const

/**
 * A platform that keeps state, at the seam of the adapters: what becomes of each call is the test's to say. It writes down
 * every count it was ever told before a newer one was acknowledged.
 */
export class MarketDouble implements Marketplace {
  readonly name = 'double'
  readonly capabilities: Capabilities
  readonly goods = new Map<Sku, Good>()
  readonly orders = new Map<string, DoubleOrder>()
  readonly holds = new Map<string, { readonly sku: Sku; readonly untilMs: number; open: boolean }>()
  readonly calls: MadeCall[] = []
  /** Counts written that were read before one that had been acknowledged by then. */
  readonly oldWrites: string[] = []
  readonly #wanted: DoubleWanted
  readonly #answers = new Map<string, readonly Done<StockWritten>[]>()
  readonly #newest = new Map<Sku, Written>()

  constructor(wanted: DoubleWanted) {
    this.#wanted = wanted
    this.capabilities = { ...allCapabilities, ...wanted.capabilities }
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
    return gone || hidden ? 0 : count - allocated - this.#heldOf(sku)
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

  openHolds(): readonly Sku[] {
    return [...this.holds.values()].filter((hold) => this.#stands(hold)).map(({ sku }) => sku)
  }

  namesOf(name: string): number {
    return this.calls.filter((call) => call.name === name).length
  }

  check: Marketplace['check'] = () =>
    this.#call('check', { key: '' }, () => done({ shop: 'double', currency: 'MAD', lacks: [] }))

  putPiece: Marketplace['putPiece'] = (piece, ref, call) =>
    this.#call('putPiece', call, () => {
      const { sku, count } = piece
      if (count < 0) throw new Error('a count below zero was told')
      const there = this.goods.get(sku)
      if (ref !== null && there?.gone !== false) return refused('gone')
      if (there?.gone === false) there.hidden = false
      else this.stock(sku, count)
      return done(refOf(sku))
    })

  hidePiece: Marketplace['hidePiece'] = (ref, call) =>
    this.#call('hidePiece', call, () => {
      const good = this.#goodOf(ref)
      if (good === null) return refused('gone')
      good.hidden = true
      return done(null)
    })

  setStock: Marketplace['setStock'] = async (ref, count, expected, call) =>
    (await this.setStocks([{ ref, count, expected }], call))[0] ?? refused('malformed')

  setStocks: Marketplace['setStocks'] = async (writes, call) => {
    if (writes.length > this.capabilities.batch) throw new Error('too many counts in one call')
    const startedMs = this.#wanted.timers.nowMs()
    const all = await this.#call('setStocks', call, () => done(this.#writeOnce(writes, call.key, startedMs)))
    if (all.end !== 'done') return writes.map(() => all)
    const ackedMs = this.#wanted.timers.nowMs()
    for (const [index, { ref }] of writes.entries())
      if (all.value[index]?.end === 'done') this.#newest.set(skuOf(ref), { startedMs, ackedMs })
    return all.value
  }

  readStock: Marketplace['readStock'] = (ref, call) =>
    this.#call('readStock', call, () => {
      const good = this.#goodOf(ref)
      if (good === null) return refused('gone')
      const held = good.allocated + this.#heldOf(good.sku)
      return done({ count: good.count, held })
    })

  hold = (ref: OnlineRef, units: number, call: Call): Promise<Done<Hold>> =>
    this.#call('hold', call, () => {
      const good = this.#goodOf(ref)
      if (good === null) return refused('gone')
      const there = this.holds.get(call.key)
      if (there !== undefined && !this.#stands(there)) return refused('gone')
      if (there === undefined && this.free(good.sku) < units) return refused('notEnough')
      const { holdMs = Number.POSITIVE_INFINITY, timers } = this.#wanted
      const untilMs = there?.untilMs ?? timers.nowMs() + holdMs
      if (there === undefined) this.holds.set(call.key, { sku: good.sku, untilMs, open: true })
      const until = Number.isFinite(untilMs)
        ? { utcMs: call.at.utcMs + untilMs - timers.nowMs(), offsetMinutes: 0 }
        : null
      return done({ id: call.key, until })
    })

  release = (id: string, call: Call): Promise<Done> =>
    this.#call('release', call, () => {
      const hold = this.holds.get(id)
      if (hold !== undefined) hold.open = false
      return done(null)
    })

  ordersSince: Marketplace['ordersSince'] = (_cursor, call) =>
    this.#call('ordersSince', call, () => done({ orders: [], odd: [], cursor: '', more: false }))

  readOrder: Marketplace['readOrder'] = (_id, call) => this.#call('readOrder', call, () => done(null))

  moveOrder: Marketplace['moveOrder'] = (id, _move, call) =>
    this.#call('moveOrder', call, () => {
      const order = this.orders.get(id)
      const good = order && this.goods.get(order.sku)
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
    })

  cancelAndRefund: Marketplace['cancelAndRefund'] = (id, _reason, call) =>
    this.#call('cancelAndRefund', call, () => {
      const order = this.orders.get(id)
      const good = order && this.goods.get(order.sku)
      if (order === undefined || good === undefined) return refused('gone')
      if (order.state === 'shipped') return refused('refused')
      if (order.state === 'paid' && this.#onHand) good.allocated -= 1
      if (order.state === 'paid' && !this.#onHand) good.count += 1
      order.state = 'refunded'
      return done(null)
    })

  listPieces: Marketplace['listPieces'] = (_page, call) =>
    this.#call('listPieces', call, () => done({ pieces: [], next: null }))

  /** One exchange of the room: what orders there are, if it gets through. */
  async tellOrders(): Promise<readonly DoubleOrder[] | null> {
    const told = await this.#call('ordersSince', { key: '' }, () => done([...this.orders.values()]))
    return told.end === 'done' ? told.value : null
  }

  get #onHand(): boolean {
    return this.capabilities.counts === 'onHand'
  }

  async #call<T>(name: string, { key, signal }: Partial<Call>, act: () => Done<T>): Promise<Done<T>> {
    const { timers, fate = () => 'ok', takesMs = () => 20 } = this.#wanted
    const met = fate(name)
    this.calls.push({ name, key: key ?? '', fate: met })
    const half = takesMs() / 2
    const unknown = (cause: 'noNetwork' | 'silent' | 'aborted', sent: boolean): Done<T> => ({
      end: 'unknown',
      cause,
      sent,
      text: cause,
    })
    if (met === 'noNetwork') return unknown('noNetwork', false)
    await pause(timers, half, signal)
    if (signal?.aborted) return unknown('aborted', true)
    if (met === 'busy') return refused('tooMany', 5_000)
    if (met === 'html') return refused('malformed')
    if (met === 'noKey') return refused('keyRefused')
    const end = met === 'lostBefore' ? unknown('silent', true) : act()
    await pause(timers, half, signal)
    return met === 'lostAfter' || signal?.aborted ? unknown('silent', true) : end
  }

  #writeOnce(
    writes: Parameters<Marketplace['setStocks']>[0],
    key: string,
    startedMs: number,
  ): readonly Done<StockWritten>[] {
    const before = this.capabilities.idempotencyKey ? this.#answers.get(key) : undefined
    const ends = before ?? writes.map((write) => this.#write(write, startedMs))
    this.#answers.set(key, ends)
    return ends
  }

  #write(
    { ref, count, expected }: Parameters<Marketplace['setStocks']>[0][number],
    startedMs: number,
  ): Done<StockWritten> {
    if (count < 0) throw new Error('a count below zero was told')
    const good = this.#goodOf(ref)
    if (good === null) return refused('gone')
    if (this.capabilities.compareAndSet && expected !== null && expected !== good.count)
      return refused('stale')
    const newest = this.#newest.get(good.sku)
    if (newest !== undefined && startedMs < newest.startedMs && newest.ackedMs <= this.#wanted.timers.nowMs())
      this.oldWrites.push(`${good.sku}: ${count}`)
    good.count = count
    return done({ count })
  }

  #goodOf(ref: OnlineRef): Good | null {
    const good = this.goods.get(skuOf(ref))
    return good === undefined || good.gone ? null : good
  }

  #stands({ open, untilMs }: { readonly open: boolean; readonly untilMs: number }): boolean {
    return open && this.#wanted.timers.nowMs() < untilMs
  }

  #heldOf(sku: Sku): number {
    return [...this.holds.values()].filter((hold) => hold.sku === sku && this.#stands(hold)).length
  }
}
