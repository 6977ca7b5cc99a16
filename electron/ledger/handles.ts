import type { ShopSettings } from '#shared/cart/settings.ts'
import type { Ticket } from '#shared/cart/ticket.ts'
import type { CatalogueItem } from '#shared/catalogue/item.ts'
import type { Forward } from '#shared/checkout/effect.ts'
import type { DrawerCount, Fact, FactOf } from '#shared/checkout/fact.ts'
import type { Approval, AttemptPurpose, AttemptState } from '#shared/kernel/attempt.ts'
import type { AttemptId, PersonId, SaleId, Seq, ShiftId, TicketNumber, TillId } from '#shared/kernel/ids.ts'
import type { Person } from '#shared/kernel/person.ts'
import type { BusinessDay, Stamp } from '#shared/kernel/stamp.ts'
import type { Dirham } from '#shared/money/amount.ts'
import type { BookReads } from './books-handles.ts'
import type { MarketReads, MarketRows } from './market-handles.ts'
import type { JournalCursorRows, LaneRow, OutboxRows } from './outbox-handles.ts'
import type { BesideJournal, PaperReads, PrintQueueRows } from './paper-handles.ts'
import type { SettlementReads } from './settlement-handles.ts'

/**
 * What may be asked of the ledger (`ReadLedger`) and what may be written to it (`WriteLedger`). A function's
 * signature says which it needs. One writer per folder: a second till process on it is refused at open.
 *
 * Guarantees:
 * - `append` is one SQLite transaction: journal entries, every projection they change, outbox rows, print jobs, visitors and
 *   buyers. When it returns the bytes are on the disk (WAL, synchronous=FULL). When it throws nothing of it happened.
 * - Sequence, ticket, invoice, export form and certificate numbers are gapless; a fact that carries the wrong next one
 *   throws.
 * - Reads see all that was appended before. Everything is synchronous: nothing interleaves inside a transaction.
 * - History cannot be updated or deleted, in code or by SQL (triggers).
 */
export interface ReadLedger extends PaperReads, SettlementReads, MarketReads, BookReads {
  readonly tillId: TillId
  /** Newest entry; `null` only in a ledger with no entry yet. */
  head(): JournalHead | null
  nextTicketNumber(): TicketNumber
  /** The durable sequence given to terminals, 1…999999 then 1 again. */
  nextTerminalSequence(): number
  settings(): ShopSettings | null
  people(): readonly Person[]
  openShift(): ShiftRow | null
  /** Open or closed. */
  findShift(shiftId: ShiftId): ShiftRow | null
  /** The facts of one sale, in order. */
  factsOfSale(saleId: SaleId): readonly Fact[]
  /** The facts of all unfinished sales together, in journal order; with `openShift` all that a restart needs. */
  unfinishedFacts(): readonly Fact[]
  /** Sales neither completed nor cancelled, open and parked, by their first entry. */
  unfinishedSales(): readonly SaleId[]
  findItem(skuOrBarcode: string): CatalogueItem | null
  /** Where a one-of-a-kind piece is. */
  pieceIsSold(sku: string): boolean
  stockOf(sku: string): number | null
  findTicket(number: TicketNumber): TicketRow | null
  /** Units already given back of each line of a sale ticket, 1 = first. */
  refundedUnits(number: TicketNumber): ReadonlyMap<number, number>
  listTickets(query: TicketQuery): readonly TicketSummary[]
  searchItems(query: ItemQuery): readonly ItemHit[]
  listCategories(): readonly { readonly category: string; readonly items: number }[]
  drawer(shiftId: ShiftId): DrawerTotals
  /** The count of the shift closed last; `null` before the first closing. */
  lastClosedDrawer(): (DrawerCount & { readonly shiftId: ShiftId }) | null
  /** Perpetual signed total of all tickets since the till's first day. */
  grandTotal(): Dirham
  attempt(attemptId: AttemptId): AttemptRow | null
  /**
   * Approvals of the sales, refunds and tests with the newest attempts: all that a terminal's last record may be
   * of. One that was heard and taken back since is among them; one that was heard and then confirmed is there
   * twice.
   */
  recentApprovals(): readonly RecentApproval[]
  /** How the open shift's last finished test of the terminal ended; `null`: none was made. */
  lastTest(): FactOf<'terminalTested'> | null
  pinOf(person: PersonId): string | null
  /**
   * `waiting`: messages that have not reached their destination. `byDestination`: all ever written; those for the hosts
   * of acquirers together, as `host`, once there is one.
   */
  outboxCounts(): { readonly waiting: number; readonly byDestination: Readonly<Record<string, number>> }
  /** Destinations with anything that has not reached them. */
  lanes(): readonly LaneRow[]
}

export interface WriteLedger extends ReadLedger {
  /** @throws LedgerUnwritable when the disk refuses (full, read-only, gone); nothing was written. */
  append(
    facts: readonly Fact[],
    by: string,
    at: Stamp,
    forwards?: readonly Forward[],
    beside?: BesideJournal,
  ): readonly JournalEntry[]
  readonly printQueue: PrintQueueRows
  readonly outbox: OutboxRows
  readonly market: MarketRows
  /** Begins before the first entry when it is first written. */
  readonly journalCursor: JournalCursorRows
  /** A stretched PIN, outside the journal. */
  setPin(person: PersonId, hash: string): void
  /** Throws `LedgerUnwritable` unless a small durable write works now; asked before money moves. */
  assertWritable(): void
  close(): void
}

export interface JournalHead {
  readonly seq: Seq
  /** SHA-256, lower-case hex. */
  readonly hash: string
  readonly at: Stamp
}

/**
 * `hash = SHA-256( previousHash ‖ canonicalJson({seq, tillId, utcMs, offsetMinutes, by, fact}) )`, hex; the first
 * entry's previousHash is 64 zeros. Canonical: keys sorted by code unit, no spaces (RFC 8785 for our value range).
 */
export interface JournalEntry {
  readonly seq: Seq
  readonly at: Stamp
  readonly by: string
  readonly fact: Fact
  readonly previousHash: string
  readonly hash: string
}

export interface ShiftRow {
  readonly shiftId: ShiftId
  readonly businessDay: BusinessDay
  readonly cashier: string
  readonly float: Dirham
  readonly openedAt: Stamp
}

export interface DrawerTotals {
  readonly float: Dirham
  readonly cash: Dirham
  readonly in: Dirham
  readonly out: Dirham
}

export interface TicketRow {
  readonly ticket: Ticket
  readonly at: Stamp
  readonly seq: Seq
  readonly hash: string
}

export interface TicketQuery {
  /** Digits of a number, part of an item name or sku, or last four of a card; empty: newest. */
  readonly text: string
  readonly before: TicketNumber | null
  /** [1, 200] */
  readonly limit: number
}

export interface TicketSummary {
  readonly number: TicketNumber
  readonly kind: 'sale' | 'refund'
  readonly at: Stamp
  readonly cashier: string
  readonly gross: Dirham
  readonly tenders: readonly string[]
  readonly refundOf: TicketNumber | null
}

export interface ItemQuery {
  /** Folded by the ledger: case, accents, Arabic hamza/ta-marbuta/diacritics; empty: browse. */
  readonly text: string
  readonly category: string | null
  /** [1, 200] */
  readonly limit: number
  readonly offset: number
}

export interface ItemHit {
  readonly item: CatalogueItem
  /** Count now, sales and refunds included. */
  readonly stock: number
}

export interface AttemptRow {
  readonly attemptId: AttemptId
  readonly saleId: SaleId
  readonly purpose: AttemptPurpose
  readonly amount: Dirham
  readonly terminal: string
  readonly terminalSequence: number
  readonly state: AttemptState
  readonly startedAt: Stamp
}

export interface RecentApproval {
  readonly attemptId: AttemptId
  readonly approval: Approval
}

/** The disk said no. The sale that asked is refused before money moves. */
export class LedgerUnwritable extends Error {
  override readonly name = 'LedgerUnwritable'
}
