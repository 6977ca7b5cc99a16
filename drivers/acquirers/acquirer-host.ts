import type { BusinessDay, Stamp } from '#shared/kernel/stamp.ts'
import type { Dirham } from '#shared/money/amount.ts'
import type { CardMovement } from '#shared/settlement/movement.ts'
import type { BatchTotals, ReversalRule, ToldTotals } from '#shared/settlement/totals.ts'

/**
 * The seam between settlement and any acquirer's host. A host driver knows messages and one connection; it knows no
 * batch but the one it is asked about, and no ledger.
 *
 * Guarantees every host driver gives:
 * - Every question resolves with an answer, within the driver's stated timings; none rejects and none hangs.
 * - `none` is no answer and says nothing about what the host did: the same question may be asked again, and a host
 *   that has answered it answers the same. `sent` false only if it is certain that no byte of the question left.
 * - An answer counts only if it is of this very question: message class, STAN, terminal and merchant match. Late or
 *   foreign answers are counted nowhere and end nothing.
 * - A question is sent once a call. Repetition is the caller's, with `repeat` said.
 * - One connection, signed on before the first question and after each loss of it; questions wait in line.
 * - No card number is sent, whole or in part beyond what `Approval.maskedPan` shows; no track, no PIN, no key.
 */
export interface AcquirerHost {
  /** For people and logs: dialect and place. */
  readonly name: string
  /** Most movements a batch may have: totals have fields of so many digits. */
  readonly mostMovements: number
  readonly reversals: ReversalRule
  /** 0500, or 0501 where it is a repetition. */
  settle(question: TotalsQuestion, signal?: AbortSignal): Promise<TotalsAnswer>
  /** 0320: one movement of a batch whose totals differ. */
  upload(question: UploadQuestion, signal?: AbortSignal): Promise<TellAnswer>
  /** 0420/0421: this charge does not stand, whatever the host may have heard of it. */
  reverse(question: TellQuestion, signal?: AbortSignal): Promise<TellAnswer>
  /** 0220/0221: this movement stands, though the host may not have heard of it. */
  advise(question: TellQuestion, signal?: AbortSignal): Promise<TellAnswer>
  /** Reaches the host: connects, signs on, asks for an echo. */
  check(signal?: AbortSignal): Promise<HostHealth>
  /** Signs off where the dialect has that, and lets the line go. Idempotent. */
  close(): Promise<void>
}

interface Question {
  /** The same in every repetition. [1, 999999] */
  readonly stan: number
  /** The instant the question was settled at, not the instant it is sent: a repetition carries the same. */
  readonly at: Stamp
  /** An earlier call may have reached the host. */
  readonly repeat: boolean
}

export interface TotalsQuestion extends Question {
  readonly batchNumber: number
  readonly businessDay: BusinessDay
  readonly totals: BatchTotals
  /** The second time, after each movement was uploaded. */
  readonly closing: boolean
}

export interface UploadQuestion extends Question {
  readonly batchNumber: number
  readonly movement: CardMovement
}

/** About one charge, or one movement, by itself. */
export interface TellQuestion extends Question {
  readonly batchNumber: number
  readonly amount: Dirham
  readonly movement: Pick<CardMovement, 'kind' | 'approval' | 'at'>
  /** Number the terminal was given for it. [1, 999999] */
  readonly terminalSequence: number
}

export interface NoAnswer {
  readonly answer: 'none'
  /** `noNetwork`: nothing could be reached. `silent`: reached, and no answer in time. `garbage`: an answer of nothing known. */
  readonly cause: 'noNetwork' | 'silent' | 'lineLost' | 'garbage' | 'aborted' | 'notSignedOn'
  readonly sent: boolean
  /** For logs; no card number. */
  readonly detail: string
}

export type TotalsAnswer =
  | { readonly answer: 'agreed'; readonly reference: string; readonly told: ToldTotals | null }
  | { readonly answer: 'disagreed'; readonly told: ToldTotals | null }
  /** It says it has this batch already. */
  | { readonly answer: 'duplicate'; readonly told: ToldTotals | null }
  /** `again`: the code says that the host cannot now (91, 96 and the like): asked again later like no answer. */
  | { readonly answer: 'refused'; readonly code: string; readonly text: string; readonly again: boolean }
  | NoAnswer

export type TellAnswer =
  /** `code` as received: 00, or one that says it is known already. */
  | { readonly answer: 'taken'; readonly code: string }
  | { readonly answer: 'refused'; readonly code: string; readonly text: string; readonly again: boolean }
  | NoAnswer

export type HostHealth =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly cause: NoAnswer['cause'] | 'refused'; readonly text: string }
