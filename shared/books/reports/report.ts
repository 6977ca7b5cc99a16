import type { Tender } from '../../cart/ticket.ts'
import type { LocalizedText } from '../../catalogue/item.ts'
import type { DayRange } from '../../kernel/day-range.ts'
import type { ShiftId } from '../../kernel/ids.ts'
import type { ReceiptLanguage } from '../../kernel/language.ts'
import type { BusinessDay, Stamp } from '../../kernel/stamp.ts'
import type { Dirham } from '../../money/amount.ts'
import type { BargainingReport } from './bargaining.ts'
import type { SpanKind } from './span.ts'

/** Money taken and given back, VAT included: `net = sales + refunds`. */
export interface Takings {
  /** Of sales only: tickets, pieces or tenders, whichever the list is of. */
  readonly count: number
  readonly sales: Dirham
  /** ≤ 0. */
  readonly refunds: Dirham
  readonly net: Dirham
}

export interface TakingsRow<Key> extends Takings {
  readonly key: Key
}

/** Takings of a span cut by one thing; Σ rows + rest = the span's own. */
export interface Breakdown<Row extends Takings> {
  readonly rows: readonly Row[]
  /** All beyond the longest list a screen is sent; `null`: the list is whole. */
  readonly rest: (Takings & { readonly keys: number }) | null
}

/** `key`: sku. */
export interface PieceRow extends TakingsRow<string> {
  readonly name: LocalizedText
}

/** The takings of a span; `count`: sale tickets. */
export interface ReportTotals extends Takings {
  readonly refundTickets: number
  /** Sold, refunds not taken off. */
  readonly pieces: number
  /** Of a sale, rounded half up; `null`: there was none. */
  readonly average: Dirham | null
  /** What tenders hold beside the takings: `Σ tenders = net + rounding + duty`. */
  readonly rounding: Dirham
  /** Stamp duty that customers bore. */
  readonly duty: Dirham
  /** Σ tenders. */
  readonly held: Dirham
}

export interface TenderRow extends TakingsRow<Tender['kind']> {
  /** Of all tenders that hold anything, in tenths of a percent; together 1000. 0: it gave back as much as it took, or more. */
  readonly permille: number
}

/** The span before, as far as it is fair to compare with it. */
export interface Compared {
  readonly range: DayRange
  /** All of it. */
  readonly whole: { readonly tickets: number; readonly net: Dirham }
  /** What it had come to at this time of day, while the span asked about still runs; `null`: it is over. */
  readonly byNow: { readonly tickets: number; readonly net: Dirham } | null
  /** How much more (or less, negative) than `byNow`, or than the whole. */
  readonly more: Dirham
  /** `more` in tenths of a percent of that; `null`: it was nothing, or less. */
  readonly permille: number | null
}

/** Shifts of a day, for the slips of their evenings. */
export interface ReportShift {
  readonly shiftId: ShiftId
  readonly cashier: string
  readonly closed: boolean
}

/** What a shop took in a span of days, to be looked at. Each breakdown adds up to `totals.net`. */
export interface Report {
  readonly kind: SpanKind
  readonly range: DayRange
  /** Today is in it, so it may still grow. */
  readonly running: boolean
  readonly madeAt: Stamp
  readonly totals: ReportTotals
  readonly compared: Compared
  /** 0…23 by the shop's own wall clock; only hours with a ticket, ascending. */
  readonly hours: readonly TakingsRow<number>[]
  /** 1 = Monday … 7, of business days; only those with a ticket, ascending. */
  readonly weekdays: readonly TakingsRow<number>[]
  /** Business days with a ticket, ascending. */
  readonly days: readonly TakingsRow<BusinessDay>[]
  /** `null`: items without one; a sku of the till's own (`@shipping`, `@online`): lines of no item. Most first. */
  readonly categories: Breakdown<TakingsRow<string | null>>
  /** `null`: nobody is named. Most first; `count`: pieces. */
  readonly makers: Breakdown<TakingsRow<string | null>>
  /** Most first; `count`: pieces. */
  readonly pieces: Breakdown<PieceRow>
  /** Most first. Adds up to `totals.held`. */
  readonly tenders: readonly TenderRow[]
  /** What visitors' papers were written in. Most first. */
  readonly languages: readonly TakingsRow<ReceiptLanguage>[]
  readonly bargaining: BargainingReport
  /** Empty for anything longer than a day. */
  readonly shifts: readonly ReportShift[]
  /**
   * What the last days came to by their closings, this one last; only days that were closed, and only of a day. Empty where
   * fewer than three can be told.
   */
  readonly recent: readonly { readonly day: BusinessDay; readonly net: Dirham }[]
}

/** What a report of one day says beside its tickets. */
export type BesideTickets = Pick<Report, 'shifts' | 'recent'>
