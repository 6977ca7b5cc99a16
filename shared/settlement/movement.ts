import type { Approval, DecidedBy } from '../kernel/attempt.ts'
import type { AttemptId, Seq, TicketNumber } from '../kernel/ids.ts'
import type { Stamp } from '../kernel/stamp.ts'
import type { Dirham } from '../money/amount.ts'

/** `saleReversal`: a sale undone on the terminal before it was settled. */
export type MovementKind = 'sale' | 'refund' | 'saleReversal'

/**
 * Card money that a terminal moved: each approved attempt is one, and none that was declined or is not known. What was
 * given back by other means (a transfer) is none: the terminal and its acquirer know nothing of it.
 */
export interface CardMovement {
  readonly attemptId: AttemptId
  readonly kind: MovementKind
  /** > 0 */
  readonly amount: Dirham
  /** Device id. */
  readonly terminal: string
  /** Card number masked, as all that a driver lets out; `null`: a person spoke for it. */
  readonly approval: Approval | null
  readonly decidedBy: DecidedBy
  /** Of a reversal: the sale it undid. */
  readonly undoes: AttemptId | null
  /** `null`: a test charge, or the void of one. */
  readonly ticket: TicketNumber | null
  readonly at: Stamp
  /** Of the journal entry that approved it. */
  readonly seq: Seq
}
