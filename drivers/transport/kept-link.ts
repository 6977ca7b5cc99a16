import type { Timers } from './timers.ts'
import type { Link, Transport } from './transport.ts'

/** `lost`: it is tried again by itself. `closed`: we closed it. */
export type LinkState =
  | { readonly state: 'open'; readonly link: Link }
  | { readonly state: 'lost'; readonly detail: string }
  | { readonly state: 'closed' }

export interface KeptLinkParts {
  readonly transport: Transport
  readonly timers: Timers
  /** Pauses before each try to come back, ms; the last one goes on for ever. At least one. */
  readonly backOffMs: readonly number[]
  /** Patience with one try, ms. */
  readonly connectMs: number
  readonly onData: (bytes: Uint8Array) => void
  /** Told each change, in order; a first try that fails is `lost` too. */
  readonly onState: (state: LinkState) => void
}

/**
 * A line to something that a person may unplug and plug in again: kept open, and opened again with growing pauses when
 * it is lost. For devices that speak by themselves; an exchange that moves money opens its own link.
 */
export class KeptLink {
  readonly #parts: KeptLinkParts
  readonly #closing = new AbortController()
  #link: Link | null = null
  #misses = 0
  #cancelRetry: () => void = () => undefined
  #opened: Promise<void> | null = null

  constructor(parts: KeptLinkParts) {
    this.#parts = parts
  }

  /** The link as it is now; `null` while there is none. */
  get link(): Link | null {
    return this.#link
  }

  /** Resolves after the first try, whether it worked or not. Never rejects. A second call changes nothing. */
  open(): Promise<void> {
    this.#opened ??= this.#try()
    return this.#opened
  }

  /** Idempotent; nothing is told after `closed`. */
  async close(): Promise<void> {
    if (this.#closing.signal.aborted) return
    this.#closing.abort()
    this.#cancelRetry()
    const link = this.#link
    this.#link = null
    this.#parts.onState({ state: 'closed' })
    await link?.close()
  }

  async #try(): Promise<void> {
    const { transport, timers, connectMs, onData, onState } = this.#parts
    const limit = new AbortController()
    const giveUp = (): void => limit.abort()
    const cancel = timers.after(connectMs, giveUp)
    this.#closing.signal.addEventListener('abort', giveUp)
    try {
      const link = await transport.open(limit.signal)
      if (this.#closing.signal.aborted) return void link.close()
      this.#link = link
      this.#misses = 0
      link.onData(onData)
      link.onClose((reason) => this.#lost(reason.kind === 'disconnected' ? reason.detail : 'closed'))
      onState({ state: 'open', link })
    } catch (error) {
      this.#lost((error as Error).message)
    } finally {
      cancel()
      this.#closing.signal.removeEventListener('abort', giveUp)
    }
  }

  #lost(detail: string): void {
    if (this.#closing.signal.aborted) return
    const { timers, backOffMs, onState } = this.#parts
    this.#link = null
    const pauseMs = backOffMs[Math.min(this.#misses, backOffMs.length - 1)] ?? 1_000
    this.#misses++
    this.#cancelRetry = timers.after(pauseMs, () => void this.#try())
    onState({ state: 'lost', detail })
  }
}
