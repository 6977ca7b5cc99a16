import type { Database } from 'better-sqlite3'
import type { Fact } from '#shared/checkout/fact.ts'
import type { ShiftId } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'
import type { ShiftHistory } from '../paper-handles.ts'

interface EntryRow {
  readonly body: string
  readonly utc_ms: number
  readonly offset_minutes: number
  readonly hash: string
}

/** Reads of one shift's stretch of the journal: between two sequence numbers, so that no other day is touched. */
export function shiftHistoryReads(db: Database): {
  /** @param grandTotal as it is now; a shift that is closed knows its own */
  find(shiftId: ShiftId, grandTotal: number): ShiftHistory | null
} {
  const find = db.prepare<[string], { seq: number; closed_seq: number | null }>(
    'SELECT seq, closed_seq FROM shifts WHERE shift_id = ?',
  )
  const entries = db.prepare<[number, number], EntryRow>(
    'SELECT body, utc_ms, offset_minutes, hash FROM journal WHERE seq BETWEEN ? AND ? ORDER BY seq',
  )
  return {
    find(shiftId, grandTotal) {
      const shift = find.get(shiftId)
      if (shift === undefined) return null
      const rows = entries.all(shift.seq, shift.closed_seq ?? Number.MAX_SAFE_INTEGER).map(entryOf)
      const last = rows.at(-1)?.fact
      return {
        entries: rows,
        grandTotal: last?.kind === 'shiftClosed' ? last.grandTotal : dirham(grandTotal),
      }
    },
  }
}

const entryOf = ({ body, utc_ms, offset_minutes, hash }: EntryRow): ShiftHistory['entries'][number] => ({
  fact: JSON.parse(body) as Fact,
  at: { utcMs: utc_ms, offsetMinutes: offset_minutes },
  hash,
})
