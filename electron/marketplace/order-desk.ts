import type { Done, Marketplace, OrderPage } from '#drivers/marketplaces/marketplace.ts'
import type { Timers } from '#drivers/transport/timers.ts'
import type { CurrentMarket } from '#electron/forwarders/marketplace/connected-market.ts'
import { LedgerUnwritable, type WriteLedger } from '#electron/ledger/handles.ts'
import { notBefore } from '#electron/ledger/not-before.ts'
import type { Clock } from '#electron/platform/clock.ts'
import type { Ids } from '#electron/platform/ids.ts'
import type { Log } from '#electron/platform/log.ts'
import type { Stamp } from '#shared/kernel/stamp.ts'
import type { ListingTrouble } from '#shared/marketplace/facts.ts'
import type { OnlineOrder } from '#shared/marketplace/online.ts'
import { type Taking, takingOf, takingOfUnread } from './take-orders.ts'

export interface OrderDeskParts {
  readonly ledger: WriteLedger
  readonly current: CurrentMarket
  /** When the shop was set up here, by the wall clock. */
  readonly sinceUtcMs: () => number
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly timers: Timers
  /** How long from one question to the next, milliseconds. */
  readonly everyMs: () => number
  /** Orders came or moved, or the line to the platform did. */
  readonly changed: () => void
}

/** What the last question ended with. */
export interface Heard {
  /** When orders were last asked for and told; `null`: not yet. */
  readonly at: Stamp | null
  readonly trouble: ListingTrouble | null
}

/** Pages of one question: a shop that has more is asked for the rest at the next. */
const mostPages = 1_000
/** Open orders are looked at one by one so often, milliseconds: a platform that forgot to tell of one is asked. */
const openEveryMs = 30 * 60_000
const byTill = 'till'

/**
 * Asks the marketplace for orders, now and then and when it is woken, one question at a time. The cursor is kept after what
 * it covers: a kill in between asks again, and what is told twice changes nothing. Waits run on the monotonic clock.
 */
export class OrderDesk {
  readonly #parts: OrderDeskParts
  readonly #closing = new AbortController()
  #heard: Heard = { at: null, trouble: null }
  #running: Promise<ListingTrouble | null> | null = null
  #next: Promise<ListingTrouble | null> | null = null
  #stopWaiting: (() => void) | null = null
  /** On the monotonic clock; `null`: not on this connection. */
  #openSeen: { readonly connection: string; readonly atMs: number } | null = null

  constructor(parts: OrderDeskParts) {
    this.#parts = parts
  }

  heard(): Heard {
    return this.#heard
  }

  /** Another shop, or none: what was heard was another one's. */
  begin(): void {
    this.#heard = { at: null, trouble: null }
    void this.ask()
  }

  /**
   * Asks now; while a question is under way, once more after it: it may have been answered before there was a reason to ask.
   * @returns what it ended with; `null`: well, or there is nobody to ask
   */
  ask(): Promise<ListingTrouble | null> {
    if (this.#running === null) return this.#begin()
    this.#next ??= this.#running.then(() => this.#begin())
    return this.#next
  }

  async settled(): Promise<void> {
    while (this.#running !== null) await (this.#next ?? this.#running)
  }

  /** What is under way is told to end, and waited for. */
  async close(): Promise<void> {
    this.#closing.abort()
    this.#stopWaiting?.()
    await this.settled()
  }

  #begin(): Promise<ListingTrouble | null> {
    this.#next = null
    this.#stopWaiting?.()
    let afterMs = 0
    const asked = this.#ask().then((end) => {
      this.#running = null
      afterMs = end?.afterMs ?? 0
      this.#wait(Math.max(this.#parts.everyMs(), afterMs))
      return end?.trouble ?? null
    })
    this.#running = asked
    return asked
  }

  #wait(ms: number): void {
    if (this.#isClosing()) return
    this.#stopWaiting = this.#parts.timers.after(ms, () => void this.ask())
  }

  #isClosing(): boolean {
    return this.#closing.signal.aborted
  }

  async #ask(): Promise<AskEnd | null> {
    const connected = this.#parts.current()
    if (connected === null || this.#isClosing()) return null
    const end = await this.#guarded(() => this.#askFor(connected.connection, connected.market))
    // Of a shop that is not set up any more nothing is said.
    if (this.#isClosing() || this.#parts.current()?.connection !== connected.connection) return null
    this.#heard = {
      at: end === null ? this.#parts.clock.now() : this.#heard.at,
      trouble: end?.trouble ?? null,
    }
    this.#parts.changed()
    return end
  }

  async #askFor(connection: string, market: Marketplace): Promise<AskEnd | null> {
    const { ledger, current } = this.#parts
    let cursor = ledger.market.ordersCursor(connection)
    for (let pages = 0; pages < mostPages; pages += 1) {
      const page = await market.ordersSince(cursor, this.#call())
      if (this.#isClosing() || current()?.connection !== connection) return null
      if (page.end !== 'done') return endOf(page)
      this.#takePage(page.value)
      if (page.value.cursor !== cursor) ledger.market.keepOrdersCursor(connection, page.value.cursor)
      if (!page.value.more) break
      if (page.value.cursor === cursor) return { trouble: goesRound, afterMs: 0 }
      cursor = page.value.cursor
    }
    return this.#lookAtOpen(connection, market)
  }

  /** Those that were open here and came to an end there without anybody telling. */
  async #lookAtOpen(connection: string, market: Marketplace): Promise<AskEnd | null> {
    const { ledger, timers, current } = this.#parts
    const seen = this.#openSeen
    if (seen?.connection === connection && timers.nowMs() - seen.atMs < openEveryMs) return null
    for (const { order } of ledger.openOnlineOrders()) {
      const read = await market.readOrder(order.id, this.#call())
      if (this.#isClosing() || current()?.connection !== connection) return null
      if (read.end === 'unknown') return endOf(read)
      // One that is gone or cannot be understood stays as it is: a person knows of it.
      if (read.end === 'done' && read.value !== null) this.#takeOrder(read.value)
    }
    this.#openSeen = { connection, atMs: timers.nowMs() }
    return null
  }

  /** Each order by itself; one that cannot be written down is asked for again, and does not keep out the others. */
  #takePage({ orders, odd }: OrderPage): void {
    const { ledger, clock } = this.#parts
    const failed: unknown[] = []
    const each = (take: () => void): void => {
      try {
        take()
      } catch (error) {
        if (error instanceof LedgerUnwritable) throw error
        failed.push(error)
      }
    }
    // Said twice on one page, the later says more.
    for (const order of new Map(orders.map((order) => [order.id, order])).values())
      each(() => this.#takeOrder(order))
    for (const unread of odd) each(() => this.#write(takingOfUnread(ledger, unread, clock.now())))
    if (failed.length > 0) throw new AggregateError(failed, 'orders cannot be written down')
  }

  #takeOrder(order: OnlineOrder): void {
    const { ledger, ids, sinceUtcMs } = this.#parts
    this.#write(takingOf({ ledger, nextKey: () => ids.next(), sinceUtcMs: sinceUtcMs() }, order))
  }

  #write(taking: Taking | null): void {
    if (taking === null) return
    const { ledger, clock } = this.#parts
    ledger.append(taking.facts, byTill, notBefore(ledger, clock.now()), taking.forwards, taking.beside)
    this.#parts.changed()
  }

  #call() {
    const { ids, clock } = this.#parts
    return { key: ids.next(), at: clock.now(), signal: this.#closing.signal }
  }

  async #guarded(run: () => Promise<AskEnd | null>): Promise<AskEnd | null> {
    try {
      return await run()
    } catch (error) {
      const { log } = this.#parts
      log[error instanceof LedgerUnwritable ? 'warn' : 'error']({ err: error }, 'orders cannot be taken')
      return { trouble: { code: 'internal', text: '' }, afterMs: 0 }
    }
  }
}

interface AskEnd {
  readonly trouble: ListingTrouble
  /** Not to be asked before; 0: nobody said so. */
  readonly afterMs: number
}

const goesRound: ListingTrouble = { code: 'malformed', text: 'its pages go round' }

const endOf = (end: Exclude<Done<never>, { end: 'done' }>): AskEnd =>
  end.end === 'refused'
    ? { trouble: { code: end.code, text: end.text }, afterMs: end.again?.afterMs ?? 0 }
    : { trouble: { code: end.cause, text: end.text }, afterMs: 0 }
