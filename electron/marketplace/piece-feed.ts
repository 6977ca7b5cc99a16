import { pause, type Timers } from '#drivers/transport/timers.ts'
import { LedgerUnwritable, type WriteLedger } from '#electron/ledger/handles.ts'
import { itemSha256 } from '#electron/ledger/item-sha256.ts'
import { notBefore } from '#electron/ledger/not-before.ts'
import type { Clock } from '#electron/platform/clock.ts'
import type { Ids } from '#electron/platform/ids.ts'
import type { Log } from '#electron/platform/log.ts'
import type { Forward } from '#shared/checkout/effect.ts'
import type { Sku } from '#shared/kernel/ids.ts'

export interface PieceFeedParts {
  readonly ledger: WriteLedger
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly timers: Timers
  /** New messages are in the outbox. */
  readonly fed: () => void
}

/** Pieces looked at in one turn: a few milliseconds, which nobody at the counter notices. */
const atOnce = 100
/** Between two such turns, milliseconds. */
const restMs = 20
/** Messages that are read at the start, to know what is on its way already. */
const mostWaiting = 100_000
const byTill = 'till'

/**
 * Writes a message for each piece that is chosen and not online as the catalogue has it now. Which they are is asked of the
 * ledger, whoever has changed it: a choice, a loaded catalogue, another till, another shop.
 */
export class PieceFeed {
  readonly #parts: PieceFeedParts
  readonly #closing = new AbortController()
  /** What is on its way: by sku, the item as it was then. Nothing but a saving: a piece put twice is put once. */
  #asked: Map<Sku, string> | null = null
  #walking: Promise<void> | null = null
  #again = false

  constructor(parts: PieceFeedParts) {
    this.#parts = parts
  }

  /** Pieces may have been changed. */
  look(): void {
    this.#again = true
    if (this.#walking !== null || this.#closing.signal.aborted) return
    this.#walking = this.#walk().finally(() => {
      this.#walking = null
      // Somebody looked between the end of the walk and here.
      if (this.#again) this.look()
    })
  }

  /** Pieces were chosen, or the shop is another one: what was on its way once is not, by that, on its way now. */
  begin(): void {
    this.#asked = null
    this.look()
  }

  async settled(): Promise<void> {
    while (this.#walking !== null) await this.#walking
  }

  async close(): Promise<void> {
    this.#closing.abort()
    await this.settled()
  }

  async #walk(): Promise<void> {
    const { signal } = this.#closing
    const { log, timers } = this.#parts
    try {
      while (this.#again && !signal.aborted) {
        this.#again = false
        for (let after = this.#feed(null); after !== null && !signal.aborted; after = this.#feed(after))
          await pause(timers, restMs, signal)
      }
    } catch (error) {
      // The next look begins anew.
      log[error instanceof LedgerUnwritable ? 'warn' : 'error']({ err: error }, 'pieces cannot be put online')
      this.#asked = null
      this.#again = false
    }
  }

  /** @returns after which there may be more; `null`: there are none */
  #feed(after: Sku | null): Sku | null {
    const { ledger, clock, fed } = this.#parts
    const skus = ledger.listingsToPut(after, atOnce)
    if (after === null && skus.length === 0) {
      this.#asked = new Map()
      return null
    }
    this.#asked ??= this.#waiting()
    const asked = this.#asked
    const forwards = skus.flatMap((sku) => this.#putting(sku, asked) ?? [])
    if (forwards.length > 0) {
      ledger.append([], byTill, notBefore(ledger, clock.now()), forwards)
      fed()
    }
    return skus.length < atOnce ? null : (skus.at(-1) ?? null)
  }

  #putting(sku: Sku, asked: Map<Sku, string>): Forward | null {
    const item = this.#parts.ledger.findItem(sku)
    if (item === null) return null
    const sha256 = itemSha256(item)
    if (asked.get(sku) === sha256) return null
    asked.set(sku, sha256)
    return {
      destination: 'marketplace',
      key: `put:${this.#parts.ids.next()}`,
      body: { type: 'putPiece', sku },
    }
  }

  /** A message that waits puts the piece as it is when its turn comes. */
  #waiting(): Map<Sku, string> {
    const { ledger } = this.#parts
    const asked = new Map<Sku, string>()
    for (const { body } of ledger.outbox.waiting('marketplace', mostWaiting)) {
      const item = body.type === 'putPiece' ? ledger.findItem(body.sku) : null
      if (item !== null) asked.set(item.sku, itemSha256(item))
    }
    return asked
  }
}
