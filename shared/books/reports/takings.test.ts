import fc from 'fast-check'
import { expect, test } from 'vitest'
import { total } from '#test/harness/books-oracle.ts'
import { dirham } from '../../money/amount.ts'
import { bargainedBy } from './bargaining-tally.ts'
import type { TakingsRow } from './report.ts'
import { firstOf, longestList, rowsByMost, rowsInOrder, shortened } from './takings.ts'

const amount = fc.integer({ min: 0, max: 1_000_000 })
const sums = fc.uniqueArray(
  fc.record({ key: fc.string({ maxLength: 6 }), count: fc.nat(50), sales: amount, back: amount }),
  { selector: ({ key }) => key, maxLength: 3 * longestList },
)
const mapOf = (list: readonly { key: string; count: number; sales: number; back: number }[]) =>
  new Map(list.map(({ key, count, sales, back }) => [key, { count, sales, refunds: -back }]))

test('a list that is cut loses nothing, however often', () => {
  fc.assert(
    fc.property(sums, fc.integer({ min: 1, max: 12 }), (list, lines) => {
      const sent = shortened(rowsByMost(mapOf(list)))
      const shown = firstOf(sent, lines)
      for (const { rows, rest } of [sent, shown]) {
        const all = rest === null ? rows : [...rows, rest]
        expect(total(all, ({ net }) => net)).toBe(total(list, ({ sales, back }) => sales - back))
        expect(total(all, ({ count }) => count)).toBe(total(list, ({ count }) => count))
        expect(rows.length + (rest?.keys ?? 0)).toBe(list.length)
        // Nobody is called “one other”.
        expect(rest?.keys).not.toBe(1)
      }
      expect(shown.rows.length + (shown.rest === null ? 0 : 1)).toBeLessThanOrEqual(Math.max(lines, 1))
    }),
  )
})

test('most first, the same order for the same sums; or in the order of their keys', () => {
  const row = (key: string, sales: number) => ({ key, count: 1, sales, back: 0 })
  const keys = (rows: readonly TakingsRow<unknown>[]) => rows.map(({ key }) => key)
  expect(keys(rowsByMost(mapOf([row('b', 5), row('c', 9), row('a', 5)])))).toEqual(['c', 'a', 'b'])
  const hours = new Map([9, 10, 2].map((hour) => [hour, { count: 1, sales: 1, refunds: 0 }]))
  expect(keys(rowsInOrder(hours))).toEqual([2, 9, 10])
})

test('who bargained beyond the longest list is in its rest', () => {
  const sum = (given: number) => ({ lines: 2, bargained: 1, belowFloor: 1, posted: 10 * given, given })
  const { rows, rest } = bargainedBy(
    new Map(Array.from({ length: longestList + 3 }, (_, n) => [`m${n}`, sum(n + 1)])),
  )
  expect(rows).toHaveLength(longestList)
  expect(rows[0]).toMatchObject({ key: `m${longestList + 2}`, permille: 100 })
  expect(rest).toEqual({
    keys: 3,
    lines: 6,
    bargained: 3,
    belowFloor: 3,
    posted: dirham(60),
    given: dirham(6),
    permille: 100,
  })
})
