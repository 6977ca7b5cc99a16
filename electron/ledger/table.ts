/** What SQLite keeps for us. Booleans are 0 and 1. */
export type Cell = number | string | null

/**
 * A projection's table, said once: the SQL statements, the in-memory copy that `verify` recomputes, and the comparison
 * of the two are all made from this.
 */
export interface Table<Row extends object> {
  readonly name: string
  readonly columns: readonly (keyof Row & string)[]
  /** The primary key: one column, or two. */
  readonly key: readonly [keyof Row & string] | readonly [keyof Row & string, keyof Row & string]
  /** A unique column that rows are also found by. */
  readonly alternate?: keyof Row & string
}

/** Rows of one table, in SQLite or in memory: projections are written against this and know no difference. */
export interface Rows<Row extends object> {
  get(a: number | string, b?: number | string): Row | undefined
  /** By the table's alternate column. */
  by(value: number | string): Row | undefined
  insert(row: Row): void
  /** @returns false if there is no such row. */
  update(changes: Partial<Row>, a: number | string, b?: number | string): boolean
  remove(a: number | string, b?: number | string): void
  /** For the rare entry that changes them all. */
  every(): readonly Row[]
}

/** Checks at compile time that every column of the row type is listed. */
export function defineTable<Row extends object>(table: Table<Row>): Table<Row> {
  return table
}
