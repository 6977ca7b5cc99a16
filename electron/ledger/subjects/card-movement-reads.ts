import type { Database } from 'better-sqlite3'
import type { FactOf } from '#shared/checkout/fact.ts'
import type { AttemptId, Seq, TicketNumber } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'
import type { BatchId } from '#shared/settlement/batch.ts'
import type { CardMovement, MovementKind } from '#shared/settlement/movement.ts'
import type { StatementId } from '#shared/settlement/statement.ts'
import type { BatchMovement, CollectedRow, PaidBy, PayableMovement } from '../settlement-handles.ts'
import { sqlRows } from '../sql-rows.ts'
import { cardTerminalsTable } from './card-movements.ts'

interface MovementRow {
  readonly seq: number
  readonly attempt_id: string
  readonly terminal: string
  readonly terminal_sequence: number
  readonly kind: MovementKind
  readonly amount: number
  readonly undoes: string | null
  readonly ticket: number | null
  readonly body: string
  readonly utc_ms: number
  readonly offset_minutes: number
  readonly code: string | null
  readonly statement_id: string | null
  readonly line: number | null
}

interface OfDays {
  readonly acquirer: string
  readonly from: string
  readonly to: string
}

interface CollectedCells {
  readonly terminal: string
  readonly count: number
  readonly net: number
  readonly utc_ms: number
  readonly offset_minutes: number
}

/** What the terminal said is in the entry that approved it; its ticket is its sale's, once there is one. */
function movementOf(row: MovementRow): CardMovement {
  const { approval, decidedBy } = JSON.parse(row.body) as FactOf<'attemptApproved'>
  return {
    attemptId: row.attempt_id as AttemptId,
    kind: row.kind,
    amount: dirham(row.amount),
    terminal: row.terminal,
    approval,
    decidedBy,
    undoes: row.undoes as AttemptId | null,
    ticket: row.ticket as TicketNumber | null,
    at: { utcMs: row.utc_ms, offsetMinutes: row.offset_minutes },
    seq: row.seq as Seq,
  }
}

const paidByOf = ({ statement_id, line }: MovementRow): PaidBy | null =>
  statement_id === null || line === null ? null : { statement: statement_id as StatementId, line }

/** Reads of card movements, oldest first. */
export function cardMovementReads(db: Database): {
  collected(): readonly CollectedRow[]
  toSettle(terminal: string, through: number, limit: number): readonly CardMovement[]
  ofBatch(batch: BatchId): readonly BatchMovement[]
  find(attemptId: AttemptId): CardMovement | null
  paidBy(attemptId: AttemptId): PaidBy | null
  ofDays(acquirer: string, from: string, to: string): readonly PayableMovement[]
  unpaid(acquirer: string, from: string, to: string, limit: number): readonly CardMovement[]
  settledThrough(terminal: string): Seq
  settles(terminal: string): boolean
} {
  const some = (from: string, where: string): string =>
    `SELECT m.seq, a.attempt_id, m.terminal, a.terminal_sequence, m.kind, m.amount, u.attempt_id AS undoes, sales.ticket,
       j.body, j.utc_ms, j.offset_minutes, m.code, statement_id, m.line
     FROM ${from} JOIN attempts a ON a.seq = m.attempt JOIN sales ON sales.seq = a.sale
     JOIN journal j ON j.seq = m.seq LEFT JOIN attempts u ON u.seq = a.undoes
     LEFT JOIN statements ON statements.seq = m.statement WHERE ${where}`
  const toSettle = db.prepare<[string, number, number], MovementRow>(
    some(
      'card_movements m INDEXED BY card_movements_collected',
      'm.terminal = ? AND m.batch IS NULL AND m.seq <= ? ORDER BY m.seq LIMIT ?',
    ),
  )
  const ofBatch = db.prepare<[string], MovementRow>(
    some('card_movements m', 'm.batch = (SELECT seq FROM batches WHERE batch_id = ?) ORDER BY m.seq'),
  )
  const find = db.prepare<[string], MovementRow>(some('card_movements m', 'a.attempt_id = ?'))
  // What is in a batch is found by its day; what collects is little, and looked through.
  const payable = some(
    'card_movements m',
    `m.attempt IN (
       SELECT attempt FROM card_movements s INDEXED BY card_movements_by_day JOIN batches b ON b.seq = s.batch
       WHERE s.batch IS NOT NULL AND b.acquirer = @acquirer AND day BETWEEN @from AND @to
       UNION ALL
       SELECT attempt FROM card_terminals t CROSS JOIN card_movements c INDEXED BY card_movements_collected
       ON c.terminal = t.terminal
       WHERE c.batch IS NULL AND t.acquirer = @acquirer AND day BETWEEN @from AND @to)`,
  )
  const ofDays = db.prepare<[OfDays], MovementRow>(`${payable} ORDER BY m.seq`)
  const unpaid = db.prepare<[OfDays, number], MovementRow>(
    `${payable} AND m.statement IS NULL ORDER BY m.seq LIMIT ?`,
  )
  const collected = db.prepare<[], CollectedCells>(
    `SELECT t.terminal, count, net, utc_ms, offset_minutes FROM card_terminals t
     JOIN journal ON journal.seq = (SELECT min(seq) FROM card_movements m INDEXED BY card_movements_collected
       WHERE m.terminal = t.terminal AND batch IS NULL)
     WHERE count > 0 ORDER BY t.terminal`,
  )
  const terminals = sqlRows(db, cardTerminalsTable)

  const one = (attemptId: AttemptId): MovementRow | null => find.get(attemptId) ?? null
  return {
    collected: () =>
      collected.all().map(({ terminal, count, net, utc_ms, offset_minutes }) => ({
        terminal,
        count,
        net: dirham(net),
        since: { utcMs: utc_ms, offsetMinutes: offset_minutes },
      })),
    toSettle: (terminal, upTo, limit) => toSettle.all(terminal, upTo, limit).map(movementOf),
    ofBatch: (batch) =>
      ofBatch.all(batch).map((row) => ({
        movement: movementOf(row),
        terminalSequence: row.terminal_sequence,
        code: row.code,
        paidBy: paidByOf(row),
      })),
    find(attemptId) {
      const row = one(attemptId)
      return row && movementOf(row)
    },
    paidBy(attemptId) {
      const row = one(attemptId)
      return row && paidByOf(row)
    },
    ofDays: (acquirer, from, to) =>
      ofDays
        .all({ acquirer, from, to })
        .map((row) => ({ movement: movementOf(row), paid: row.statement_id !== null })),
    unpaid: (acquirer, from, to, limit) => unpaid.all({ acquirer, from, to }, limit).map(movementOf),
    settledThrough: (terminal) => (terminals.get(terminal)?.through ?? 0) as Seq,
    settles: (terminal) => (terminals.get(terminal)?.acquirer ?? null) !== null,
  }
}
