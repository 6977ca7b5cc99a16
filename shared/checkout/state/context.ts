import type { CartLine } from '../../cart/line.ts'
import type { Tender } from '../../cart/ticket.ts'
import type { Approval, DeclineReason, UnknownCause } from '../../kernel/attempt.ts'
import type { AttemptId, SaleId, ShiftId, TicketNumber } from '../../kernel/ids.ts'
import type { ReceiptLanguage } from '../../kernel/language.ts'
import type { BusinessDay, Stamp } from '../../kernel/stamp.ts'
import type { Dirham } from '../../money/amount.ts'

/**
 * What the checkout remembers between two inputs. Only facts change it (`fold`), so that what was lived and what is
 * rebuilt after a power cut cannot differ.
 */
export interface CheckoutContext {
  readonly shift: OpenShift | null
  /** Every unfinished sale: at most one that is not parked, and the parked ones in the order they were parked. */
  readonly sales: readonly Sale[]
  /** Attempts of this shift, and of sales parked before it, that have ended: their terminal may speak again. */
  readonly settled: readonly SettledAttempt[]
  /** The ticket just made, until the next sale begins. */
  readonly done: DoneTicket | null
}

export interface OpenShift {
  readonly shiftId: ShiftId
  readonly cashier: string
  readonly businessDay: BusinessDay
  readonly float: Dirham
  readonly openedAt: Stamp
}

export interface Sale {
  readonly saleId: SaleId
  readonly cashier: string
  /** `null`: the shop's own. */
  readonly language: ReceiptLanguage | null
  readonly lines: readonly CartLine[]
  readonly tenders: readonly Tender[]
  /** Signed; set by the cash that settles the rest. */
  readonly rounding: Dirham
  /** The attempt without an outcome; while there is one, no other is started for this sale. */
  readonly attempt: Attempt | null
  /** Attempts that were settled and then contradicted while another was under way; they are next in line. */
  readonly disputed: readonly Attempt[]
  readonly lastDecline: DeclineReason | null
  /** `null`: this is the sale on the counter. */
  readonly parkedAs: string | null
}

export interface Attempt {
  readonly attemptId: AttemptId
  readonly amount: Dirham
  /** Device id. */
  readonly terminal: string
  readonly startedAt: Stamp
  /** Kept from the moment the terminal said it, so that nobody's later word can lose it. */
  readonly approval: Approval | null
  /** Set: nobody knows whether the money moved. */
  readonly unknown: { readonly cause: UnknownCause; readonly detail: string } | null
}

export interface SettledAttempt extends Attempt {
  readonly saleId: SaleId
  readonly outcome: 'approved' | 'declined'
  readonly byPerson: boolean
}

export interface DoneTicket {
  readonly ticket: TicketNumber
  readonly kind: 'sale' | 'refund'
  readonly total: Dirham
  readonly change: Dirham
}

export const emptyContext: CheckoutContext = { shift: null, sales: [], settled: [], done: null }
