import type { AttemptId, Seq } from '../kernel/ids.ts'
import type { BusinessDay } from '../kernel/stamp.ts'
import type { BatchId, BatchWay, DisputeCause, Resolution } from './batch.ts'
import type { MatchedLine, StatementId } from './statement.ts'
import type { BatchTotals, ToldTotals } from './totals.ts'

/** Who agreed: the host, the terminal, an acquirer's statement, or a person. */
export type AgreedBy =
  | { readonly kind: 'host' | 'terminal' | 'statement' }
  | { readonly kind: 'person'; readonly name: string }

/** What happens to card money after the sale: part of the journal like every other fact. */
export type SettlementFact =
  /**
   * Once for a terminal, when it is given to an acquirer for the first time: its movements up to and with the journal
   * entry `through` were settled without the till, and will be in no batch. 0: all are still to settle.
   */
  | {
      readonly kind: 'settlementBegun'
      readonly terminal: string
      /** Id in the acquirers' settings. */
      readonly acquirer: string
      readonly through: Seq
    }
  /**
   * Membership and totals, fixed for good: every movement of the terminal that is in no batch yet, up to and with the
   * journal entry `through`. Everything the messages will carry is settled here, before the first byte: a repetition
   * is the same message.
   */
  | {
      readonly kind: 'batchFrozen'
      readonly batch: BatchId
      /** Id in the acquirers' settings, and how it is asked. */
      readonly acquirer: string
      readonly way: BatchWay
      readonly terminal: string
      /** Counts up for each acquirer. [1, 999999] */
      readonly number: number
      /** STAN of the totals message. [1, 999999] */
      readonly stan: number
      readonly through: Seq
      /** The day that was traded, also past midnight and also if the clock jumps later. */
      readonly businessDay: BusinessDay
      /** How many movements; > 0. */
      readonly movements: number
      readonly totals: BatchTotals
    }
  /** Durable before the terminal is told to settle by itself: that cannot be said twice. */
  | { readonly kind: 'batchAsked'; readonly batch: BatchId }
  /** The host's totals differ. Each movement goes up under a STAN of its own, `uploadStan` onwards; then it is asked again. */
  | {
      readonly kind: 'batchDisagreed'
      readonly batch: BatchId
      readonly told: ToldTotals | null
      /** First of as many as the batch has movements. */
      readonly uploadStan: number
      /** Of the totals message after them. */
      readonly closingStan: number
    }
  /** The host acknowledged one movement. `code` is its DE 39, as received. */
  | {
      readonly kind: 'movementUploaded'
      readonly batch: BatchId
      readonly attemptId: AttemptId
      readonly code: string
    }
  /** Its file is written, under this name and with this content (SHA-256, hex). */
  | {
      readonly kind: 'batchExported'
      readonly batch: BatchId
      readonly file: string
      readonly sha256: string
    }
  | {
      readonly kind: 'batchAgreed'
      readonly batch: BatchId
      readonly by: AgreedBy
      /** The other side's own reference of the settlement (DE 37), or ''. */
      readonly reference: string
      readonly told: ToldTotals | null
    }
  | {
      readonly kind: 'batchDisputed'
      readonly batch: BatchId
      readonly cause: DisputeCause
      /** The other side's code and words as received, or ''. */
      readonly code: string
      readonly text: string
      readonly told: ToldTotals | null
    }
  | {
      readonly kind: 'batchResolved'
      readonly batch: BatchId
      readonly resolution: Resolution
      readonly person: string
      readonly note: string
    }
  /** At most 1000 lines a fact: a longer statement is several, of one id, `part` from 1. */
  | {
      readonly kind: 'statementImported'
      readonly statement: StatementId
      readonly part: number
      readonly acquirer: string
      /** Name of the file it came from; SHA-256 of its bytes, hex. */
      readonly file: string
      readonly sha256: string
      readonly lines: readonly MatchedLine[]
    }
  /** A person said which movement a line is of. */
  | {
      readonly kind: 'statementLineMatched'
      readonly statement: StatementId
      readonly line: number
      readonly attemptId: AttemptId
    }
