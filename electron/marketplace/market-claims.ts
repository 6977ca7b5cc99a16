import type { HoldRow } from '#electron/ledger/market-handles.ts'
import type { SaleId, Sku } from '#shared/kernel/ids.ts'
import type { CurrentMarket } from '../forwarders/marketplace/connected-market.ts'
import { placeOf } from '../forwarders/marketplace/write-counts.ts'
import type { SideAnswer } from './claim-answers.ts'
import type { ClaimSide, Kept, Standing } from './claim-side.ts'
import { LoweredCounts, type LoweredCountsParts } from './lowered-counts.ts'
import { PlatformHolds } from './platform-holds.ts'

export interface MarketSideParts extends LoweredCountsParts {
  readonly market: CurrentMarket
}

/** Claims on the marketplace, in the way its platform can. */
export class MarketClaims implements ClaimSide {
  readonly #parts: MarketSideParts
  readonly #holds: PlatformHolds
  readonly #counts: LoweredCounts

  constructor(parts: MarketSideParts) {
    this.#parts = parts
    this.#holds = new PlatformHolds(parts)
    this.#counts = new LoweredCounts(parts)
  }

  connection(): string | null {
    return this.#parts.market()?.connection ?? null
  }

  take(sku: Sku, sale: SaleId): Promise<SideAnswer> | null {
    const { market, ledger, claims } = this.#parts
    const connected = market()
    const ref = connected === null ? null : placeOf(ledger.findListing(sku))
    if (connected === null || ref === null) return null
    const claim = claims.begin(connected.connection, sku, sale)
    const older = claims.of(connected.connection, sku).filter(({ key }) => key !== claim.key)
    return claims.asking(claim.key, () =>
      connected.market.capabilities.reservation
        ? this.#holds.take(connected, ref, claim, older)
        : this.#counts.take(connected, ref, claim),
    )
  }

  async keep(claim: HoldRow, standing: Standing): Promise<Kept> {
    const connected = this.#parts.market()
    if (connected === null) return 'notNow'
    return connected.market.capabilities.reservation
      ? this.#holds.keep(connected, claim, standing)
      : this.#counts.keep(claim, standing)
  }
}
