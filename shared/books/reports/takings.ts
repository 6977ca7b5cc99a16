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

/** The first of a list, and the sum of all others. */
export function shortened<Row extends Takings>(rows: readonly Row[], longest = longestList): Breakdown<Row> {
  if (rows.length <= longest) return { rows, rest: null }
  const others = rows.slice(longest)
  const sum = noTakings()
  for (const { count, sales, refunds } of others) {
    sum.count += count
    sum.sales += sales
    sum.refunds += refunds
  }
  return { rows: rows.slice(0, longest), rest: { keys: others.length, ...takingsOf(sum) } }
}
