import type { Database } from 'better-sqlite3'
import type { ShiftId } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'
import { entryOf, type JournalRow } from '../journal.ts'
import type { ShiftHistory } from '../paper-handles.ts'

/** Reads of one shift's stretch of the journal: between two sequence numbers, so that no other day is touched. */
export function shiftHistoryReads(db: Database): {
  /** @param grandTotal as it is now; a shift that is closed knows its own */
  find(shiftId: ShiftId, grandTotal: number): ShiftHistory | null
} {
  const find = db.prepare<[string], { seq: number; closed_seq: number | null }>(
    'SELECT seq, closed_seq FROM shifts WHERE shift_id = ?',
  )
  const between = db.prepare<[number, number], JournalRow>(
    'SELECT * FROM journal WHERE seq BETWEEN ? AND ? ORDER BY seq',
  )
  return {
    find(shiftId, grandTotal) {
      const shift = find.get(shiftId)
      if (shift === undefined) return null
      const entries = between.all(shift.seq, shift.closed_seq ?? Number.MAX_SAFE_INTEGER).map(entryOf)
      const last = entries.at(-1)?.fact
      return {
        entries,
        grandTotal: last?.kind === 'shiftClosed' ? last.grandTotal : dirham(grandTotal),
      }
    },
  }
}
