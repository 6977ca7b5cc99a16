import { pause, type Timers } from '#drivers/transport/timers.ts'
import type { WriteLedger } from '#electron/ledger/handles.ts'
import type { JournalCursorRows, LaneRow } from '#electron/ledger/outbox-handles.ts'
import type { Clock } from '#electron/platform/clock.ts'
import type { Log } from '#electron/platform/log.ts'
import type { Destination } from '#shared/checkout/effect.ts'
import type { LaneView } from '#shared/contract/forwards.ts'
import { troubleOf } from './failure-note.ts'
import type { ForwardLanes } from './forward-lanes.ts'
import type { Forwarder } from './forwarder.ts'
import { Lane, type LaneWorld } from './lane.ts'

/** How long an end of what is under way is waited for when the till closes, milliseconds. */
const patienceMs = 3_000

export interface PumpParts {
  readonly ledger: Pick<WriteLedger, 'outbox' | 'lanes'>
  /** Brings the journal to the shop's database, a lane like the others. Absent: the till has no such shop. */
  readonly journal?: JournalCursorRows
  /** `null`: nobody brings messages there (yet); they wait, and are shown. */
  readonly forwarderTo: (destination: Destination) => Forwarder | null
  readonly clock: Clock
  readonly timers: Timers
  /** [0, 1); for the waits */
  readonly chance: () => number
  readonly log: Log
}

/**
 * The one pump of the outbox, and of the journal: a lane for each destination, side by side; what it guarantees stands in
 * `forwarder.ts`. Nothing is pumped before the first `wake`.
 */
export class OutboxPump implements ForwardLanes {
  readonly #parts: PumpParts
  readonly #world: Omit<LaneWorld, 'outbox'>
  readonly #lanes = new Map<Destination, Lane>()
  readonly #listeners = new Set<() => void>()
  #closed = false

  constructor(parts: PumpParts) {
    this.#parts = parts
    const { clock, timers, chance, log } = parts
    const changed = (): void => this.#changed()
    this.#world = { clock, timers, chance, log, changed }
  }

  /** New messages may be there. */
  wake(): void {
    if (this.#closed) return
    const { ledger, journal } = this.#parts
    for (const destination of ledger.outbox.destinations()) this.#lane(destination)?.look()
    if (journal !== undefined) this.#lane('shop')?.look()
    this.#changed()
  }

  /** Somebody does not want to wait: the next try of this destination is now. */
  hurry(destination: Destination): void {
    if (!this.#closed) this.#lane(destination)?.hurry()
  }

  lanes(): readonly LaneView[] {
    return this.#rows().map((row) => this.#view(row))
  }

  watch(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Nothing is under way: all is delivered, set aside, or waits for its next try. */
  async settled(): Promise<void> {
    await Promise.all([...this.#lanes.values()].map((lane) => lane.settled()))
  }

  /** What is under way is told to end, and waited for a while; the outbox is not touched afterwards. Idempotent. */
  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    for (const lane of this.#lanes.values()) lane.close()
    const patience = new AbortController()
    await Promise.race([this.settled(), pause(this.#parts.timers, patienceMs, patience.signal)])
    patience.abort()
    for (const lane of this.#lanes.values()) lane.leave()
    this.#listeners.clear()
  }

  /** In the order of their names; those that have nothing left are left out. */
  #rows(): readonly LaneRow[] {
    const { ledger, journal } = this.#parts
    const shop = journal?.lane('shop')
    if (shop === undefined || shop.waiting + shop.setAside === 0) return ledger.lanes()
    return [...ledger.lanes(), shop].sort((a, b) => (a.destination < b.destination ? -1 : 1))
  }

  #lane(destination: Destination): Lane | null {
    const known = this.#lanes.get(destination)
    if (known !== undefined) return known
    const forwarder = this.#parts.forwarderTo(destination)
    if (forwarder === null) return null
    const { ledger, journal } = this.#parts
    const outbox = destination === 'shop' && journal !== undefined ? journal : ledger.outbox
    const lane = new Lane(destination, forwarder, { ...this.#world, outbox })
    this.#lanes.set(destination, lane)
    return lane
  }

  #view({ destination, waiting, setAside, since, lastError }: LaneRow): LaneView {
    const moment = this.#lanes.get(destination)?.moment() ?? { at: 'rest' }
    return {
      destination,
      waiting,
      since,
      setAside,
      trouble: lastError === null || moment.at === 'trying' ? null : troubleOf(lastError),
      nextTryAt: moment.at === 'waiting' ? moment.until : null,
    }
  }

  #changed(): void {
    for (const listener of this.#listeners) listener()
  }
}
