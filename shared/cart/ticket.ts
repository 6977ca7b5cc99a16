import type { Approval } from '../kernel/attempt.ts'
import type { AttemptId, SaleId, ShiftId, TenderId, TicketNumber } from '../kernel/ids.ts'
import type { ReceiptLanguage } from '../kernel/language.ts'
import type { BusinessDay } from '../kernel/stamp.ts'
import type { Currency, Dirham } from '../money/amount.ts'
import type { CountryCode, RegimeKey } from '../tax/regime.ts'
import type { VatClass } from '../tax/vat-class.ts'
import type { CartLine } from './line.ts'

/** A line as it stands on a ticket. Refund tickets carry positive quantities; `kind` gives the sign. */
export interface TicketLine extends CartLine {
  /** unit × quantity, VAT included. */
  readonly gross: Dirham
  /** (posted − agreed) × quantity; 0 where nothing was agreed. */
  readonly discount: Dirham
  /** round(gross × share) for the owner; 0 without one. */
  readonly ownerDue: Dirham
}

/** One rate of a ticket: `vat = round(gross × r / (1 + r))`, `net = gross − vat`. */
export interface VatTotal {
  readonly vatClass: VatClass
  readonly net: Dirham
  readonly vat: Dirham
  readonly gross: Dirham
  /**
   * The rate the VAT was taken at, in hundredths of a percent (2000 = 20 %); `null`: outside VAT. Absent: what the class is
   * named after.
   */
  readonly rate?: number | null
}

/** Money as it stayed with the shop (sale) or left it (refund); always ≥ 0, the ticket's kind gives the sign. */
export type Tender =
  | {
      readonly kind: 'cash'
      readonly tenderId: TenderId
      readonly amount: Dirham
      readonly given: Dirham
      readonly change: Dirham
    }
  | {
      readonly kind: 'card'
      readonly tenderId: TenderId
      readonly amount: Dirham
      readonly attemptId: AttemptId
      /** `null` when a person said "approved" looking at the terminal, or a refund was made by other means. */
      readonly approval: Approval | null
    }
  | {
      /** `online`: the marketplace took it; `reference` is the order's number. */
      readonly kind: 'mobile' | 'transfer' | 'cheque' | 'online'
      readonly tenderId: TenderId
      readonly amount: Dirham
      readonly reference: string
    }

/** A finished sale or refund. Written once, in full, into the journal; nothing on paper says more or less. */
export interface Ticket {
  readonly kind: 'sale' | 'refund'
  readonly number: TicketNumber
  readonly saleId: SaleId
  readonly shiftId: ShiftId
  readonly businessDay: BusinessDay
  readonly cashier: string
  readonly currency: Currency
  readonly language: ReceiptLanguage
  readonly lines: readonly TicketLine[]
  /** By rate descending, exempt last. */
  readonly vat: readonly VatTotal[]
  readonly gross: Dirham
  readonly discounts: Dirham
  readonly tenders: readonly Tender[]
  /** Signed; `gross + rounding + duty borne by the customer = Σ tenders`. */
  readonly rounding: Dirham
  /** Under which rules its VAT was taken; absent: Morocco's, of a shop that is liable. */
  readonly tax?: { readonly country: CountryCode; readonly regime: RegimeKey }
  /**
   * Duty on what was taken in cash; absent or `null`: none is due. `base`: of the price, what was paid in cash, so that
   * `base + rounding + duty borne by the customer = Σ cash`.
   */
  readonly duty?: {
    readonly base: Dirham
    readonly amount: Dirham
    readonly borneBy: 'shop' | 'customer'
  } | null
  /** The sale ticket a refund gives back from, and its line positions (1 = first), one per refund line. */
  readonly refundOf: { readonly number: TicketNumber; readonly lines: readonly number[] } | null
}
