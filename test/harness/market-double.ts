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
import { type DoubleOrder, done, PlatformShelf, refOf, refused } from './platform-shelf.ts'

/** What becomes of one call on its way. `lostBefore`: it never got there; `lostAfter`: it was done and nobody heard. */
export type Fate = 'ok' | 'noNetwork' | 'lostBefore' | 'lostAfter' | 'busy' | 'html' | 'noKey'

export interface MadeCall {
  readonly name: string
  readonly key: string
  readonly fate: Fate
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

type Writes = Parameters<Marketplace['setStocks']>[0]

const leastCapabilities: Capabilities = {
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

/**
 * A platform that keeps state, at the seam of the adapters: what becomes of each call is the test's to say. It writes down
 * every count that was read before one it had acknowledged by then.
 */
export class MarketDouble extends PlatformShelf implements Marketplace {
  readonly name = 'double'
  readonly capabilities: Capabilities
  readonly calls: MadeCall[] = []
  readonly oldWrites: string[] = []
  readonly #wanted: DoubleWanted
  readonly #answers = new Map<string, readonly Done<StockWritten>[]>()
  /** Of the newest count acknowledged: when it was read, by the timers. */
  readonly #acked = new Map<Sku, number>()

  constructor(wanted: DoubleWanted) {
    const capabilities = { ...leastCapabilities, ...wanted.capabilities }
    super(wanted.timers, capabilities)
    this.capabilities = capabilities
    this.#wanted = wanted
  }

  timesOf(name: string): number {
    return this.calls.filter((call) => call.name === name).length
  }

  check: Marketplace['check'] = () =>
    this.#call('check', {}, () => done({ shop: 'double', currency: 'MAD', lacks: [] }))

  putPiece: Marketplace['putPiece'] = (piece, ref, call) =>
    this.#call('putPiece', call, () => {
      const { sku, count } = piece
      if (count < 0) throw new Error('a count below zero was told')
      const there = this.goodOf(refOf(sku))
      if (ref !== null && there === null) return refused('gone')
      if (there === null) this.stock(sku, count)
      else there.hidden = false
      return done(refOf(sku))
    })

  hidePiece: Marketplace['hidePiece'] = (ref, call) =>
    this.#call('hidePiece', call, () => {
      const good = this.goodOf(ref)
      if (good === null) return refused('gone')
      good.hidden = true
      return done(null)
    })

  setStock: Marketplace['setStock'] = async (ref, count, expected, call) =>
    (await this.setStocks([{ ref, count, expected }], call))[0] ?? refused('malformed')

  setStocks: Marketplace['setStocks'] = async (writes, call) => {
    if (writes.length > this.capabilities.batch) throw new Error('too many counts in one call')
    const readMs = this.#wanted.timers.nowMs()
    const all = await this.#call('setStocks', call, () => done(this.#writeOnce(writes, call.key, readMs)))
    if (all.end !== 'done') return writes.map(() => all)
    for (const [index, { ref }] of writes.entries()) {
      const sku = this.goodOf(ref)?.sku
      if (sku !== undefined && all.value[index]?.end === 'done') this.#acked.set(sku, readMs)
    }
    return all.value
  }

  readStock: Marketplace['readStock'] = (ref, call) =>
    this.#call('readStock', call, () => {
      const good = this.goodOf(ref)
      if (good === null) return refused('gone')
      return done({ count: good.count, held: good.allocated + this.heldOf(good.sku) })
    })

  hold = (ref: OnlineRef, units: number, call: Call): Promise<Done<Hold>> =>
    this.#call('hold', call, () => {
      const { holdMs = Number.POSITIVE_INFINITY, timers } = this.#wanted
      const held = this.holdFor(ref, units, call.key, holdMs)
      if (held.end !== 'done') return held
      const lastsMs = held.value.untilMs - timers.nowMs()
      const until = Number.isFinite(lastsMs)
        ? { utcMs: call.at.utcMs + lastsMs, offsetMinutes: call.at.offsetMinutes }
        : null
      return done({ id: call.key, until })
    })

  release = (id: string, call: Call): Promise<Done> => this.#call('release', call, () => this.letGo(id))

  ordersSince: Marketplace['ordersSince'] = (_cursor, call) =>
    this.#call('ordersSince', call, () => done({ orders: [], odd: [], cursor: '', more: false }))

  readOrder: Marketplace['readOrder'] = (_id, call) => this.#call('readOrder', call, () => done(null))

  moveOrder: Marketplace['moveOrder'] = (id, _move, call) =>
    this.#call('moveOrder', call, () => this.send(id))

  cancelAndRefund: Marketplace['cancelAndRefund'] = (id, _reason, call) =>
    this.#call('cancelAndRefund', call, () => this.cancel(id))

  listPieces: Marketplace['listPieces'] = (_page, call) =>
    this.#call('listPieces', call, () => done({ pieces: [], next: null }))

  /** One exchange of the room: what orders there are; `null`: it did not get through. */
  async tellOrders(): Promise<readonly DoubleOrder[] | null> {
    const told = await this.#call('ordersSince', {}, () => done([...this.orders.values()]))
    return told.end === 'done' ? told.value : null
  }

  async #call<T>(name: string, { key = '', signal }: Partial<Call>, act: () => Done<T>): Promise<Done<T>> {
    const { timers, fate = () => 'ok', takesMs = () => 20 } = this.#wanted
    const met = fate(name)
    this.calls.push({ name, key, fate: met })
    if (met === 'noNetwork') return unknown('noNetwork')
    const half = takesMs() / 2
    await pause(timers, half, signal)
    if (signal?.aborted) return unknown('aborted')
    if (met === 'busy') return refused('tooMany', 5_000)
    if (met === 'html') return refused('malformed')
    if (met === 'noKey') return refused('keyRefused')
    const end = met === 'lostBefore' ? unknown('silent') : act()
    await pause(timers, half, signal)
    return met === 'lostAfter' || signal?.aborted ? unknown('silent') : end
  }

  #writeOnce(writes: Writes, key: string, readMs: number): readonly Done<StockWritten>[] {
    const before = this.capabilities.idempotencyKey ? this.#answers.get(key) : undefined
    const ends = before ?? writes.map((write) => this.#writeOne(write, readMs))
    this.#answers.set(key, ends)
    return ends
  }

  #writeOne({ ref, count, expected }: Writes[number], readMs: number): Done<StockWritten> {
    const end = this.write(ref, count, expected)
    const sku = this.goodOf(ref)?.sku
    if (sku !== undefined && end.end === 'done' && readMs < (this.#acked.get(sku) ?? 0))
      this.oldWrites.push(`${sku}: ${count}`)
    return end
  }
}

const unknown = (cause: 'noNetwork' | 'silent' | 'aborted') =>
  ({ end: 'unknown', cause, sent: cause !== 'noNetwork', text: cause }) as const
