import type { WriteLedger } from '#electron/ledger/handles.ts'
import type { HoldRow, OnlineOrderRow } from '#electron/ledger/market-handles.ts'
import type { Ids } from '#electron/platform/ids.ts'
import type { SaleId, Sku } from '#shared/kernel/ids.ts'
import type { MarketLedger } from '../forwarders/marketplace/market-book.ts'
import type { SideAnswer } from './claim-answers.ts'

/** What of the ledger claims go by. */
export type ClaimsLedger = MarketLedger &
  Pick<WriteLedger, 'openOnlineOrders' | 'orderWanting' | 'pieceIsSold' | 'tillId'>

/** Where a piece that was asked for is by now. `free`: in no sale and not sold. */
export type Standing = 'cart' | 'parked' | 'sold' | 'free'

/**
 * What became of bringing a claim to where the piece is. `lookMs`: it has to be looked at again after that long; `null`: only
 * when the piece moves. `notNow`: nobody was reached.
 */
export type Kept = { readonly lookMs: number | null } | 'notNow'

/** Somebody with whom pieces are claimed. */
export interface KeptSide {
  /** What its claims are kept under; `null`: there is nobody to ask. */
  connection(): string | null
  /** Begins claims that follow from the ledger alone. */
  begin?(): void
  /** Brings a claim to where its piece is, and ends it when nobody needs it. */
  keep(claim: HoldRow, standing: Standing): Promise<Kept>
}

/** One of those who may have a piece besides this till: the marketplace, or the shop's other tills. */
export interface ClaimSide extends KeptSide {
  /**
   * Its claim is durable before anybody is asked.
   * @returns `null`: nobody can have the piece there. Never rejects
   */
  take(sku: Sku, sale: SaleId): Promise<SideAnswer> | null
}

/**
 * Claims of one side as they are kept beside the journal. One that is asked for is left alone by whoever looks after them
 * until there is an answer, however late.
 */
export class KeptClaims {
  readonly #rows: ClaimsLedger['market']
  readonly #ids: Ids
  readonly #asked: Set<string>

  /** @param asked shared by all sides: keys of claims with a question under way */
  constructor(rows: ClaimsLedger['market'], ids: Ids, asked: Set<string>) {
    this.#rows = rows
    this.#ids = ids
    this.#asked = asked
  }

  /** The one there is of this piece for this sale, or a new one under a key of its own. */
  begin(connection: string, sku: Sku, saleId: SaleId): HoldRow {
    const there = this.of(connection, sku).find((claim) => claim.saleId === saleId)
    return there ?? this.beginAnew(connection, sku, saleId)
  }

  beginAnew(connection: string, sku: Sku, saleId: SaleId): HoldRow {
    return this.beginAs(`claim:${this.#ids.next()}`, connection, sku, saleId)
  }

  beginAs(key: string, connection: string, sku: Sku, saleId: SaleId): HoldRow {
    const claim = { key, connection, sku, saleId }
    this.#rows.beginHold(claim)
    return { ...claim, id: null }
  }

  of(connection: string, sku: Sku): readonly HoldRow[] {
    return this.#rows.holds().filter((claim) => claim.connection === connection && claim.sku === sku)
  }

  /** Also of one that was let go meanwhile: it is held, and is to be let go again. */
  held(claim: HoldRow, id: string): void {
    this.#rows.beginHold(claim)
    this.#rows.held(claim.key, id)
  }

  end(key: string): void {
    this.#rows.endHold(key)
  }

  /** Nothing else is done about this claim while it is asked for. */
  async asking(key: string, ask: () => Promise<SideAnswer>): Promise<SideAnswer> {
    this.#asked.add(key)
    try {
      return await ask()
    } catch {
      return { says: 'nothing', because: 'refused' }
    } finally {
      this.#asked.delete(key)
    }
  }
}

/** The order that a piece is promised to and that is paid; one that is not may never be. `null`: there is none. */
export function paidOrderOf(ledger: ClaimsLedger, sku: Sku): OnlineOrderRow | null {
  const first = ledger.orderWanting(sku)
  if (first === null || isPaidFor(first, sku)) return first
  return ledger.openOnlineOrders().find((order) => isPaidFor(order, sku)) ?? null
}

/**
 * Whether an order was paid for a piece, and is to have it: it may be on its way as the platform has it. What it has lost
 * already is not kept for it, nor anything once somebody wants it cancelled.
 */
export const isPaidFor = ({ state, order, task, cancelAsked }: OnlineOrderRow, sku: Sku): boolean =>
  state !== 'placed' &&
  !cancelAsked &&
  order.lines.some((line) => line.sku === sku) &&
  !(task?.lost.some((lost) => lost.sku === sku) ?? false)
