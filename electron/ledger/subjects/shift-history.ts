import type { Database } from 'better-sqlite3'
import type { Fact } from '#shared/checkout/fact.ts'
import type { ShiftId } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'
import type { ShiftHistory } from '../paper-handles.ts'

/** Reads of one shift's stretch of the journal: between two sequence numbers, so that no other day is touched. */
export function shiftHistoryReads(db: Database): {
  /** @param grandTotal as it is now; a shift that is closed knows its own */
  find(shiftId: ShiftId, grandTotal: number): ShiftHistory | null
} {
  const find = db.prepare<[string], { seq: number; closed_seq: number | null }>(
    'SELECT seq, closed_seq FROM shifts WHERE shift_id = ?',
  )
  const entries = db.prepare<[number, number], { body: string; utc_ms: number; offset_minutes: number }>(
    'SELECT body, utc_ms, offset_minutes FROM journal WHERE seq BETWEEN ? AND ? ORDER BY seq',
  )
  return {
    find(shiftId, grandTotal) {
      const shift = find.get(shiftId)
      if (shift === undefined) return null
      const rows = entries.all(shift.seq, shift.closed_seq ?? Number.MAX_SAFE_INTEGER)
      const facts = rows.map(({ body }) => JSON.parse(body) as Fact)
      const stamps = rows.map((row) => ({ utcMs: row.utc_ms, offsetMinutes: row.offset_minutes }))
      const [openedAt, last] = [stamps[0], facts.at(-1)]
      if (openedAt === undefined) throw new Error(`shift ${shiftId} has no entries`)
      const closing = last?.kind === 'shiftClosed' ? last : null
      return {
        openedAt,
        closedAt: closing === null ? null : (stamps.at(-1) ?? null),
        facts,
        grandTotal: closing?.grandTotal ?? dirham(grandTotal),
      }
    },
  }
}
