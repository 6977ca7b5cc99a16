import type { Database } from 'better-sqlite3'
import type { FactOf } from '#shared/checkout/fact.ts'
import type { Approval } from '#shared/kernel/attempt.ts'
import type { AttemptId } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'
import type { Counted } from '#shared/settlement/totals.ts'
import type { RetractedAttempt } from '../settlement-handles.ts'
import type { AttemptRecord } from './attempts.ts'

/** Reads of attempts that nobody was, or is, sure of. */
export function attemptDoubts(db: Database): {
  /** Not known yet, and waited for: its sale or errand is not over, and it was not counted. */
  unknown(terminal: string): Counted
  retracted(terminal: string, after: number, through: number): readonly RetractedAttempt[]
} {
  const unknown = db.prepare<[string], { count: number; amount: number | null }>(
    `SELECT count(*) AS count, sum(a.amount) AS amount FROM sales INDEXED BY sales_unfinished
     CROSS JOIN journal j INDEXED BY journal_by_sale ON j.sale = sales.seq AND j.kind = 'attemptStarted'
     CROSS JOIN attempts a ON a.seq = j.seq
     WHERE sales.state IN ('open', 'parked') AND a.terminal = ?
       AND a.state IN ('started', 'unknown', 'approvedUnconfirmed')
       AND NOT EXISTS (SELECT 1 FROM card_movements WHERE attempt = a.seq)`,
  )
  const retracted = db.prepare<[string, number, number], AttemptRecord>(
    `SELECT * FROM attempts WHERE terminal = ? AND retracted_seq > ? AND retracted_seq <= ? AND purpose <> 'void'
     ORDER BY retracted_seq`,
  )
  const heard = db
    .prepare<[number], string>(
      "SELECT body FROM journal WHERE sale = ? AND kind = 'attemptApprovedUnconfirmed' ORDER BY seq DESC",
    )
    .pluck()
  const approvalHeard = ({ sale, attempt_id }: AttemptRecord): Approval | null => {
    const facts = heard.all(sale).map((body) => JSON.parse(body) as FactOf<'attemptApprovedUnconfirmed'>)
    return facts.find(({ attemptId }) => attemptId === attempt_id)?.approval ?? null
  }
  return {
    unknown(terminal) {
      const { count = 0, amount = null } = unknown.get(terminal) ?? {}
      return { count, amount: dirham(amount ?? 0) }
    },
    retracted: (terminal, after, through) =>
      retracted.all(terminal, after, through).map((row) => ({
        attemptId: row.attempt_id as AttemptId,
        kind: row.purpose === 'refund' ? 'refund' : 'sale',
        amount: dirham(row.amount),
        terminalSequence: row.terminal_sequence,
        startedAt: { utcMs: row.utc_ms, offsetMinutes: row.offset_minutes },
        approval: approvalHeard(row),
      })),
  }
}
