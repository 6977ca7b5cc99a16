import type { Database } from 'better-sqlite3'
import { keyOf, type MemoryRows } from '../memory-rows.ts'
import type { Cell } from '../table.ts'
import { FoundWrong } from './wrong-row.ts'

const shown = (cell: Cell | undefined): string => {
  const text = JSON.stringify(cell) ?? 'nothing'
  return text.length > 80 ? `${text.slice(0, 77)}…"` : text
}

/**
 * A table in the database against the same table recomputed from the journal, row by row in key order.
 * @returns how many rows it has
 * @throws FoundWrong for a row that differs, is missing or is too many
 */
export function compareTable<Row extends object>(db: Database, due: MemoryRows<Row>): number {
  const { name, columns, key } = due.table
  const [first, second] = key
  const firstAt = columns.indexOf(first)
  const secondAt = second === undefined ? -1 : columns.indexOf(second)
  const rows = db
    .prepare<[], Cell[]>(`SELECT ${columns.join(', ')} FROM ${name} ORDER BY ${key.join(', ')}`)
    .raw()
  const named = (a: unknown, b: unknown): string =>
    second === undefined ? `${first} ${a}` : `${first} ${a}, ${second} ${b}`

  let seen = 0
  for (const row of rows.iterate() as Iterable<Cell[]>) {
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
    seen += 1
  }
  if (seen !== due.all.size) throw firstMissing(db, due, named)
  return seen
}

/** Slow, and only when a row is known to be missing. */
function firstMissing<Row extends object>(
  db: Database,
  due: MemoryRows<Row>,
  named: (a: unknown, b: unknown) => string,
): FoundWrong {
  const { name, key } = due.table
  const [first, second] = key
  const find = db.prepare<Cell[]>(
    `SELECT 1 FROM ${name} WHERE ${key.map((column) => `${column} = ?`).join(' AND ')}`,
  )
  for (const row of due.all.values()) {
    const values = key.map((column) => row[column] as Cell)
    if (find.get(...values) === undefined)
      return new FoundWrong(name, named(row[first], second && row[second]), 'is missing')
  }
  return new FoundWrong(name, 'count', 'rows that cannot be told apart')
}
