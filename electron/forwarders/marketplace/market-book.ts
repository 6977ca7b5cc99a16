import type { WriteLedger } from '#electron/ledger/handles.ts'
import { notBefore } from '#electron/ledger/not-before.ts'
import type { Clock } from '#electron/platform/clock.ts'
import type { Forward } from '#shared/checkout/effect.ts'
import type { Sku } from '#shared/kernel/ids.ts'
import type { Stamp } from '#shared/kernel/stamp.ts'
import type { MarketFact } from '#shared/marketplace/facts.ts'
import type { ConnectedMarket } from './connected-market.ts'

/** What of the ledger is needed to tell a marketplace what there is. */
export type MarketLedger = Pick<
  WriteLedger,
  | 'append'
  | 'findItem'
  | 'findListing'
  | 'findOnlineOrder'
  | 'head'
  | 'market'
  | 'openOnlineOrders'
  | 'marketConnection'
  | 'outbox'
  | 'promisedUnits'
  | 'stockOf'
  | 'stockVersion'
>

export interface MarketBookParts {
  readonly ledger: MarketLedger
  readonly clock: Clock
  /** Called when something was written down: facts, or messages for the outbox. */
  readonly changed: () => void
}

/** What comes of telling a marketplace, written down as one transaction each time. */
export class MarketBook {
  readonly ledger: MarketLedger
  readonly #clock: Clock
  readonly #changed: () => void

  constructor({ ledger, clock, changed }: MarketBookParts) {
    this.ledger = ledger
    this.#clock = clock
    this.#changed = changed
  }

  now(): Stamp {
    return this.#clock.now()
  }

  /** Whether the shop is the one that was asked: what another one said is true of nothing here. */
  isStillAt({ connection }: Pick<ConnectedMarket, 'connection'>): boolean {
    return this.ledger.marketConnection()?.connection === connection
  }

  /** @param delivered messages that this is the end of */
  write(facts: readonly MarketFact[], delivered: readonly number[], forwards: readonly Forward[] = []): void {
    if (facts.length + delivered.length + forwards.length === 0) return
    const { ledger } = this
    ledger.append(facts, 'till', notBefore(ledger, this.now()), forwards, { delivered })
    this.#changed()
  }
}

/** The count of an item is to be told, whatever was told before. @param key made anew, or of what it follows from */
export const stockDiffers = (sku: Sku, key: string): Forward => ({
  destination: 'marketplace',
  key,
  body: { type: 'stockDiffers', sku },
})
