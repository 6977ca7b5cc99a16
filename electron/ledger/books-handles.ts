import type { Fact, FactKind, FactOf } from '#shared/checkout/fact.ts'
import type { Closing, ClosingSignature, Period } from '#shared/closing/closing.ts'
import type { DayRange } from '#shared/kernel/day-range.ts'
import type { Seq, ShiftId, TicketNumber } from '#shared/kernel/ids.ts'
import type { BusinessDay, Stamp } from '#shared/kernel/stamp.ts'
import type { Dirham } from '#shared/money/amount.ts'
import type { Owner } from '#shared/owners/owner.ts'

/**
 * What may be asked of the ledger about its books. Answers grow with the days asked about, never with the till's history:
 * each is found by an index, and long ones are read as they are walked.
 */
export interface BookReads {
  /** Shifts of business days, open or closed, in the order they were opened. */
  shiftsOn(range: DayRange): readonly BookShift[]
  /**
   * The stretch of the journal of one shift, or any other, in order; only the kinds asked for are parsed. Read some hundreds
   * at a time as it is walked, each time anew: a long walk keeps no reader open.
   */
  entriesBetween<K extends FactKind>(
    from: Seq,
    through: Seq,
    kinds: readonly K[],
  ): Iterable<BookEntry<FactOf<K>>>
  /** Closings of one kind, newest first. `before`: only of smaller numbers. */
  listClosings(period: Period, before: number | null, limit: number): readonly ClosingRow[]
  /** By the sequence number of its entry. */
  findClosing(seq: Seq): ClosingRow | null
  /** Of a shift, a month or a year; `null`: it was not closed. */
  closingOf(period: Period, of: string): ClosingRow | null
  /** Closings of one kind that lie in these days, in the order they were made. */
  closingsIn(period: Period, range: DayRange): readonly ClosingRow[]
  /** 0 before the first. */
  lastClosingNumber(period: Period): number
  /** The first business day of any shift; `null`: there was none. */
  firstDay(): BusinessDay | null
  /** Σ |gross| of all tickets since the till's first day. */
  absoluteTotal(): Dirham
  /** Each time this ledger was brought back from a backup, in order. */
  restores(): readonly BookEntry<FactOf<'ledgerRestored'>>[]
  /** Those who have a contract, or ever had a piece sold, by id. */
  owners(): readonly OwnerAccount[]
  findOwner(owner: string): OwnerAccount | null
  /** Whom items name as their owner, by name: of the first 20,000 items, 500 names at most. */
  ownersOfItems(): readonly string[]
  /** Lines sold or given back and money paid, of business days, in order. */
  ownerMoves(owner: string, range: DayRange): Iterable<OwnerMove>
  /** Σ dues − Σ payments of all days before one. */
  ownerBalanceBefore(owner: string, day: BusinessDay): Dirham
}

export interface BookShift {
  readonly shiftId: ShiftId
  readonly businessDay: BusinessDay
  readonly cashier: string
  readonly openedAt: Stamp
  /** Of its `shiftOpened`. */
  readonly opened: Seq
  /** Of its `shiftClosed`; `null`: it is open. */
  readonly closed: Seq | null
}

export interface BookEntry<F extends Fact = Fact> {
  readonly seq: Seq
  readonly at: Stamp
  readonly by: string
  readonly fact: F
  /** Hex. */
  readonly hash: string
}

export interface ClosingRow {
  readonly seq: Seq
  readonly closing: Closing
  readonly signed: ClosingSignature | null
}

export interface OwnerAccount {
  readonly owner: string
  /** `null`: only items name them. */
  readonly contract: Owner | null
  /** Σ over all ticket lines, returns negative. */
  readonly due: Dirham
  /** Σ of advances and payouts. */
  readonly paid: Dirham
}

/** One line of an owner's account. Amounts signed: given back and paid out are negative. */
export type OwnerMove =
  | {
      readonly kind: 'line'
      readonly seq: Seq
      readonly businessDay: BusinessDay
      readonly ticket: TicketNumber
      /** Position on the ticket, 1 = first. */
      readonly line: number
      readonly gross: Dirham
      readonly due: Dirham
    }
  | {
      readonly kind: 'payment'
      readonly seq: Seq
      readonly businessDay: BusinessDay
      readonly fact: FactOf<'ownerPaid'>
      readonly due: Dirham
    }
