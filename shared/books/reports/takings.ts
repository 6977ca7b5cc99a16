import { dirham } from '../../money/amount.ts'
import type { Breakdown, Takings, TakingsRow } from './report.ts'

/** A running sum, minor units. */
export interface TakingsSum {
  count: number
  sales: number
  /** ≤ 0. */
  refunds: number
}

export const noTakings = (): TakingsSum => ({ count: 0, sales: 0, refunds: 0 })

/**
 * @param amount signed as its ticket: sales positive, refunds negative
 * @param count of a sale; refunds count nothing
 */
export function addTakings(sum: TakingsSum, sign: 1 | -1, amount: number, count: number): void {
  if (sign === 1) {
    sum.count += count
    sum.sales += amount
  } else {
    sum.refunds += amount
  }
}

export function addTakingsAt<K>(
  map: Map<K, TakingsSum>,
  key: K,
  sign: 1 | -1,
  amount: number,
  count: number,
): void {
  const sum = map.get(key) ?? noTakings()
  addTakings(sum, sign, amount, count)
  map.set(key, sum)
}

export const takingsOf = ({ count, sales, refunds }: TakingsSum): Takings => ({
  count,
  sales: dirham(sales),
  refunds: dirham(refunds),
  net: dirham(sales + refunds),
})

/** The longest list a screen is sent: more than anyone reads. */
export const longestList = 100

const byKey = (a: unknown, b: unknown): number => {
  const [left, right] = [String(a), String(b)]
  return left < right ? -1 : left > right ? 1 : 0
}

/** Rows by their keys, ascending. */
export const rowsInOrder = <K extends string | number>(
  map: ReadonlyMap<K, TakingsSum>,
): readonly TakingsRow<K>[] =>
  [...map]
    .map(([key, sum]) => ({ key, ...takingsOf(sum) }))
    .sort((a, b) => (typeof a.key === 'number' ? a.key - Number(b.key) : byKey(a.key, b.key)))

/** Rows with most first; the same order for the same sums. */
export const rowsByMost = <K>(map: ReadonlyMap<K, TakingsSum>): readonly TakingsRow<K>[] =>
  [...map]
    .map(([key, sum]) => ({ key, ...takingsOf(sum) }))
    .sort((a, b) => b.net - a.net || byKey(a.key, b.key))

/** The sum of lines that are not shown one by one. */
function sumOf(some: readonly Takings[]): Takings {
  const sum = noTakings()
  for (const { count, sales, refunds } of some) {
    sum.count += count
    sum.sales += sales
    sum.refunds += refunds
  }
  return takingsOf(sum)
}

/** A list cut to so many lines, that of its others among them; nothing of it is lost. */
export function firstOf<Row extends Takings>({ rows, rest }: Breakdown<Row>, lines: number): Breakdown<Row> {
  if (rows.length + (rest === null ? 0 : 1) <= lines) return { rows, rest }
  const others = rows.slice(lines - 1)
  const keys = others.length + (rest?.keys ?? 0)
  return {
    rows: rows.slice(0, lines - 1),
    rest: { keys, ...sumOf(rest === null ? others : [...others, rest]) },
  }
}

/** A list as long as it is sent. */
export const shortened = <Row extends Takings>(rows: readonly Row[]): Breakdown<Row> =>
  firstOf({ rows, rest: null }, longestList)
