import type { CartLine } from '../cart/line.ts'
import type { Tender } from '../cart/ticket.ts'
import type { AttemptPurpose, DeclineReason, TerminalStep, UnknownCause } from '../kernel/attempt.ts'
import type { AttemptId, SaleId, ShiftId, TicketNumber } from '../kernel/ids.ts'
import type { ReceiptLanguage } from '../kernel/language.ts'
import type { BusinessDay, Stamp } from '../kernel/stamp.ts'
import type { Dirham } from '../money/amount.ts'

/** Where the counter stands; each phase is a screen. */
export type Phase = 'closed' | 'idle' | 'ringing' | 'tendering' | 'charging' | 'unresolved'

export interface LineView extends CartLine {
  readonly gross: Dirham
  /** A piece that may be somebody else's: nobody could be asked in time. */
  readonly atRisk: boolean
}

export interface SaleView {
  readonly saleId: SaleId
  readonly cashier: string
  readonly language: ReceiptLanguage
  readonly lines: readonly LineView[]
  readonly total: Dirham
  readonly paid: Dirham
  readonly due: Dirham
  /** What cash would have to cover, with the duty that comes on top of it, after cash rounding. */
  readonly dueInCash: Dirham
  /** Duty that the customer bears on top of the price: in the cash taken so far, and if cash pays the rest. */
  readonly duty: { readonly taken: Dirham; readonly onRest: Dirham }
  /** Whether cash may still be taken (ceiling). */
  readonly cashAllowed: boolean
  readonly tenders: readonly Tender[]
  /** Indicative euros in cents; `null` where no rate is set. */
  readonly totalEuro: number | null
  /**
   * How much more of taxed goods would allow a tax-refund form; 0 = reached. `null`: the shop makes none, or nothing in
   * the cart counts.
   */
  readonly exportMissing: Dirham | null
  /** The VAT that a form would give back of the cart as it is; 0 where `exportMissing` is `null`. */
  readonly exportVat: Dirham
  readonly lastDecline: DeclineReason | null
  /** The merchant QR on the visitor's screen now; `null`: none shown. */
  readonly qr: { readonly payload: string; readonly amount: Dirham } | null
}

export interface AttemptView {
  readonly attemptId: AttemptId
  readonly purpose: AttemptPurpose
  /** The cashier keys the amount on the terminal and answers for it with `resolveAttempt`. */
  readonly byHand: boolean
  readonly amount: Dirham
  readonly terminalName: string
  readonly step: TerminalStep
  /** The terminal's own words, shown as received; empty if none. */
  readonly terminalText: string
  readonly canCancel: boolean
  readonly startedAt: Stamp
  /** Set in phase `unresolved`. */
  readonly unknown: {
    readonly cause: UnknownCause
    readonly canAsk: boolean
    readonly lookFor: string
  } | null
  /** The outcome is known but the disk refuses to remember it; nothing else is sold until it does. */
  readonly unrecorded?: boolean
}

export interface ParkedView {
  readonly name: string
  readonly saleId: SaleId
  readonly total: Dirham
  readonly lineCount: number
}

export type ReceiptState = 'queued' | 'printing' | 'done' | 'notStarted' | 'unknown' | 'none'

export interface DoneView {
  readonly ticket: TicketNumber
  readonly kind: 'sale' | 'refund'
  readonly total: Dirham
  readonly change: Dirham
  readonly receipt: ReceiptState
}

/** All that a screen needs to draw the counter. Sent whole at each change; screens do no money arithmetic. */
export interface CheckoutView {
  /** Rises by one at each change since the till started. */
  readonly revision: number
  readonly phase: Phase
  readonly training: boolean
  readonly shift: {
    readonly shiftId: ShiftId
    readonly cashier: string
    readonly businessDay: BusinessDay
    readonly openedAt: Stamp
    readonly float: Dirham
  } | null
  readonly sale: SaleView | null
  /** Of the sale; or, while `sale` is `null`, a refund, a void or a test on its way (see `purpose`). */
  readonly attempt: AttemptView | null
  readonly parked: readonly ParkedView[]
  /** The ticket just made, until the next sale begins. */
  readonly done: DoneView | null
  /** How the last test charge of this shift ended; `null`: none was made. */
  readonly lastTest: TerminalTestView | null
  /** The card refund or void just tried and declined, until the next sale begins; `null`: none. */
  readonly notGivenBack: NotGivenBackView | null
}

/** Nothing was given back, and why. `ticket`: the sale ticket it would have given back from. */
export interface NotGivenBackView {
  readonly purpose: 'refund' | 'void'
  readonly ticket: TicketNumber
  readonly amount: Dirham
  readonly reason: DeclineReason
}

/**
 * `undone`: charged and taken back, all is well. `standing`: charged, and 1.00 is still with the shop, because the
 * terminal cannot or would not undo it. `declined`: nothing was taken.
 */
export interface TerminalTestView {
  readonly outcome: 'undone' | 'standing' | 'declined'
  readonly reason: DeclineReason | null
}
