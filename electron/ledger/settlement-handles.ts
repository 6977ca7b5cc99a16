import type { AttemptId, Seq } from '#shared/kernel/ids.ts'
import type { BusinessDay, Stamp } from '#shared/kernel/stamp.ts'
import type { Dirham } from '#shared/money/amount.ts'
import type { BatchId, BatchState, BatchWay, DisputeCause, Resolution } from '#shared/settlement/batch.ts'
import type { AgreedBy } from '#shared/settlement/facts.ts'
import type { CardMovement } from '#shared/settlement/movement.ts'
import type { MatchedLine, StatementId } from '#shared/settlement/statement.ts'
import type { BatchTotals, Counted, ToldTotals } from '#shared/settlement/totals.ts'

/** What may be asked of the ledger about settlement. Each answer is found by an index; none walks a history. */
export interface SettlementReads {
  /** Card money in no batch yet, by terminal. What was settled before the till did it is nowhere here but `findMovement`. */
  collected(): readonly CollectedRow[]
  /** Movements of a terminal in no batch yet, oldest first, up to and with journal entry `through`, at most `limit`. */
  movementsToSettle(terminal: string, through: Seq, limit: number): readonly CardMovement[]
  /**
   * Attempts on a terminal whose outcome is not known yet, under way or in doubt. One that nobody can settle here any
   * more (a sale that went on without it) is not waited for.
   */
  unknownAttempts(terminal: string): Counted
  /**
   * Charges and refunds of a terminal that were not known for a while and then proved not to stand; after journal
   * entry `after`, up to and with `through`.
   */
  retractedAttempts(terminal: string, after: Seq, through: Seq): readonly RetractedAttempt[]
  /** Also one that was closed. */
  findBatch(batch: BatchId): BatchRow | null
  /** Newest first, `before` a journal entry or from the newest. */
  listBatches(before: Seq | null, limit: number): readonly BatchRow[]
  /** Those in no state of an end (`agreed`, `resolved`), oldest first. */
  openBatches(): readonly BatchRow[]
  /** Oldest first. */
  movementsOfBatch(batch: BatchId): readonly BatchMovement[]
  findMovement(attemptId: AttemptId): CardMovement | null
  /** The statement line a movement was found on; `null`: none yet, or no such movement. */
  paidBy(attemptId: AttemptId): PaidBy | null
  /** Last numbers given to an acquirer; 0 before the first. */
  lastNumbers(acquirer: string): { readonly batch: number; readonly stan: number }
  /** Where a terminal's newest batch ended; before the first, where settlement began; 0 before that, too. */
  settledThrough(terminal: string): Seq
  /** Whether the till ever began to settle a terminal. */
  settlesTerminal(terminal: string): boolean
  /** Journal entry of the newest closing of a shift; `null` before the first. */
  lastClosing(): { readonly seq: Seq; readonly businessDay: BusinessDay } | null
  /** The statement imported from a file, by its content. */
  statementOf(sha256: string): StatementId | null
  findStatement(statement: StatementId): StatementRow | null
  /** Newest first. */
  listStatements(limit: number): readonly StatementRow[]
  /** In the order of the file, as they are matched now. */
  statementLines(statement: StatementId): readonly MatchedLine[]
  /**
   * All movements of these days that an acquirer's statement may be of, paid or not: those in its batches, and those in
   * none yet of terminals that settle with it.
   */
  movementsOfDays(acquirer: string, from: BusinessDay, to: BusinessDay): readonly PayableMovement[]
  /** Those of them that no statement line is of, oldest first. */
  unpaidMovements(
    acquirer: string,
    from: BusinessDay,
    to: BusinessDay,
    limit: number,
  ): readonly CardMovement[]
}

export interface CollectedRow {
  readonly terminal: string
  readonly count: number
  /** Sales − reversals − refunds, signed. */
  readonly net: Dirham
  readonly since: Stamp
}

export interface RetractedAttempt {
  readonly attemptId: AttemptId
  readonly kind: CardMovement['kind']
  readonly amount: Dirham
  readonly terminalSequence: number
  readonly startedAt: Stamp
  /** What the terminal had said before it was lost; `null`: nothing. */
  readonly approval: CardMovement['approval']
}

export interface BatchMovement {
  readonly movement: CardMovement
  readonly terminalSequence: number
  /** DE 39 of its upload. */
  readonly code: string | null
  readonly paidBy: PaidBy | null
}

export interface PaidBy {
  readonly statement: StatementId
  readonly line: number
}

export interface PayableMovement {
  readonly movement: CardMovement
  readonly paid: boolean
}

export interface BatchRow {
  readonly batch: BatchId
  readonly seq: Seq
  readonly acquirer: string
  readonly way: BatchWay
  readonly terminal: string
  readonly number: number
  readonly stan: number
  readonly through: Seq
  readonly businessDay: BusinessDay
  readonly frozenAt: Stamp
  readonly movements: number
  readonly totals: BatchTotals
  readonly state: BatchState
  /** The terminal was told to settle. */
  readonly asked: boolean
  /** `null` before the host disagreed. */
  readonly upload: {
    readonly firstStan: number
    readonly closingStan: number
    readonly acknowledged: number
  } | null
  /** What the other side said last. */
  readonly told: ToldTotals | null
  /** While it is disputed, and of one that a person resolved; the same for the code and its words. */
  readonly cause: DisputeCause | null
  readonly code: string
  readonly text: string
  readonly reference: string
  readonly agreedBy: AgreedBy | null
  readonly resolution: { readonly kind: Resolution; readonly person: string; readonly note: string } | null
  readonly exported: { readonly file: string; readonly sha256: string } | null
  readonly endedAt: Stamp | null
}

export interface StatementRow {
  readonly statement: StatementId
  readonly acquirer: string
  readonly file: string
  readonly importedAt: Stamp
  readonly lines: number
  readonly unmatched: number
  /** Sales − reversals − refunds, signed, before fees. */
  readonly gross: Dirham
  readonly fees: Dirham
}
