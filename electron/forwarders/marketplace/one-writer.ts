import { pause, type Timers } from '#drivers/transport/timers.ts'
import type { Sku } from '#shared/kernel/ids.ts'
import type { MarketLedger } from './market-book.ts'

export interface OneWriterParts {
  readonly ledger: Pick<MarketLedger, 'market' | 'marketConnection' | 'outbox'>
  readonly timers: Timers
}

/** How long what a killed run of the till sent may still be on its way, milliseconds: as long as an adapter waits, by default. */
const onItsWayMs = 10_000

/**
 * One write of an item's count at a time, whoever wants it: a count read before another's write and sent after it would be
 * an old value on a platform that cannot compare. Whoever has its turn reads the count then, not before. After a kill the
 * first turn comes when nothing of the run before can arrive any more.
 */
export class OneWriter {
  readonly #timers: Timers
  readonly #quietUntilMs: number
  readonly #last = new Map<Sku, Promise<void>>()

  constructor({ ledger, timers }: OneWriterParts) {
    this.#timers = timers
    this.#quietUntilMs = mayBeOnItsWay(ledger) ? timers.nowMs() + onItsWayMs : Number.NEGATIVE_INFINITY
  }

  /**
   * Runs when nobody writes any of these; those that come later wait for it. One caller at most asks for several at once.
   * @param signal an end to waiting, not to the turn
   */
  async alone<T>(skus: readonly Sku[], run: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const before = skus.flatMap((sku) => this.#last.get(sku) ?? [])
    const { promise, resolve } = Promise.withResolvers<void>()
    for (const sku of skus) this.#last.set(sku, promise)
    try {
      await Promise.all(before)
      const quietMs = this.#quietUntilMs - this.#timers.nowMs()
      if (quietMs > 0) await pause(this.#timers, quietMs, signal)
      return await run()
    } finally {
      resolve()
      for (const sku of skus) if (this.#last.get(sku) === promise) this.#last.delete(sku)
    }
  }
}

/** A message that was sent, or a claim that was asked for, without an end that was written down. */
function mayBeOnItsWay({ market, marketConnection, outbox }: OneWriterParts['ledger']): boolean {
  const connection = marketConnection()?.connection
  const isAsked = market.holds().some((claim) => claim.connection === connection && claim.id === null)
  return isAsked || (outbox.waiting('marketplace', 1)[0]?.sends ?? 0) > 0
}
