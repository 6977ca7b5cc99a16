import type { Call, Done, Hold } from '#drivers/marketplaces/marketplace.ts'
import type { HoldRow } from '#electron/ledger/market-handles.ts'
import type { Clock } from '#electron/platform/clock.ts'
import type { Log } from '#electron/platform/log.ts'
import type { OnlineRef } from '#shared/marketplace/online.ts'
import type { ConnectedMarket } from '../forwarders/marketplace/connected-market.ts'
import { isForGood, type NotDone } from '../forwarders/marketplace/delivery-of.ts'
import { placeOf } from '../forwarders/marketplace/write-counts.ts'
import type { SideAnswer } from './claim-answers.ts'
import type { ClaimsLedger, Kept, KeptClaims, Standing } from './claim-side.ts'
import { doubtOf } from './doubt-of.ts'

export interface MarketClaimsParts {
  readonly ledger: ClaimsLedger
  readonly claims: KeptClaims
  readonly clock: Clock
  readonly log: Log
  /** The till closes: whoever is asked comes to an end soon. */
  readonly signal: AbortSignal
  /** Somebody bought it: what the ledger knows of the piece after the orders were asked for. */
  readonly whoBought: (sku: HoldRow['sku']) => Promise<SideAnswer>
}

/** A hold that runs out is asked for again so long after its end, milliseconds: clocks differ. */
const afterEndMs = 1_000
/** How often is looked whether the platform was told of a sale, milliseconds. */
const toldLookMs = 2_000

/** Claims on a platform that can hold a piece for the counter: nobody can pay for it there meanwhile. */
export class PlatformHolds {
  readonly #parts: MarketClaimsParts
  /** When a hold ends by itself, milliseconds since 1970, as the platform said in this run of the till; `null`: never. */
  readonly #until = new Map<string, number | null>()

  constructor(parts: MarketClaimsParts) {
    this.#parts = parts
  }

  /** @param older holds of the same piece that nobody has let go yet: the platform would count them as somebody else’s */
  async take(
    connected: ConnectedMarket,
    ref: OnlineRef,
    claim: HoldRow,
    older: readonly HoldRow[],
  ): Promise<SideAnswer> {
    for (const old of older) {
      if ((await this.#letGo(connected, old)) === 'notNow') return { says: 'nothing', because: 'silent' }
    }
    const end = await this.#hold(connected, ref, claim)
    if (end.end === 'done') return { says: 'yours' }
    if (end.end === 'unknown' || end.again !== null) return doubtOf(end)
    if (end.code !== 'notEnough' && end.code !== 'gone') return doubtOf(end)
    this.#forget(claim.key)
    // A key holds once: one that is over and was not let go yet is another hold.
    if (end.code === 'gone' && claim.id !== null) return this.take(connected, ref, this.#anew(claim), [])
    // What is not there can be bought by nobody.
    return end.code === 'gone' ? { says: 'yours' } : this.#parts.whoBought(claim.sku)
  }

  keep(connected: ConnectedMarket, claim: HoldRow, standing: Standing): Promise<Kept> {
    switch (standing) {
      case 'cart':
      case 'parked':
        return this.#stand(connected, claim)
      case 'sold':
        return this.#sold(connected, claim)
      case 'free':
        return this.#letGo(connected, claim)
    }
  }

  /** One that nobody knows of, or that is over, is asked for again; a piece that cannot be held is sold without. */
  async #stand(connected: ConnectedMarket, claim: HoldRow): Promise<Kept> {
    const ref = this.#placeOf(claim)
    const until = this.#until.get(claim.key)
    const nowMs = this.#parts.clock.now().utcMs
    if (ref === null || until === null) return { lookMs: null }
    if (until !== undefined && nowMs < until + afterEndMs) return { lookMs: until + afterEndMs - nowMs }
    const end = await this.#hold(connected, ref, claim)
    if (end.end === 'done') return this.#lookAtEnd(claim.key)
    if (!isForGood(end, 0)) return 'notNow'
    this.#forget(claim.key)
    if (end.code === 'notEnough') void this.#parts.whoBought(claim.sku)
    // Its time was over, and a key holds once.
    if (end.code !== 'gone' || claim.id === null) return { lookMs: null }
    this.#anew(claim)
    return { lookMs: 0 }
  }

  /** The count goes first: between the two nobody could buy what has left the shop. */
  async #sold(connected: ConnectedMarket, claim: HoldRow): Promise<Kept> {
    const { ledger } = this.#parts
    const told = ledger.market.told(claim.connection, claim.sku)?.version ?? -1
    const mustWait = this.#placeOf(claim) !== null && told < ledger.stockVersion(claim.sku)
    return mustWait ? { lookMs: toldLookMs } : this.#letGo(connected, claim)
  }

  async #letGo(connected: ConnectedMarket, claim: HoldRow): Promise<Kept> {
    const id = claim.id ?? (await this.#idOf(connected, claim))
    if (id === 'notNow') return 'notNow'
    const end = id === null ? done : await connected.market.release?.(id, this.#call(`${claim.key}:end`))
    if (end !== undefined && end.end !== 'done') {
      if (!isForGood(end, 0)) return 'notNow'
      this.#parts.log.warn({ sku: claim.sku, code: end.code, text: end.text }, 'a hold could not be let go')
    }
    this.#forget(claim.key)
    return { lookMs: null }
  }

  /** Of a hold that was asked for and not heard of: the same key finds it, or makes the one that is then let go. */
  async #idOf(connected: ConnectedMarket, claim: HoldRow): Promise<string | 'notNow' | null> {
    const ref = this.#placeOf(claim)
    if (ref === null) return null
    const end = await this.#hold(connected, ref, claim)
    if (end.end === 'done') return end.value.id
    return isForGood(end, 0) ? null : 'notNow'
  }

  async #hold({ market }: ConnectedMarket, ref: OnlineRef, claim: HoldRow): Promise<Done<Hold>> {
    const end = (await market.hold?.(ref, 1, this.#call(claim.key))) ?? noHolds
    if (end.end === 'done') {
      this.#parts.claims.held(claim, end.value.id)
      this.#until.set(claim.key, end.value.until?.utcMs ?? null)
    }
    return end
  }

  #lookAtEnd(key: string): Kept {
    const until = this.#until.get(key) ?? null
    return { lookMs: until === null ? null : until + afterEndMs - this.#parts.clock.now().utcMs }
  }

  #placeOf({ sku }: HoldRow): OnlineRef | null {
    return placeOf(this.#parts.ledger.findListing(sku))
  }

  #anew({ connection, sku, saleId }: HoldRow): HoldRow {
    return this.#parts.claims.beginAnew(connection, sku, saleId)
  }

  #forget(key: string): void {
    this.#parts.claims.end(key)
    this.#until.delete(key)
  }

  #call(key: string): Call {
    return { key, at: this.#parts.clock.now(), signal: this.#parts.signal }
  }
}

const done = { end: 'done', value: null } as const
const noHolds: NotDone = { end: 'refused', code: 'refused', text: 'it cannot hold', again: null }
