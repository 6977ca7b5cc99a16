import { KeptLink, type LinkState } from '#drivers/transport/kept-link.ts'
import { realTimers, type Timers } from '#drivers/transport/timers.ts'
import type { Link, Unsubscribe } from '#drivers/transport/transport.ts'
import type { CardRead, ReaderHealth } from './reader.ts'
import { type ReaderParts, timingsOf } from './reader-parts.ts'
import type { ReaderTimings } from './reader-timings.ts'

/**
 * What a decoder made of bytes. `discarded`: they were nothing, and are only counted, since they may hold a card
 * number.
 */
export type DecodedEvent<Item> =
  | { readonly type: 'item'; readonly item: Item }
  | { readonly type: 'discarded'; readonly bytes: number }
  /** Something began and did not come right. */
  | { readonly type: 'broken'; readonly reason: 'badCheck' | 'truncated' }

/** Bytes to whatever a reader sends. Pure, bounded, and never throws. */
export interface Decoder<Item> {
  feed(bytes: Uint8Array): readonly DecodedEvent<Item>[]
  /** Nothing more is coming: what is half-way is let go of, and what stands whole behind it is found. */
  flush(): readonly DecodedEvent<Item>[]
  readonly halfway: boolean
}

/** The half of a reader that all of them share: its line kept open, its decoder fed, its listeners told. */
export class ReaderLine<Item> {
  readonly #parts: ReaderParts
  readonly #decoder: Decoder<Item>
  readonly #take: (item: Item) => void
  readonly #readListeners = new Set<(read: CardRead) => void>()
  readonly #healthListeners = new Set<(health: ReaderHealth) => void>()
  readonly #kept: KeptLink
  readonly timers: Timers
  readonly timings: ReaderTimings
  #health: ReaderHealth = { ok: false, reason: 'closed', text: 'not opened yet' }
  #cancelSilence: () => void = () => undefined
  #heard: 'nothing' | 'noise' | 'itself' = 'nothing'

  /** @param onLost what the line takes with it, e.g. a command that waits for its answer */
  constructor(
    parts: ReaderParts,
    decoder: Decoder<Item>,
    take: (item: Item) => void,
    onLost: () => void = () => undefined,
  ) {
    this.#parts = parts
    this.#decoder = decoder
    this.#take = take
    this.timers = parts.timers ?? realTimers
    this.timings = timingsOf(parts)
    this.#kept = new KeptLink({
      transport: parts.transport,
      timers: this.timers,
      backOffMs: this.timings.backOffMs,
      connectMs: this.timings.connectMs,
      onData: (bytes) => this.#hear(bytes),
      onState: (state) => {
        this.#cancelSilence()
        // Half a read from before must not be finished by what comes after.
        this.#run(this.#decoder.flush())
        if (state.state !== 'open') onLost()
        this.#healthIs(this.#healthOf(state))
      },
    })
  }

  get link(): Link | null {
    return this.#kept.link
  }

  get health(): ReaderHealth {
    return this.#health
  }

  open(): Promise<void> {
    return this.#kept.open()
  }

  async close(): Promise<void> {
    await this.#kept.close()
    this.#readListeners.clear()
    this.#healthListeners.clear()
  }

  onRead(listener: (read: CardRead) => void): Unsubscribe {
    this.#readListeners.add(listener)
    return () => this.#readListeners.delete(listener)
  }

  onHealth(listener: (health: ReaderHealth) => void): Unsubscribe {
    this.#healthListeners.add(listener)
    return () => this.#healthListeners.delete(listener)
  }

  /** Health of a reader that did not answer: what else it may be said, by what came instead. */
  silent(): ReaderHealth {
    if (this.#heard === 'noise') {
      return { ok: false, reason: 'otherProtocol', text: 'what it sends is no message of this protocol' }
    }
    return { ok: false, reason: 'noAnswer', text: 'no answer' }
  }

  /** Health of a reader that cannot be asked. */
  get presence(): ReaderHealth {
    return this.#health.ok && this.#heard === 'noise' ? this.silent() : this.#health
  }

  tell(read: CardRead): void {
    this.trace('in', describe(read))
    for (const listener of [...this.#readListeners]) listener(read)
  }

  trace(direction: 'out' | 'in' | 'noise', text: string): void {
    this.#parts.onWire?.({ direction, text })
  }

  #hear(bytes: Uint8Array): void {
    this.#cancelSilence()
    this.#run(this.#decoder.feed(bytes))
    if (!this.#decoder.halfway) return
    const end = (): void => this.#run(this.#decoder.flush())
    this.#cancelSilence = this.timers.after(this.timings.silenceMs, end)
  }

  #run(events: readonly DecodedEvent<Item>[]): void {
    for (const event of events) {
      if (event.type === 'item') {
        this.#heard = 'itself'
        this.#take(event.item)
      } else if (event.type === 'broken') {
        this.tell({ kind: 'unreadable', reason: event.reason })
      } else {
        if (this.#heard === 'nothing') this.#heard = 'noise'
        this.trace('noise', `${event.bytes} bytes dropped`)
      }
    }
  }

  #healthOf(state: LinkState): ReaderHealth {
    if (state.state === 'open') return { ok: true, text: this.#parts.transport.name }
    if (state.state === 'closed') return { ok: false, reason: 'closed', text: 'closed' }
    return { ok: false, reason: 'unreachable', text: state.detail }
  }

  #healthIs(health: ReaderHealth): void {
    this.#health = health
    for (const listener of [...this.#healthListeners]) listener(health)
  }
}

/** Never a character of what a card holds. */
function describe(read: CardRead): string {
  if (read.kind === 'unreadable')
    return `unreadable: ${read.reason}${read.code === undefined ? '' : ` ${read.code}`}`
  if (read.kind === 'houseCard') return `house card by ${read.entry}`
  const { parts, algorithm } = read.encrypted
  return `payment card by ${read.entry}: ${parts.map(({ holds }) => holds).join(', ')} in ${algorithm}`
}
