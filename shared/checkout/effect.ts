import type { Approval } from '../kernel/attempt.ts'
import type { AttemptId, Sku, TicketNumber } from '../kernel/ids.ts'
import type { PaperRequest } from '../kernel/paper-kinds.ts'
import type { Visitor } from '../kernel/papers.ts'
import type { OrderMove } from '../marketplace/online.ts'
import type { OnlineOrderId } from '../marketplace/order.ts'
import type { Dirham } from '../money/amount.ts'
import type { BatchId } from '../settlement/batch.ts'

/**
 * What the till does after its facts are durable, as data. Losing an effect to a power cut is safe: a charge is
 * found again through its attempt, a receipt through its ticket.
 */
export type Effect =
  | {
      readonly type: 'startCharge'
      readonly attemptId: AttemptId
      readonly amount: Dirham
      readonly terminalSequence: number
    }
  /** Money back on a card. */
  | {
      readonly type: 'startRefund'
      readonly attemptId: AttemptId
      readonly amount: Dirham
      readonly terminalSequence: number
    }
  /** Undoes the charge that `approval` is of. */
  | {
      readonly type: 'startVoid'
      readonly attemptId: AttemptId
      readonly amount: Dirham
      readonly terminalSequence: number
      readonly approval: Approval
    }
  | { readonly type: 'abortCharge'; readonly attemptId: AttemptId }
  /** A person has spoken for an attempt the terminal still holds (worked by hand): its operation ends unheard. */
  | { readonly type: 'releaseCharge'; readonly attemptId: AttemptId }
  | { readonly type: 'recoverCharge'; readonly attemptId: AttemptId }
  /** Its job in the print queue is durable with the facts it follows from. */
  | { readonly type: 'print'; readonly paper: PaperRequest }
  /** Written in the transaction of the form's own fact, beside the journal. */
  | { readonly type: 'keepVisitor'; readonly form: number; readonly visitor: Visitor; readonly salt: string }
  /** Written in the transaction of the fact that says so. */
  | { readonly type: 'forgetVisitor'; readonly form: number }
  /** A person answered for a print job: nobody is asked about it any more. Durable with the turn. */
  | { readonly type: 'leavePrint'; readonly job: number }
  | { readonly type: 'kickDrawer' }

/** A row for the outbox, written in the same transaction as the facts it follows from. */
export interface Forward {
  readonly destination: OutboxDestination
  /** Idempotency key, made by us before the first try. */
  readonly key: string
  readonly body: ForwardBody
}

/**
 * `acquirer`: card movements, which are delivered by going into a batch. `host/…`: what is told to one acquirer about
 * its batches, in order. `marketplace`: pieces, stock and orders, in order.
 */
export type OutboxDestination = 'acquirer' | 'marketplace' | `host/${string}`

/** `shop`: the journal itself, to the database that the tills of a shop share. No message of the outbox (docs/adr/0016). */
export type Destination = OutboxDestination | 'shop'

export type ForwardBody =
  | {
      readonly type: 'cardPayment' | 'cardRefund'
      readonly ticket: TicketNumber
      readonly attemptId: AttemptId
      readonly amount: Dirham
    }
  /** A test charge that was not undone: the terminal's totals have it and no ticket does. */
  | { readonly type: 'cardTest'; readonly attemptId: AttemptId; readonly amount: Dirham }
  | {
      readonly type: 'stockChanged'
      readonly ticket: TicketNumber
      readonly sku: string
      readonly delta: number
    }
  /** An item counts otherwise than the marketplace was told: by its orders, or by the shop's other tills. */
  | { readonly type: 'stockDiffers'; readonly sku: Sku }
  /** Put a piece online, or bring it up to what the catalogue says. */
  | { readonly type: 'putPiece' | 'hidePiece'; readonly sku: Sku }
  | { readonly type: 'moveOrder'; readonly order: OnlineOrderId; readonly move: OrderMove }
  /** Cancel, and give the buyer's money back. `reason` as the buyer reads it. */
  | { readonly type: 'cancelOrder'; readonly order: OnlineOrderId; readonly reason: string }
  /** Ask the acquirer to agree to a frozen batch. */
  | { readonly type: 'settleBatch'; readonly batch: BatchId }
  /** Before its batch: a charge that nobody knew of for a while and that does not stand, told under this STAN. */
  | {
      readonly type: 'tellReversal'
      readonly batch: BatchId
      readonly attemptId: AttemptId
      readonly stan: number
    }
  /** Before its batch: a movement that a person or a later question vouched for, told under this STAN. */
  | {
      readonly type: 'tellAdvice'
      readonly batch: BatchId
      readonly attemptId: AttemptId
      readonly stan: number
    }
