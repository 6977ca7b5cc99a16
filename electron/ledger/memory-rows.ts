import type { Rows, Table } from './table.ts'

/** The rows of a table in memory, for recomputing a projection from the journal. */
export interface MemoryRows<Row extends object> extends Rows<Row> {
  readonly table: Table<Row>
  /** By primary key as `keyOf` writes it, in order of insertion. */
  readonly all: Map<number | string, Row>
}

/** A primary key of one or two columns as one value; the last of two is a number or a class, without a space. */
export const keyOf = (a: number | string, b?: number | string): number | string =>
  b === undefined ? a : `${a} ${b}`

/** An empty table in memory. Rows are the caller's own objects: an update changes them in place. */
export function memoryRows<Row extends object>(table: Table<Row>): MemoryRows<Row> {
  const [first, second] = table.key
  const { alternate, name } = table
  const all = new Map<number | string, Row>()
  const alternates = new Map<number | string, Row>()
  const keyOfRow = (row: Row): number | string =>
    second === undefined
      ? (row[first] as number | string)
      : keyOf(row[first] as number | string, row[second] as number | string)

  return {
    table,
    all,
    get: (a, b) => all.get(keyOf(a, b)),
    by: (value) => alternates.get(value),
    insert(row) {
      const key = keyOfRow(row)
      if (all.has(key)) throw new Error(`${name} already has ${key}`)
      all.set(key, row)
      if (alternate !== undefined) alternates.set(row[alternate] as number | string, row)
    },
    update(changes, a, b) {
      const row = all.get(keyOf(a, b))
      if (row === undefined) return false
      Object.assign(row, changes)
      return true
    },
    remove(a, b) {
      const key = keyOf(a, b)
      const row = all.get(key)
      if (row === undefined) return
      all.delete(key)
      if (alternate !== undefined) alternates.delete(row[alternate] as number | string)
    },
    every: () => [...all.values()],
  }
}
