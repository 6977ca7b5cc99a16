import type { AcquirersConfig, ColumnMap } from '#shared/contract/acquirers.ts'
import type { Answer } from '#shared/contract/contract.ts'
import type {
  BatchLine,
  BatchView,
  SettlementsView,
  StatementDetail,
  StatementView,
} from '#shared/contract/settlements.ts'
import type { AttemptId } from '#shared/kernel/ids.ts'
import type { BatchId, Resolution } from '#shared/settlement/batch.ts'
import type { StatementId } from '#shared/settlement/statement.ts'
import type { ToldTotals } from '#shared/settlement/totals.ts'

/**
 * Settlement of this till's card takings: makes batches when they are due, has them agreed, imports statements. What
 * it knows is in the ledger; it goes on from there after every start.
 */
export interface Settlements {
  view(): SettlementsView
  watch(listener: (view: SettlementsView) => void): () => void
  findBatch(batch: BatchId): { readonly batch: BatchView; readonly lines: readonly BatchLine[] } | null
  /**
   * Freezes what a terminal has collected and has it asked about, now. Refused as `nothingToSettle`,
   * `attemptInProgress` while an attempt on it is under way or not known, `noAcquirer`.
   */
  settle(terminal: string, by: string): Answer<readonly BatchId[]>
  /** Asks now and not when the wait is over; takes up again what was set aside. Refused as `unknownBatch`, `batchEnded`. */
  resend(batch: BatchId): Answer
  /** What somebody read on the slip of a terminal that settled by itself. Refused as `unknownBatch`, `batchEnded`. */
  enterTotals(batch: BatchId, told: ToldTotals, by: string): Answer
  /** Refused as `unknownBatch`, `batchEnded`, or `batchNotDisputed` while the other side is still asked. */
  resolve(batch: BatchId, resolution: Resolution, note: string, by: string): Answer
  /** The signed settlement file of a batch, as it is or was handed in. */
  export(batch: BatchId): Answer<{ readonly file: string; readonly text: string }>
  /**
   * Whole or not at all. Refused as `statementMalformed` with `line` and `column`, `statementKnown`, `unknownAcquirer`,
   * `inputTooLarge`.
   * @param bytes of the file; card numbers in it are cut to their last four before anything is kept
   */
  importStatement(
    statement: {
      readonly acquirer: string
      readonly file: string
      readonly bytes: Uint8Array
      readonly map: ColumnMap
    },
    by: string,
  ): Answer<StatementView>
  statements(): readonly StatementView[]
  findStatement(statement: StatementId): StatementDetail | null
  /** Refused as `unknownStatement`, `unknownLine`, `lineMatched`, `unknownMovement`, `movementPaid`. */
  match(statement: StatementId, line: number, attemptId: AttemptId, by: string): Answer
  config(): AcquirersConfig
  /**
   * Durably. Refused as `badInput` with `field`; as `batchOpen` where it takes away who an open batch is asked of, or
   * changes what a message says that may have been heard.
   */
  configure(config: AcquirersConfig): Promise<Answer>
  /** Reaches the host of an acquirer. Refused as `unknownAcquirer`, `hostSaidNo`, `hostUnreachable` with `text`. */
  check(acquirer: string): Promise<Answer<{ readonly text: string }>>
  /** Due batches are made and everything on its way has ended or waits for its next try. For tests and commands. */
  settled(): Promise<void>
  close(): Promise<void>
}
