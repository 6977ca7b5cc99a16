import type { Tender, VatTotal } from '../cart/ticket.ts'
import type { LocalizedText } from '../catalogue/item.ts'
import type { TicketNumber } from '../kernel/ids.ts'
import type { Stamp } from '../kernel/stamp.ts'
import type { Dirham } from '../money/amount.ts'
import type { OwnerRole } from '../owners/share-rule.ts'
import type { CashPurpose } from './cash-purpose.ts'
import type { CountedPieces } from './drawer-count.ts'

/** How many, and what they come to. */
export interface CountedSum {
  readonly count: number
  readonly amount: Dirham
}

/** Card money of one terminal: ours, and what the other side told of it by the moment of closing. */
export interface TerminalTakings {
  /** Device id. */
  readonly terminal: string
  /** Approved − given back, as the tickets of the period say. */
  readonly ours: CountedSum
  /** Net of the batches settled in the period that the terminal or its acquirer confirmed or told totals of; `null`: none yet. */
  readonly told: Dirham | null
  /** Batches of the period in dispute. */
  readonly disputed: number
}

/** What artisans are due of the period; signed: returns claw back. */
export interface OwnerTakings {
  readonly owner: string
  readonly role: OwnerRole
  readonly gross: Dirham
  readonly due: Dirham
}

/**
 * Duty on receipts for cash (CGI art. 252-I-B). `base`: cash receipts, VAT included. Of sales; what is given back returns no
 * duty.
 */
export interface DutyTakings {
  readonly borneBy: 'shop' | 'customer'
  readonly receipts: number
  readonly base: Dirham
  readonly amount: Dirham
}

/** Sums over drawers: `expected = float + cash + in − out`, `difference = counted − expected`. */
export interface DrawerSums {
  readonly float: Dirham
  readonly cash: Dirham
  readonly in: Dirham
  readonly out: Dirham
  readonly expected: Dirham
  readonly counted: Dirham
  readonly difference: Dirham
}

/**
 * A period in figures. Everything adds up: the figures of a month are the sums of its shifts', of a year the sums of its
 * months'. Sales are positive, refunds negative, wherever both are in one figure; nothing is worked out from another sum.
 */
export interface ClosingFigures {
  readonly sales: CountedSum
  /** Amount ≤ 0. */
  readonly refunds: CountedSum
  /** Charges of tickets undone at the terminal; in `refunds` already. Amount ≤ 0. */
  readonly voids: CountedSum
  /** Sales given up with something in them, and what they came to. */
  readonly cancelled: CountedSum
  /** Sales − refunds, VAT included. */
  readonly gross: Dirham
  /** Σ |gross| of all tickets: what refunds cannot hide. */
  readonly absolute: Dirham
  readonly discounts: Dirham
  /** `gross + rounding + duty borne by customers = Σ tenders`. */
  readonly rounding: Dirham
  /** By class and rate: a class whose rate changed is there twice. Rate descending, exempt last. */
  readonly vat: readonly VatTotal[]
  /** By kind, in the order papers list them; refunds negative, in their own way of payment. */
  readonly tenders: readonly (CountedSum & { readonly kind: Tender['kind'] })[]
  /** By scheme as terminals name it; `''`: not named. */
  readonly cards: readonly (CountedSum & { readonly scheme: string })[]
  readonly terminals: readonly TerminalTakings[]
  /** Lines sold under their floor because a manager allowed it, and how far under the posted price. */
  readonly overrides: CountedSum
  /** Openings of the drawer without a sale. */
  readonly noSales: number
  /** Papers that came out again as a copy. */
  readonly reprints: number
  readonly cashMoves: readonly (CountedSum & {
    readonly direction: 'in' | 'out'
    readonly purpose: CashPurpose
  })[]
  readonly drawer: DrawerSums
  readonly duty: readonly DutyTakings[]
  /** By name. */
  readonly owners: readonly OwnerTakings[]
  /** Test charges nobody has undone, and attempts of which nobody knows whether money moved, at the moment of closing. */
  readonly standingTests: CountedSum
  readonly unknownAttempts: CountedSum
  /** Carts set aside, and messages that have not reached the acquirer or the marketplace, at the moment of closing. */
  readonly parked: number
  readonly waiting: number
}

/** What the Z of a shift names one by one; months and years only count it. At most 500 of each: more is only counted. */
export interface ClosingNotes {
  readonly overrides: readonly {
    readonly ticket: TicketNumber
    readonly name: LocalizedText
    readonly posted: Dirham
    readonly agreed: Dirham
    readonly reason: string
    readonly manager: string
  }[]
  readonly noSales: readonly { readonly at: Stamp; readonly by: string; readonly reason: string }[]
  /** `paper`: `receipt 12`, as `paperKey` names it. */
  readonly reprints: readonly { readonly at: Stamp; readonly by: string; readonly paper: string }[]
  readonly cashMoves: readonly {
    readonly at: Stamp
    readonly by: string
    readonly direction: 'in' | 'out'
    readonly purpose: CashPurpose
    readonly amount: Dirham
    readonly reason: string
  }[]
  /** As it was counted by coin and note; `null`: only a sum was typed. */
  readonly count: readonly CountedPieces[] | null
}
