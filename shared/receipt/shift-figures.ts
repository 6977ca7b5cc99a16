import type { Tender, VatTotal } from '../cart/ticket.ts'
import type { ShiftId, TicketNumber } from '../kernel/ids.ts'
import type { BusinessDay, Stamp } from '../kernel/stamp.ts'
import type { Dirham } from '../money/amount.ts'

/** How many, and what they come to. */
export interface Counted {
  readonly count: number
  readonly amount: Dirham
}

/** Money by the way it came; refunds count negative, in their own way of payment. */
export interface TenderFigures extends Counted {
  readonly kind: Tender['kind']
}

/** Cards by their scheme as terminals name it; `''` where a terminal did not, or a person vouched for it. */
export interface SchemeFigures extends Counted {
  readonly scheme: string
}

/** The drawer: `expected = float + cash + in − out`, `difference = counted − expected`. */
export interface DrawerFigures {
  readonly float: Dirham
  /** Cash kept − cash given back. */
  readonly cash: Dirham
  readonly in: Dirham
  readonly out: Dirham
  readonly expected: Dirham
  /** `null` while nobody has counted: the shift is open. */
  readonly count: { readonly counted: Dirham; readonly difference: Dirham } | null
}

/**
 * A shift in figures, each the sum of what its tickets say and never worked out from another sum. Amounts of sales are
 * positive, of refunds negative, wherever both are in one figure.
 */
export interface ShiftFigures {
  readonly shiftId: ShiftId
  readonly businessDay: BusinessDay
  readonly cashier: string
  readonly openedAt: Stamp
  /** `null`: still open, and all figures are so far. */
  readonly closedAt: Stamp | null
  /** Of the shift's tickets, sales and refunds in one series; `null`: there is none. */
  readonly tickets: { readonly first: TicketNumber; readonly last: TicketNumber } | null
  readonly sales: Counted
  /** Amount ≤ 0. */
  readonly refunds: Counted
  /** Charges of tickets undone at the terminal before the bank settled them; in `refunds` already. Amount ≤ 0. */
  readonly voids: Counted
  /** Sales given up with something in them. */
  readonly cancelled: number
  /** Openings of the drawer without a sale, in order. */
  readonly openings: readonly { readonly at: Stamp; readonly reason: string }[]
  /** Sales − refunds, VAT included. */
  readonly gross: Dirham
  /** ≥ 0 where more was bargained off than given back. */
  readonly discounts: Dirham
  /** By rate descending, exempt last. */
  readonly vat: readonly VatTotal[]
  readonly tenders: readonly TenderFigures[]
  readonly cards: readonly SchemeFigures[]
  /** `gross + rounding = Σ tenders`. */
  readonly rounding: Dirham
  readonly drawer: DrawerFigures
  /** Test charges nobody has undone yet: card money in no ticket. */
  readonly standingTests: Counted
  /** Attempts of which nobody knows yet whether money moved. */
  readonly unknownAttempts: Counted
  /** Sales − refunds since the till's first day. */
  readonly grandTotal: Dirham
  /** Hex hash of the last journal entry the figures include. */
  readonly hash: string
}
