import type { Database } from 'better-sqlite3'
import type { MemoryRows } from '../memory-rows.ts'
import { type MemoryProjections, projectedTables } from '../project.ts'
import { type Comparison, comparison } from './compare-table.ts'
import { FoundWrong } from './wrong-row.ts'

/** Every projected table against the rows recomputed while the journal is walked. */
export interface Comparisons {
  /** After the entry `seq` was replayed: compares, and forgets, what no later entry can change. */
  after(seq: number): void
  /** After the last entry: compares all that is left. @throws FoundWrong, the first of the whole walk */
  toTheEnd(): void
}

/**
 * The years of a shop do not fit into memory as they do into a file: rows of sales whose last entry is past are
 * compared as the walk goes, and let go of. What differs is kept for the end: an entry that is wrong comes first.
 */
export function comparisons(db: Database, due: MemoryProjections): Comparisons {
  const names = Object.keys(projectedTables) as (keyof typeof projectedTables)[]
  const tables = names.map((name) => comparison(db, due[name] as MemoryRows<object>))
  const of = (some: readonly (keyof typeof projectedTables)[]): readonly Comparison[] =>
    tables.filter((_, at) => some.includes(names[at] as keyof typeof projectedTables))
  const bySale = of(['sales', 'lines', 'tenders'])
  const byTicket = of(['tickets', 'ticketVat'])
  // The first sale after the last one compared that still has entries to come.
  const goesOn = db
    .prepare<[number, number, number], number | null>(
      'SELECT min(sale) FROM journal INDEXED BY journal_by_sale WHERE sale > ? AND sale <= ? AND seq > ?',
    )
    .pluck()
  const lastOf = db.prepare<[number], number>('SELECT max(seq) FROM journal WHERE sale = ?').pluck()
  let sales = 0
  // Nothing more can be let go of before this entry.
  let waitsFor = 0
  let found: FoundWrong | null = null

  const keeping = (compare: () => void): void => {
    if (found !== null) return
    try {
      compare()
    } catch (error) {
      if (!(error instanceof FoundWrong)) throw error
      found = error
    }
  }

  return {
    after(seq) {
      if (seq < waitsFor) return
      keeping(() => {
        const open = goesOn.get(sales, seq, seq) ?? null
        if (open !== null) waitsFor = lastOf.get(open) ?? 0
        sales = open === null ? seq : open - 1
        for (const table of bySale) table.upTo(sales)
        for (const table of byTicket) table.upTo(due.head.last_ticket)
      })
    },
    toTheEnd() {
      keeping(() => {
        for (const table of tables) table.toTheEnd()
      })
      if (found !== null) throw found
    },
  }
}
