import type { Database } from 'better-sqlite3'
import type { FactKind, FactOf } from '#shared/checkout/fact.ts'
import type { DayRange } from '#shared/kernel/day-range.ts'
import type { Seq, ShiftId } from '#shared/kernel/ids.ts'
import type { BusinessDay } from '#shared/kernel/stamp.ts'
import type { BookEntry, BookShift } from '../books-handles.ts'
import type { ShiftRecord } from './shifts.ts'

/** Entries read at a time. */
const atOnce = 500

const shiftOf = (row: ShiftRecord): BookShift => ({
  shiftId: row.shift_id as ShiftId,
  businessDay: row.business_day,
  cashier: row.cashier,
  openedAt: { utcMs: row.utc_ms, offsetMinutes: row.offset_minutes },
  opened: row.seq as Seq,
  closed: row.closed_seq as Seq | null,
})

type EntryRow = readonly [
  seq: number,
  utcMs: number,
  offsetMinutes: number,
  by: string,
  hash: string,
  body: string,
]

const entryOf = <K extends FactKind>([seq, utcMs, offsetMinutes, by, hash, body]: EntryRow): BookEntry<
  FactOf<K>
> => ({
  seq: seq as Seq,
  at: { utcMs, offsetMinutes },
  by,
  fact: JSON.parse(body) as FactOf<K>,
  hash,
})

/** Reads of shifts by their days, and of their stretches of the journal. */
export function bookShiftReads(db: Database): {
  on(range: DayRange): readonly BookShift[]
  between<K extends FactKind>(from: Seq, through: Seq, kinds: readonly K[]): Iterable<BookEntry<FactOf<K>>>
  firstDay(): BusinessDay | null
} {
  // Some hundreds of shifts a year, each a short row.
  const on = db.prepare<[string, string], ShiftRecord>(
    'SELECT * FROM shifts WHERE business_day BETWEEN ? AND ? ORDER BY seq',
  )
  const first = db.prepare<[], string | null>('SELECT min(business_day) FROM shifts').pluck()
  // Tens of thousands of rows a closing: only what an entry is made of, and as arrays.
  const between = db
    .prepare<[number, number, string, number], EntryRow>(
      `SELECT seq, utc_ms, offset_minutes, by_name, hash, body FROM journal
       WHERE seq BETWEEN ? AND ? AND kind IN (SELECT value FROM json_each(?)) ORDER BY seq LIMIT ?`,
    )
    .raw()
  return {
    on: ({ from, to }) => on.all(from, to).map(shiftOf),
    *between<K extends FactKind>(from: Seq, through: Seq, kinds: readonly K[]) {
      const wanted = JSON.stringify(kinds)
      for (let next: number = from; ; ) {
        const rows = between.all(next, through, wanted, atOnce)
        for (const row of rows) yield entryOf<K>(row)
        const last = rows.at(-1)
        if (last === undefined || rows.length < atOnce) return
        next = last[0] + 1
      }
    },
    firstDay: () => first.get() ?? null,
  }
}
