import type { Database } from 'better-sqlite3'
import type { FactOf } from '#shared/checkout/fact.ts'
import type { Period } from '#shared/closing/closing.ts'
import type { DayRange } from '#shared/kernel/day-range.ts'
import type { Seq } from '#shared/kernel/ids.ts'
import type { ClosingRow } from '../books-handles.ts'
import type { Entry, Projections } from '../entry.ts'
import { entryOf, journalRows } from '../journal.ts'
import { defineTable } from '../table.ts'

/** Where a closing is written in the journal, and what it is of. */
export interface ClosingRecord {
  period: Period
  number: number
  /** A shift's id, `2026-11`, `2026`. */
  of_period: string
  seq: number
  first_day: string
  last_day: string
}

export const closingsTable = defineTable<ClosingRecord>({
  name: 'closings',
  columns: ['period', 'number', 'of_period', 'seq', 'first_day', 'last_day'],
  key: ['period', 'number'],
  alternate: 'of_period',
})

/** @throws when its number is not the next one, when its period is closed already, or a shift's is still open */
export function periodClosed(to: Projections, entry: Entry, { closing }: FactOf<'periodClosed'>): void {
  const { period, number, of } = closing
  if (number !== 1 && to.closings.get(period, number - 1) === undefined)
    throw new Error(`closing ${number} of a ${period} where an earlier number is due`)
  if (to.closings.get(period, number) !== undefined)
    throw new Error(`closing ${number} of a ${period} was given before`)
  if (to.closings.by(of) !== undefined) throw new Error(`the ${period} ${of} is closed already`)
  if (period === 'shift' && (to.shifts.by(of)?.closed_seq ?? null) === null)
    throw new Error(`shift ${of} is not over, and its closing is written`)
  to.closings.insert({
    period,
    number,
    of_period: of,
    seq: entry.seq,
    first_day: closing.days.first,
    last_day: closing.days.last,
  })
}

/** Reads of closings; what they say is read from the journal, where their rows point. */
export function closingReads(db: Database): {
  list(period: Period, before: number | null, limit: number): readonly ClosingRow[]
  find(seq: Seq): ClosingRow | null
  of(period: Period, of: string): ClosingRow | null
  within(period: Period, range: DayRange): readonly ClosingRow[]
  lastNumber(period: Period): number
} {
  const journal = journalRows(db)
  const list = db
    .prepare<[string, number, number], number>(
      'SELECT seq FROM closings WHERE period = ? AND number < ? ORDER BY number DESC LIMIT ?',
    )
    .pluck()
  const known = db.prepare<[number], number>('SELECT 1 FROM closings WHERE seq = ?').pluck()
  const of = db
    .prepare<[string, string], number>('SELECT seq FROM closings WHERE of_period = ? AND period = ?')
    .pluck()
  const within = db
    .prepare<[string, string, string, string], number>(
      'SELECT seq FROM closings WHERE period = ? AND first_day BETWEEN ? AND ? AND last_day <= ? ORDER BY number',
    )
    .pluck()
  const last = db
    .prepare<[string], number | null>('SELECT max(number) FROM closings WHERE period = ?')
    .pluck()
  const rowAt = (seq: number): ClosingRow => {
    const row = journal.find(seq)
    if (row === undefined) throw new Error(`a closing points at entry ${seq}, which is not there`)
    const { closing, signed } = entryOf(row).fact as FactOf<'periodClosed'>
    return { seq: seq as Seq, closing, signed }
  }
  return {
    list: (period, before, limit) => list.all(period, before ?? Number.MAX_SAFE_INTEGER, limit).map(rowAt),
    find: (seq) => (known.get(seq) === undefined ? null : rowAt(seq)),
    of(period, name) {
      const seq = of.get(name, period)
      return seq === undefined ? null : rowAt(seq)
    },
    within: (period, { from, to }) => within.all(period, from, to, to).map(rowAt),
    lastNumber: (period) => last.get(period) ?? 0,
  }
}
