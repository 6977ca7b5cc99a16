import type { CartLine } from '../../cart/line.ts'
import type { Tender } from '../../cart/ticket.ts'
import type { Approval, AttemptPurpose, DeclineReason, UnknownCause } from '../../kernel/attempt.ts'
import type { AttemptId, SaleId, ShiftId, Sku, TicketNumber } from '../../kernel/ids.ts'
import type { ReceiptLanguage } from '../../kernel/language.ts'
import type { BusinessDay, Stamp } from '../../kernel/stamp.ts'
import type { Dirham } from '../../money/amount.ts'
import type { GivesBack, UndoneCharge } from '../fact.ts'
import type { NotGivenBackView, TerminalTestView } from '../view.ts'

/**
 * What the checkout remembers between two inputs. Only facts change it (`fold`), so that what was lived and what is
 * rebuilt after a power cut cannot differ; except `qr`, which is a picture and no money, and goes dark with the till.
 */
export interface CheckoutContext {
  readonly shift: OpenShift | null
  /** Every unfinished sale: at most one that is not parked, and the parked ones in the order they were parked. */
  readonly sales: readonly Sale[]
  /**
   * What the terminal is at while no sale is open, in the order it was begun. More than one only where an earlier one
   * was thought declined and then contradicted; those wait until the counter is free.
   */
  readonly errands: readonly Errand[]
  /** Attempts of this shift, and of sales parked before it, that have ended: their terminal may speak again. */
  readonly settled: readonly SettledAttempt[]
  /** The ticket just made, until the next sale begins. */
  readonly done: DoneTicket | null
  /** The card refund or void just declined, until the next sale begins. */
  readonly notGivenBack: NotGivenBackView | null
  /** Of this shift. */
  readonly lastTest: TerminalTestView | null
  /** The merchant QR on the visitor's screen. */
  readonly qr: ShownQr | null
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
  /** Pieces among them that were taken without word from whoever else may have them. */
  readonly atRisk: readonly Sku[]
  readonly tenders: readonly Tender[]
  /** Signed; set by the cash that settles the rest. */
  readonly rounding: Dirham
  /** Duty on its cash that the customer bears on top of the price; within the cash that was kept. */
  readonly duty: Dirham
  /** The attempt without an outcome; while there is one, no other is started for this sale. */
  readonly attempt: Attempt | null
  /** Attempts that were settled and then contradicted while another was under way; they are next in line. */
  readonly disputed: readonly Attempt[]
  readonly lastDecline: DeclineReason | null
  /** `null`: this is the sale on the counter. */
  readonly parkedAs: string | null
}

/**
 * A refund, a void or a test of the terminal: as much of it as there is while its attempt waits for an outcome.
 * Approved, it is a refund ticket at once, or a test that goes on; declined, it is gone.
 */
export interface Errand {
  readonly saleId: SaleId
  readonly attempt: Attempt
}

export interface Attempt {
  readonly attemptId: AttemptId
  readonly purpose: AttemptPurpose
  /** A person keys it and answers for it. */
  readonly byHand: boolean
  readonly amount: Dirham
  /** Device id. */
  readonly terminal: string
  readonly startedAt: Stamp
  /** Kept from the moment the terminal said it, so that nobody's later word can lose it. */
  readonly approval: Approval | null
  /** Set: nobody knows whether the money moved. */
  readonly unknown: { readonly cause: UnknownCause; readonly detail: string } | null
  /** Of a refund, and of the void of a ticket: what will stand on its ticket. */
  readonly givesBack: GivesBack | null
  /** Of a void. */
  readonly undoes: UndoneCharge | null
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

export interface ShownQr {
  readonly saleId: SaleId
  readonly payload: string
  readonly amount: Dirham
}

export const emptyContext: CheckoutContext = {
  shift: null,
  sales: [],
  errands: [],
  settled: [],
  done: null,
  notGivenBack: null,
  lastTest: null,
  qr: null,
}
