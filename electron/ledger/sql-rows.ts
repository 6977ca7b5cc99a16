import type { Database, Statement } from 'better-sqlite3'
import type { Cell, Rows, Table } from './table.ts'

/** The rows of a table in SQLite. Statements are prepared once; one for each set of columns that is ever updated. */
export function sqlRows<Row extends object>(db: Database, table: Table<Row>): Rows<Row> {
  const { name, columns, key, alternate } = table
  const where = key.map((column) => `${column} = ?`).join(' AND ')
  const select = `SELECT ${columns.join(', ')} FROM ${name}`
  const get = db.prepare<Cell[], Row>(`${select} WHERE ${where}`)
  const by = alternate === undefined ? null : db.prepare<Cell[], Row>(`${select} WHERE ${alternate} = ?`)
  const insert = db.prepare<Cell[]>(
    `INSERT INTO ${name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  const remove = db.prepare<Cell[]>(`DELETE FROM ${name} WHERE ${where}`)
  const updates = new Map<string, Statement<Cell[]>>()

  const updateOf = (changed: readonly string[]): Statement<Cell[]> => {
    const wanted = changed.join(' ')
    const known = updates.get(wanted)
    if (known !== undefined) return known
    const set = changed.map((column) => `${column} = ?`).join(', ')
    const made = db.prepare<Cell[]>(`UPDATE ${name} SET ${set} WHERE ${where}`)
    updates.set(wanted, made)
    return made
  }

  return {
    get: (a, b) => (b === undefined ? get.get(a) : get.get(a, b)),
    by: (value) => by?.get(value),
    insert(row) {
      insert.run(...columns.map((column) => row[column] as Cell))
    },
    update(changes, a, b) {
      const values = Object.values(changes) as Cell[]
      const run = updateOf(Object.keys(changes)).run(...values, a, ...(b === undefined ? [] : [b]))
      return run.changes === 1
    },
    remove(a, b) {
      if (b === undefined) remove.run(a)
      else remove.run(a, b)
    },
    every: () => db.prepare<[], Row>(`${select} ORDER BY ${key.join(', ')}`).all(),
  }
}
