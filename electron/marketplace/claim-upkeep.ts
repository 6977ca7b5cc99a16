import type { Timers } from '#drivers/transport/timers.ts'
import type { ClaimingSale } from '#electron/checkout/ports.ts'
import type { HoldRow } from '#electron/ledger/market-handles.ts'
import type { Log } from '#electron/platform/log.ts'
import { waitAfter } from '../forwarders/back-off.ts'
import type { ClaimsLedger, Kept, KeptSide, Standing } from './claim-side.ts'

export interface ClaimUpkeepParts {
  readonly ledger: ClaimsLedger
  readonly sides: readonly KeptSide[]
  /** Keys of claims that are being asked for. */
  readonly asked: ReadonlySet<string>
  readonly timers: Timers
  /** [0, 1) */
  readonly chance: () => number
  readonly log: Log
}

/** Longest wait before somebody who could not be reached is tried again, milliseconds: a piece may be waited for there. */
const longestMs = 30_000

/**
 * Brings every claim to where its piece is, in the background: kept longer, parked, let go. It knows no event: all it goes by
 * is the claims there are and the sales as they stand, so that a kill or a line that is down loses none.
 */
export class ClaimUpkeep {
  readonly #parts: ClaimUpkeepParts
  /** `null`: nobody has said yet; a claim of the last run of the till may be in a cart. */
  #sales: readonly ClaimingSale[] | null = null
  #running: Promise<void> | null = null
  #again = false
  #closed = false
  #failures = 0
  #stopWaiting: () => void = () => {}

  constructor(parts: ClaimUpkeepParts) {
    this.#parts = parts
  }

  follow(sales: readonly ClaimingSale[]): void {
    this.#sales = sales
    this.look()
  }

  /** Something may have moved. */
  look(): void {
    if (this.#closed || this.#sales === null) return
    this.#again = true
    // From the next turn on: whoever calls may be in the middle of what the claims follow from.
    this.#running ??= Promise.resolve()
      .then(() => this.#run())
      .catch((error: unknown) => this.#failed(error))
      .finally(() => {
        this.#running = null
        if (this.#again) this.look()
      })
  }

  /** Nothing is under way: claims stand as they should, or wait. */
  async settled(): Promise<void> {
    while (this.#running !== null) await this.#running
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#again = false
    this.#stopWaiting()
    await this.settled()
  }

  async #run(): Promise<void> {
    this.#stopWaiting()
    while (this.#again && !this.#closed) {
      this.#again = false
      const lookMs = await this.#safely(() => this.#pass(), longestMs)
      if (lookMs !== null && !this.#again && !this.#closed)
        this.#stopWaiting = this.#parts.timers.after(lookMs, () => this.look())
    }
  }

  /** The disk refuses: claims are kept as they are, and looked at again later. */
  #failed(error: unknown): void {
    const { log, timers } = this.#parts
    log.error({ err: error }, 'claims could not be looked after')
    this.#again = false
    if (!this.#closed) this.#stopWaiting = timers.after(longestMs, () => this.look())
  }

  /** @returns after how long to look again; `null`: when something moves */
  async #pass(): Promise<number | null> {
    const { ledger, sides, asked, chance } = this.#parts
    const unreached = new Set<KeptSide>()
    const looks: number[] = []
    for (const side of sides) side.begin?.()
    for (const { key } of ledger.market.holds()) {
      // As it stands by now: the ones before may have taken their time.
      const claim = ledger.market.holds().find((row) => row.key === key)
      if (claim === undefined || asked.has(key) || this.#closed) continue
      const side = this.#sideOf(claim)
      if (side === null || unreached.has(side)) continue
      const kept = await this.#keep(side, claim)
      if (kept === 'notNow') unreached.add(side)
      else if (kept.lookMs !== null) looks.push(kept.lookMs)
    }
    this.#failures = unreached.size === 0 ? 0 : this.#failures + 1
    if (unreached.size > 0) looks.push(Math.min(longestMs, waitAfter(this.#failures, chance())))
    return looks.length === 0 ? null : Math.max(0, Math.min(...looks))
  }

  /** What was claimed where this till is connected no more is let go by nobody: it is forgotten. */
  #sideOf(claim: HoldRow): KeptSide | null {
    const { sides, ledger } = this.#parts
    const side = sides.find((each) => each.connection() === claim.connection)
    if (side === undefined) ledger.market.endHold(claim.key)
    return side ?? null
  }

  #keep(side: KeptSide, claim: HoldRow): Promise<Kept> {
    return this.#safely(() => side.keep(claim, this.#standingOf(claim)), 'notNow')
  }

  /** A disk that refuses or a defect: it is looked at again. */
  async #safely<T>(look: () => Promise<T>, otherwise: NoInfer<T>): Promise<T> {
    try {
      return await look()
    } catch (error) {
      this.#parts.log.error({ err: error }, 'claims could not be looked after')
      return otherwise
    }
  }

  #standingOf({ saleId, sku }: HoldRow): Standing {
    const sale = this.#sales?.find((each) => each.saleId === saleId && each.pieces.includes(sku))
    if (sale !== undefined) return sale.parked ? 'parked' : 'cart'
    return this.#parts.ledger.pieceIsSold(sku) ? 'sold' : 'free'
  }
}
