import type { Brand } from '../kernel/brand.ts'
import type { AttemptId } from '../kernel/ids.ts'
import type { BusinessDay } from '../kernel/stamp.ts'
import type { Dirham } from '../money/amount.ts'
import type { MovementKind } from './movement.ts'

/** A statement of an acquirer, as it was imported. */
export type StatementId = Brand<string, 'StatementId'>

/** One line as the acquirer wrote it: what it pays for one movement, or takes. */
export interface StatementLine {
  /** Line of the file, 1 = the first below its head. */
  readonly line: number
  readonly kind: MovementKind
  /** Gross, > 0. */
  readonly amount: Dirham
  /** What the acquirer keeps of it, and below zero what it gives back with a refund; `null`: it does not say. */
  readonly fee: Dirham | null
  /** Day of the payment; `null`: it does not say. */
  readonly on: BusinessDay | null
  /** Day the money reaches the account. */
  readonly valueOn: BusinessDay | null
  readonly authorisation: string | null
  /** RRN or the terminal's own number. */
  readonly trace: string | null
  readonly terminalId: string | null
  /** Last four digits at most. */
  readonly last4: string | null
}

/**
 * Why a line has no movement.
 * - `unknownHere`: nothing in the till fits.
 * - `amountDiffers`: its authorisation or trace is ours, its amount is not.
 * - `several`: more than one movement fits as well, or more lines fit than there are movements.
 * - `paidBefore`: the movement it is of was on a line already.
 */
export const unmatchedReasons = ['unknownHere', 'amountDiffers', 'several', 'paidBefore'] as const
export type UnmatchedReason = (typeof unmatchedReasons)[number]

/** A line and what it was found to be of. */
export interface MatchedLine {
  readonly line: StatementLine
  readonly movement: AttemptId | null
  /** `null` where it has its movement. */
  readonly reason: UnmatchedReason | null
}
