import type { ShopSettings } from '../cart/settings.ts'
import type { Ticket } from '../cart/ticket.ts'
import type { CatalogueItem } from '../catalogue/item.ts'
import type { PreparedClosing } from '../closing/closing.ts'
import type { Approval, DeclineReason, UnknownCause } from '../kernel/attempt.ts'
import type { AttemptId, LineId, SaleId, ShiftId, TenderId, TicketNumber, TillId } from '../kernel/ids.ts'
import type { PaperRequest } from '../kernel/paper-kinds.ts'
import type { NextPaper, StandingPapers } from '../kernel/papers.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { Stamp } from '../kernel/stamp.ts'
import type { ClaimDoubt } from '../marketplace/facts.ts'
import type { OnlineOrderStage, TakenOrder } from '../marketplace/order.ts'
import type { Dirham } from '../money/amount.ts'
import type { Owner } from '../owners/owner.ts'
import type { Command } from './command.ts'
import type { Effect, Forward } from './effect.ts'
import type { Fact } from './fact.ts'

/**
 * One turn of the checkout, as the till's process sees it: an input and all the machine may need to judge it, in;
 * facts to make durable and effects to carry out afterwards, out. The machine itself reads no clock, no database
 * and makes no id.
 */
export type CheckoutInput =
  | { readonly type: 'command'; readonly command: Command }
  /** What the terminal (or its recovery) said of an attempt. */
  | { readonly type: 'attemptEnded'; readonly attemptId: AttemptId; readonly result: AttemptResult }
  /** The terminal approved and waits for our confirmation: must be durable before the confirming byte. */
  | { readonly type: 'approvalReceived'; readonly attemptId: AttemptId; readonly approval: Approval }
  /** The till came up again and found an attempt without an outcome. */
  | { readonly type: 'tillRestarted' }

export type AttemptResult =
  | { readonly outcome: 'approved'; readonly approval: Approval; readonly asked: boolean }
  | { readonly outcome: 'declined'; readonly reason: DeclineReason; readonly asked: boolean }
  | { readonly outcome: 'unknown'; readonly cause: UnknownCause; readonly detail: string }
  | {
      readonly outcome: 'approvedUnconfirmed'
      readonly approval: Approval
      readonly cause: UnknownCause
      readonly detail: string
    }

export interface TerminalAbilities {
  readonly id: string
  readonly canRefund: boolean
  readonly canVoid: boolean
  readonly canAsk: boolean
  /** Nothing is connected: a person keys the amount and answers for it. */
  readonly byHand: boolean
}

export interface PastSale {
  /** Of kind `sale`. */
  readonly ticket: Ticket
  /** Units already given back, by line position (1 = first). */
  readonly refunded: ReadonlyMap<number, number>
  /** Device id of the terminal that took its one card tender, whose word still stands; `null`: no such tender. */
  readonly chargedOn: string | null
}

/** What the machine cannot know by itself, looked up by the till before the turn. */
export interface Circumstances {
  readonly at: Stamp
  /** Who is asking; goes into tickets as the cashier only through `openShift`. */
  readonly by: string
  readonly fresh: {
    readonly shiftId: ShiftId
    readonly saleId: SaleId
    readonly lineId: LineId
    readonly tenderId: TenderId
    readonly attemptId: AttemptId
  }
  readonly settings: ShopSettings
  readonly nextTicket: TicketNumber
  readonly nextTerminalSequence: number
  /** The configured terminal; `null`: none. */
  readonly terminal: TerminalAbilities | null
  /** For `scan`: the item of the code; `null`: no such item. */
  readonly item: CatalogueItem | null
  /** For `scan` of a piece: whether a ticket already took it. Carts are the machine's own knowledge. */
  readonly pieceSold: boolean
  /** For `scan` of a piece: what became of claiming it; `null`: nobody else could have it. */
  readonly claim: Claim | null
  /** For `sellOnlineOrder`; `null`: there is no such order. */
  readonly onlineOrder: OrderToSell | null
  /** The sale ticket that `ticketToLookUp` names; `null`: none, or there is no such sale ticket. */
  readonly refundOf: PastSale | null
  /** For `closeShift` (drawer so far) and every ticket's grand total. */
  readonly drawer: {
    readonly float: Dirham
    readonly cash: Dirham
    readonly in: Dirham
    readonly out: Dirham
  } | null
  readonly grandTotal: Dirham
  /** For `closeShift` and `closePeriod`: the closing it would make, signed; `null`: there is nothing to close. */
  readonly closing: PreparedClosing | null
  /** For `closePeriod`: why it cannot be closed; `null`: it can. */
  readonly closingRefusal: Refusal | null
  /** For `openShift`: months and years that are over, not closed, and had a shift, oldest first. */
  readonly dueClosings: readonly PreparedClosing[]
  /** For `scan` of what somebody left with the shop: what was agreed with its owner; `null`: nothing but what the item says. */
  readonly owner: Owner | null
  /** For `payOwner`: what is due to them now; `null`: nobody of that name. */
  readonly ownerBalance: Dirham | null
  readonly nextPaper: NextPaper
  /**
   * What was made out for the ticket that `ticketToLookUp` names, or that the form of a `voidExportForm` or a
   * `forgetVisitor` is of; `null`: none, or there is no such sale ticket.
   */
  readonly papers: TicketPapers | null
  /** For `printPaper` and `reprint`: whether there is such a paper to print. */
  readonly paperExists: boolean
  /** For `answerPrint`: what it is of and how it stands; `null`: no such job, or nobody is asked about it. */
  readonly printJob: { readonly paper: PaperRequest; readonly state: 'notStarted' | 'unknown' } | null
  /** For `issueExportForm`: a salt made for it, and the hash of the two. */
  readonly visitorSeal: { readonly salt: string; readonly hash: string } | null
}

/**
 * Who has a piece besides this till's own carts. `own`: this sale. `risk`: nobody could be asked in time; the visitor holds it
 * in the hand. `elsewhere`: it is somebody else's.
 */
export type Claim =
  | { readonly standing: 'own' }
  | { readonly standing: 'risk'; readonly because: ClaimDoubt }
  | { readonly standing: 'elsewhere'; readonly at: ClaimedBy }

/** `order` as the buyer knows it. */
export type ClaimedBy =
  | { readonly place: 'order'; readonly order: string }
  | { readonly place: 'till'; readonly till: TillId }
  | { readonly place: 'sold' }

/**
 * An online order, and the items of its lines as the catalogue has them now, with what is agreed now with their owners
 * (`null`: it has none).
 */
export interface OrderToSell {
  readonly order: TakenOrder
  readonly stage: OnlineOrderStage
  readonly hasTask: boolean
  readonly paid: boolean
  readonly items: readonly (CatalogueItem | null)[]
  /** One id a line, and one more for shipping. */
  readonly lineIds: readonly LineId[]
  /** Skus of pieces that a ticket already took. */
  readonly sold: ReadonlySet<string>
}

/** Papers of a sale ticket that stand. */
export interface TicketPapers extends StandingPapers {
  readonly ticket: Ticket
  /** Units already given back, by line position (1 = first). */
  readonly refunded: ReadonlyMap<number, number>
}

export type StepResult<State> =
  | { readonly ok: false; readonly refusal: Refusal }
  | {
      readonly ok: true
      /** To be adopted only once the facts are durable. */
      readonly next: State
      readonly facts: readonly Fact[]
      readonly forwards: readonly Forward[]
      /** To be carried out after the facts are durable, in order. */
      readonly effects: readonly Effect[]
    }

/*
 * `machine.ts` exports, over its own `CheckoutState` (an XState snapshot):
 *   step(state, input, circumstances): StepResult<CheckoutState>      pure, by xstate `transition()`
 *   initialState(): CheckoutState                                     no shift, no sale
 *   ticketToLookUp(state, input): TicketNumber | null                 what `refundOf` must be of
 *   rebuild(facts): CheckoutState                                     from the facts of the open shift and every
 *                                                                     unfinished sale, in journal order
 *   viewOf(state, settings): Omit<CheckoutView, 'revision' | 'training'>  what a screen may see (live terminal step,
 *                                                                     device names and receipt state are added by the till)
 */
