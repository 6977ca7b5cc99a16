import type { HoldRow } from '#electron/ledger/market-handles.ts'
import type { Ids } from '#electron/platform/ids.ts'
import type { OnlineRef } from '#shared/marketplace/online.ts'
import type { ConnectedMarket } from '../forwarders/marketplace/connected-market.ts'
import { unitsApart } from '../forwarders/marketplace/count-to-tell.ts'
import { stockDiffers } from '../forwarders/marketplace/market-book.ts'
import { type CountWriter, writeCounts } from '../forwarders/marketplace/write-counts.ts'
import type { SideAnswer } from './claim-answers.ts'
import type { Kept, Standing } from './claim-side.ts'
import { doubtOf } from './doubt-of.ts'
import type { MarketClaimsParts } from './platform-holds.ts'

export interface LoweredCountsParts extends MarketClaimsParts, CountWriter {
  readonly ids: Ids
}

/**
 * Claims on a platform that cannot hold: while a piece is in a cart it is told one less. The claim itself makes it so, for
 * whoever tells counts subtracts the claims there are.
 */
export class LoweredCounts {
  readonly #parts: LoweredCountsParts

  constructor(parts: LoweredCountsParts) {
    this.#parts = parts
  }

  async take(connected: ConnectedMarket, ref: OnlineRef, claim: HoldRow): Promise<SideAnswer> {
    const { market, connection } = connected
    const { ledger, clock, signal, whoBought } = this.#parts
    const read = await market.readStock(ref, { key: `${claim.key}:read`, at: clock.now(), signal })
    if (read.end !== 'done') return isGone(read) ? this.#lowered(claim) : doubtOf(read)
    const { count, held } = read.value
    const free = market.capabilities.counts === 'onHand' ? count - held : count
    // One that we said is none was bought by nobody.
    if (free <= 0 && ledger.market.told(connection, claim.sku)?.count === 0) return this.#lowered(claim)
    if (free <= 0) return whoBought(claim.sku)
    const wanted = { sku: claim.sku, mark: claim.key, expected: count }
    const call = { key: claim.key, signal }
    const written =
      (await writeCounts(this.#parts, connected, [wanted], () => unitsApart(ledger, []), call)).get(
        claim.sku,
      ) ?? null
    if (written === null || isGone(written)) return this.#lowered(claim)
    const isStale = written.end === 'refused' && written.code === 'stale'
    return isStale ? whoBought(claim.sku) : doubtOf(written)
  }

  async keep(claim: HoldRow, standing: Standing): Promise<Kept> {
    const isInCart = standing === 'cart' || standing === 'parked'
    // Its ticket says so by itself where it was sold.
    if (standing === 'free' || (isInCart && claim.id === null)) this.#tellAgain(claim)
    if (isInCart) this.#lowered(claim)
    else this.#parts.claims.end(claim.key)
    return { lookMs: null }
  }

  /** The platform was told, or will be by a message that waits. */
  #lowered(claim: HoldRow): SideAnswer {
    if (claim.id === null) this.#parts.claims.held(claim, claim.key)
    return { says: 'yours' }
  }

  /** A key of its own each time: whoever was killed before the claim was ended says it again, and the last one counts. */
  #tellAgain({ sku }: HoldRow): void {
    this.#parts.book.write([], [], [stockDiffers(sku, `differs:${this.#parts.ids.next()}`)])
  }
}

const isGone = (end: { readonly end: string; readonly code?: string }): boolean =>
  end.end === 'refused' && end.code === 'gone'
