import type { Database } from 'better-sqlite3'
import { keyOf, type MemoryRows } from '../memory-rows.ts'
import type { Cell } from '../table.ts'
import { FoundWrong } from './wrong-row.ts'

const shown = (cell: Cell | undefined): string => {
  const text = JSON.stringify(cell) ?? 'nothing'
  return text.length > 80 ? `${text.slice(0, 77)}…"` : text
}

type RawRow = readonly Cell[]

/** A table in the database against the same table recomputed from the journal. */
export interface Comparison {
  /** Rows whose first key column is above the last bound and up to this one; they are final, and let go of. */
  upTo(bound: number): void
  /** All rows that are left, on both sides. */
  toTheEnd(): void
}

/**
 * Compares row by row in key order. Recomputed rows that were found as they must be are removed from `due`.
 * Both steps throw FoundWrong for a row that differs or is too many; `toTheEnd` also for one that is missing.
 */
export function comparison<Row extends object>(db: Database, due: MemoryRows<Row>): Comparison {
  const { name, columns, key } = due.table
  const [first, second] = key
  const firstAt = columns.indexOf(first)
  const secondAt = second === undefined ? -1 : columns.indexOf(second)
  const select = `SELECT ${columns.join(', ')} FROM ${name}`
  const order = `ORDER BY ${key.join(', ')}`
  const between = db
    .prepare<[number, number], RawRow>(`${select} WHERE ${first} > ? AND ${first} <= ? ${order}`)
    .raw()
  const named = (a: unknown, b: unknown): string =>
    second === undefined ? `${first} ${a}` : `${first} ${a}, ${second} ${b}`
  let last = Number.NEGATIVE_INFINITY

  const compare = (row: RawRow): void => {
    const a = row[firstAt] as number | string
    const b = secondAt < 0 ? undefined : (row[secondAt] as number | string)
    const wanted = due.all.get(keyOf(a, b))
    if (wanted === undefined) throw new FoundWrong(name, named(a, b), 'is not in the journal')
    for (let i = 0; i < columns.length; i++) {
      const column = columns[i] as keyof Row & string
      if (wanted[column] !== row[i])
        throw new FoundWrong(
          name,
          named(a, b),
          `${column} is ${shown(row[i])}, the journal says ${shown(wanted[column] as Cell)}`,
        )
    }
    due.remove(a, b)
  }

  return {
    upTo(bound) {
      for (const row of between.all(last, bound)) compare(row)
      last = bound
    },
    toTheEnd() {
      const rest =
        last === Number.NEGATIVE_INFINITY
          ? db.prepare<[], RawRow>(`${select} ${order}`).raw().iterate()
          : db.prepare<[number], RawRow>(`${select} WHERE ${first} > ? ${order}`).raw().iterate(last)
      for (const row of rest) compare(row)
      for (const row of due.all.values())
        throw new FoundWrong(name, named(row[first], second && row[second]), 'is missing')
    },
  }
}
