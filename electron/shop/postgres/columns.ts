import type { Ask } from './connections.ts'

/** Column → its type in PostgreSQL's words. */
type Columns = Readonly<Record<string, string>>

/**
 * An INSERT of many rows with one parameter a column, so that its text is the same however many there are. `shop` and
 * `till` come first, and are of all the rows.
 * @param last what follows, e.g. `ON CONFLICT …`
 */
export function manyRows<Row extends object>(
  table: string,
  columns: Columns,
  last = '',
): (
  ask: Ask,
  shop: string,
  till: string,
  rows: readonly Row[],
  valuesOf: (row: Row) => readonly unknown[],
) => Promise<void> {
  const names = Object.keys(columns)
  const arrays = Object.values(columns).map((type, i) => `$${i + 3}::${type}[]`)
  const text =
    `INSERT INTO ${table} (shop, till, ${names.join(', ')}) SELECT $1, $2, ${names.join(', ')} ` +
    `FROM unnest(${arrays.join(', ')}) AS r (${names.join(', ')}) ${last}`
  return async (ask, shop, till, rows, valuesOf) => {
    if (rows.length === 0) return
    const all = rows.map(valuesOf)
    await ask(text, [shop, till, ...names.map((_, column) => all.map((row) => withoutNul(row[column])))])
  }
}

/** The one character that a text of PostgreSQL's cannot hold; in the body of an entry it is written as an escape. */
const withoutNul = (value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\0', '') : value
