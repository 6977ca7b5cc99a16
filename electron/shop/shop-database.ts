import type { Ticket } from '#shared/cart/ticket.ts'
import type { CatalogueItem } from '#shared/catalogue/item.ts'
import type { ForwardTrouble } from '#shared/contract/forwards.ts'
import type { Seq, Sku, TillId } from '#shared/kernel/ids.ts'
import type { BusinessDay, Stamp } from '#shared/kernel/stamp.ts'
import type { Arrival, JournalPart, StoredHead } from './arrival.ts'
import type { Holder, Piece, Seller, Sold, TicketRef } from './piece.ts'

/**
 * What the tills of one shop share: pieces and who has them, counts, the catalogue, and the journal of each till. A till
 * sells without it from its own ledger; what it may then have got wrong is found here and told.
 *
 * Guarantees:
 * - Every call resolves within the timings it was opened with; none rejects. After `unknown` with `sent` it may have been
 *   done: every call is safe to make again with the same arguments, and then answers what it would have answered.
 * - A piece is with exactly one of shelf, cart, parked cart, online order, sold. `claim` is one conditional statement: of
 *   any number that ask at once one gets it. Only the database's clock says when a hold is over.
 * - A piece that has left the shop is sold, whoever had claimed it: `sell` never refuses, it says who has lost.
 * - A journal is gapless and never changes: what arrives is checked against what is there, and the same again changes
 *   nothing. Something else under a number that is taken is refused, and kept as evidence.
 * - The catalogue comes with the journals, and counts are what a single ledger would make of all of them: set by what a till
 *   loads and by `countStock`, moved by tickets, each movement once.
 */
export interface ShopDatabase {
  /** Key of the shop among those of a programme. */
  readonly shop: string
  /**
   * Takes a piece from the shelf, or holds on to one that `by` has already (parking and resuming, too).
   * @param holdMs how long, > 0; `null`: until it is released or sold
   */
  claim(sku: Sku, by: Holder, holdMs: number | null): Promise<Asked<Claimed>>
  /** Longer, or parked, if it is still with `by`; never takes it from the shelf. */
  extend(sku: Sku, by: Holder, holdMs: number | null): Promise<Asked<Claimed>>
  /** Back to the shelf, if it is with `by`; of one that is not nothing changes. */
  release(sku: Sku, by: Holder): Promise<Asked>
  sell(sku: Sku, by: Seller): Promise<Asked<Sold>>
  whereIs(sku: Sku): Promise<Asked<Piece>>

  /** Somebody counted, now. What a till sold before, and tells later, is in the count already. */
  countStock(sku: Sku, count: number): Promise<Asked<Stock>>
  /** Of counted items; `null`: never heard of. */
  stockOf(sku: Sku): Promise<Asked<Stock | null>>
  /**
   * What has changed, page by page. May tell again what it told: `version` says which is newer. `null`: all there is.
   */
  changes(since: string | null): Promise<Asked<Changes>>

  /** How far a till's journal has arrived; `null`: nothing yet. */
  headOf(till: TillId): Promise<Asked<StoredHead | null>>
  /** Every till that was ever heard of, in the order of their ids. */
  tills(): Promise<Asked<readonly TillStanding[]>>
  /** All of a part or nothing of it. */
  ingest(part: JournalPart): Promise<Asked<Arrival>>
  findTicket(ticket: TicketRef): Promise<Asked<Ticket | null>>
  /** Each till's day, in the order of their ids; tills that sold nothing are left out. */
  dayTotals(day: BusinessDay): Promise<Asked<readonly TillDay[]>>
  /** Ends what is under way. Idempotent. */
  close(): Promise<void>
}

/** `null` where there is nothing to say but that it is done. */
export type Asked<T = null> =
  | { readonly end: 'done'; readonly value: T }
  /** `sent` false: certainly not done. */
  | {
      readonly end: 'unknown'
      readonly trouble: ShopTrouble
      readonly sent: boolean
      readonly text: string
    }

export type ShopTrouble = Extract<
  ForwardTrouble,
  'noNetwork' | 'silent' | 'lineLost' | 'refused' | 'internal' | 'closing'
>

/** `yours` false: the piece as it stands, with another, or (after `extend`) on the shelf. */
export interface Claimed {
  readonly yours: boolean
  readonly piece: Piece
}

export interface Stock {
  readonly sku: Sku
  /** May be below zero: the customer is holding it. */
  readonly count: number
  readonly version: number
}

export interface Changes {
  readonly pieces: readonly Piece[]
  readonly stock: readonly Stock[]
  readonly items: readonly ChangedItem[]
  /** For the next call. */
  readonly cursor: string
  /** More is there already. */
  readonly more: boolean
}

export interface ChangedItem {
  readonly item: CatalogueItem
  readonly version: number
  /** Of a counted item, now; `null`: nobody counted it. */
  readonly count: number | null
}

/** A till as the database knows it. Times by the database's clock, milliseconds since 1970. */
export interface TillStanding {
  readonly till: TillId
  /** Newest entry that has arrived, and when it was written, by the till's clock. */
  readonly seq: Seq
  readonly writtenAt: Stamp
  readonly arrivedMs: number
  readonly nowMs: number
  /** Newest entries that no signature vouches for. */
  readonly unsealed: number
  /** Entries refused because another one has their number. */
  readonly forks: number
}

/** A till's day in centimes; what refunds gave back is taken off everywhere. */
export interface TillDay {
  readonly till: TillId
  readonly businessDay: BusinessDay
  readonly sales: number
  readonly refunds: number
  readonly gross: number
  readonly discounts: number
  readonly rounding: number
  readonly vat: number
  readonly cash: number
  readonly card: number
  readonly mobile: number
  readonly transfer: number
  readonly cheque: number
  /** Taken by the marketplace. */
  readonly online: number
}
