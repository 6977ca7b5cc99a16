import type { Timers } from '#drivers/transport/timers.ts'
import { LedgerUnwritable } from '#electron/ledger/handles.ts'
import type { LaneRows, WaitingForward } from '#electron/ledger/outbox-handles.ts'
import type { Clock } from '#electron/platform/clock.ts'
import type { Log } from '#electron/platform/log.ts'
import type { Destination } from '#shared/checkout/effect.ts'
import type { Stamp } from '#shared/kernel/stamp.ts'
import { waitAfter, waitLeft } from './back-off.ts'
import { failureNote } from './failure-note.ts'
import type { Delivery, Forwarder } from './forwarder.ts'

/** Defects of a forwarder on one message, in a row, after which a person has to look. */
const mostDefects = 6

export interface LaneWorld {
  readonly outbox: LaneRows
  readonly clock: Clock
  readonly timers: Timers
  /** [0, 1) */
  readonly chance: () => number
  readonly log: Log
  readonly changed: () => void
}

/** What a lane is about: nothing to do, a try under way, or a wait. */
export type LaneMoment =
  | { readonly at: 'rest' | 'trying' }
  | { readonly at: 'waiting'; readonly until: Stamp }

/**
 * The messages of one destination, one after the other. A wait runs on the machine's monotonic clock: the wall clock
 * may jump while it does. What was written down is asked only for a message that this run of the till has not met.
 */
export class Lane {
  readonly #destination: Destination
  readonly #forwarder: Forwarder
  readonly #world: LaneWorld
  readonly #closing = new AbortController()
  #moment: LaneMoment = { at: 'rest' }
  #running: Promise<void> | null = null
  /** Somebody looked while it ran: its last look may have been before. */
  #again = false
  #left = false
  #stopWaiting: (() => void) | null = null
  /** The message tried last, how often in a row its forwarder has failed on it, and writes the disk refused. */
  #met: number | null = null
  #defects = 0
  #unwritten = 0

  constructor(destination: Destination, forwarder: Forwarder, world: LaneWorld) {
    this.#destination = destination
    this.#forwarder = forwarder
    this.#world = world
  }

  moment(): LaneMoment {
    return this.#moment
  }

  /** There may be a message; one that waits for its time goes on waiting. */
  look(): void {
    if (this.#isClosing() || this.#moment.at === 'waiting') return
    if (this.#running !== null) {
      this.#again = true
      return
    }
    // From the next turn on: whoever calls may be in the middle of what the messages follow from.
    this.#running = Promise.resolve()
      .then(() => this.#run())
      .finally(() => {
        this.#running = null
        if (!this.#again) return
        this.#again = false
        this.look()
      })
  }

  /** Not when the wait is over but now. */
  hurry(): void {
    this.#met = this.#next()?.id ?? null
    this.#endWait()
    this.look()
  }

  /** Nothing is under way: all is delivered, or waits. */
  async settled(): Promise<void> {
    while (this.#running !== null) await this.#running
  }

  /** Tells what is under way to come to an end; it may be waited for by `settled`. */
  close(): void {
    this.#closing.abort()
    this.#endWait()
  }

  /** Nobody waits any longer: what comes of it is found out in the next run of the till. */
  leave(): void {
    this.#left = true
  }

  #endWait(): void {
    this.#stopWaiting?.()
    this.#stopWaiting = null
    if (this.#moment.at === 'waiting') this.#moment = { at: 'rest' }
  }

  #next(): WaitingForward | undefined {
    return this.#world.outbox.waiting(this.#destination, 1)[0]
  }

  /** Until nothing is left, something has to be waited for, or the till closes. */
  async #run(): Promise<void> {
    try {
      for (let row = this.#next(); row !== undefined && !this.#isClosing(); row = this.#next()) {
        const left = this.#met === row.id ? 0 : waitLeft(row.tries, row.nextTryUtcMs, this.#nowMs())
        if (this.#met !== row.id) this.#defects = 0
        this.#met = row.id
        if (left > 0) return this.#wait(left)
        const waitMs = await this.#try(row)
        this.#unwritten = 0
        if (waitMs !== null) return this.#wait(waitMs)
      }
      this.#tell({ at: 'rest' })
    } catch (error) {
      // The outbox cannot be written: what was delivered may be told again, which its forwarder can stand.
      this.#unwritten += 1
      this.#world.log.error({ err: error, destination: this.#destination }, 'the outbox cannot be written')
      this.#wait(waitAfter(this.#unwritten, this.#world.chance()))
    }
  }

  #isClosing(): boolean {
    return this.#closing.signal.aborted
  }

  /** @returns how long to wait before the next; `null`: not at all */
  async #try(waiting: WaitingForward): Promise<number | null> {
    const { outbox, log, chance } = this.#world
    const row = outbox.begin(waiting.id)
    this.#tell({ at: 'trying' })
    const delivery = this.#judge(await this.#forward(row))
    if (this.#left) return 0
    if (delivery.end === 'delivered') {
      outbox.delivered(row.id, this.#nowMs(), delivery.also)
      return null
    }
    const note = failureNote(delivery.trouble, delivery.detail)
    log.warn({ destination: this.#destination, key: row.key, tries: row.tries, note }, 'not delivered')
    if (delivery.end === 'setAside') {
      outbox.setAside(row.id, this.#nowMs(), note)
      return null
    }
    // The next run of the till need not wait because this one ended.
    const waitMs = this.#isClosing() ? 0 : Math.max(waitAfter(row.tries, chance()), delivery.afterMs ?? 0)
    outbox.failed(row.id, this.#nowMs() + waitMs, note, delivery.unsent === true)
    return waitMs
  }

  async #forward(row: WaitingForward): Promise<Delivery> {
    try {
      return await this.#forwarder.forward(row, this.#closing.signal)
    } catch (error) {
      // No fault of the message: whoever sets it aside would have to write that down, too.
      if (error instanceof LedgerUnwritable) throw error
      this.#world.log.error({ err: error, key: row.key }, 'a forwarder failed')
      return { end: 'again', trouble: 'internal', detail: error instanceof Error ? error.name : 'unknown' }
    }
  }

  /** A message that its forwarder fails on again and again would hold up the ones behind it for ever. */
  #judge(delivery: Delivery): Delivery {
    const defect = delivery.end === 'again' && delivery.trouble === 'internal'
    this.#defects = defect ? this.#defects + 1 : 0
    return defect && this.#defects >= mostDefects ? { ...delivery, end: 'setAside' } : delivery
  }

  #wait(ms: number): void {
    if (this.#isClosing()) return
    const now = this.#world.clock.now()
    this.#stopWaiting = this.#world.timers.after(ms, () => {
      this.#endWait()
      this.look()
    })
    this.#tell({ at: 'waiting', until: { ...now, utcMs: now.utcMs + ms } })
  }

  #tell(moment: LaneMoment): void {
    this.#moment = moment
    this.#world.changed()
  }

  #nowMs(): number {
    return this.#world.clock.now().utcMs
  }
}
