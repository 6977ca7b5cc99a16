/**
 * What stands in a column:
 * - `day`: `YYYY-MM-DD`; `moment`: `YYYY-MM-DDTHH:MM:SS`, as the shop's wall clock showed it
 * - `text`; `number`: a whole number
 * - `amount`: whole minor units; `rate`: hundredths of a percent
 */
export type ColumnKind = 'day' | 'moment' | 'text' | 'number' | 'amount' | 'rate'

export interface Column<K extends string = string> {
  readonly key: K
  readonly title: string
  readonly kind: ColumnKind
  /** In characters. */
  readonly width: number
  /** Its sum stands below the last row. */
  readonly summed?: boolean
  /** What it is made of in its own row: a program that reads formulas works it out again. */
  readonly made?: readonly Term[]
}

/** A column that is added, or taken away. */
export interface Term {
  readonly sign: 1 | -1
  readonly key: string
}

/** `null`: nothing stands there. */
export type SheetValue = string | number | null

/** As many as columns, in their order. */
export type SheetRow = readonly SheetValue[]

export interface Sheet {
  /** As on its tab. */
  readonly name: string
  readonly columns: readonly Column[]
}

export const plus = (...keys: readonly string[]): readonly Term[] => keys.map((key) => ({ sign: 1, key }))
export const minus = (...keys: readonly string[]): readonly Term[] => keys.map((key) => ({ sign: -1, key }))

/** A row of named values in the order of the columns. */
export const rowOf = <K extends string>(
  columns: readonly Column<K>[],
  values: Readonly<Record<K, SheetValue>>,
): SheetRow => columns.map(({ key }) => values[key])
