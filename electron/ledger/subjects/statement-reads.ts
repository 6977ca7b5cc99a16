import type { Database } from 'better-sqlite3'
import type { FactOf } from '#shared/checkout/fact.ts'
import type { AttemptId } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'
import type { MatchedLine, StatementId } from '#shared/settlement/statement.ts'
import type { StatementRow } from '../settlement-handles.ts'
import type { StatementLineRow, StatementRecord } from './statements.ts'

type DatedRecord = StatementRecord & { readonly utc_ms: number; readonly offset_minutes: number }

const statementOf = (row: DatedRecord): StatementRow => ({
  statement: row.statement_id as StatementId,
  acquirer: row.acquirer,
  file: row.file,
  importedAt: { utcMs: row.utc_ms, offsetMinutes: row.offset_minutes },
  lines: row.lines,
  unmatched: row.unmatched,
  gross: dirham(row.gross),
  fees: dirham(row.fees),
})

/** Reads of statements. */
export function statementReads(db: Database): {
  byContent(sha256: string): StatementId | null
  find(statement: StatementId): StatementRow | null
  /** Newest first. */
  list(limit: number): readonly StatementRow[]
  lines(statement: StatementId): readonly MatchedLine[]
} {
  const dated = 'SELECT s.*, utc_ms, offset_minutes FROM statements s JOIN journal USING (seq)'
  const find = db.prepare<[string], DatedRecord>(`${dated} WHERE statement_id = ?`)
  const list = db.prepare<[number], DatedRecord>(`${dated} ORDER BY s.seq DESC LIMIT ?`)
  const byContent = db
    .prepare<[string], StatementId>('SELECT statement_id FROM statements WHERE sha256 = ?')
    .pluck()
  const imported = db
    .prepare<[string], string>(
      `SELECT body FROM journal WHERE seq IN (SELECT DISTINCT l.seq FROM statement_lines l
       JOIN statements s ON s.seq = l.statement WHERE statement_id = ?) ORDER BY seq`,
    )
    .pluck()
  const matched = db.prepare<
    [string],
    Pick<StatementLineRow, 'line' | 'reason'> & { readonly attempt_id: AttemptId | null }
  >(
    `SELECT l.line, l.reason, attempt_id FROM statements s JOIN statement_lines l ON l.statement = s.seq
     LEFT JOIN attempts ON attempts.seq = l.movement WHERE statement_id = ?`,
  )
  return {
    byContent: (sha256) => byContent.get(sha256) ?? null,
    find(statement) {
      const row = find.get(statement)
      return row === undefined ? null : statementOf(row)
    },
    list: (limit) => list.all(limit).map(statementOf),
    lines(statement) {
      const now = new Map(matched.all(statement).map((row) => [row.line, row]))
      return imported
        .all(statement)
        .flatMap((body) => (JSON.parse(body) as FactOf<'statementImported'>).lines)
        .map(({ line }) => {
          const row = now.get(line.line)
          return { line, movement: row?.attempt_id ?? null, reason: row?.reason ?? null }
        })
    },
  }
}
