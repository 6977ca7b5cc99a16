import fc from 'fast-check'
import { expect, test } from 'vitest'
import { total } from '#test/harness/books-oracle.ts'
import { ticketsOf } from '#test/harness/dated-tickets.ts'
import { dirham } from '../../money/amount.ts'
import { columnsOf, fullest, hoursInOrder } from './columns.ts'
import type { TakingsRow } from './report.ts'
import { reportOf } from './report-of.ts'
import { dayAfter } from './span.ts'

const row = <K>(key: K, net: number): TakingsRow<K> => ({
  key,
  count: 1,
  sales: dirham(net),
  refunds: dirham(0),
  net: dirham(net),
})

test('columns hold all of a span, whichever way it is cut', () => {
  const now = { utcMs: 0, offsetMinutes: 60 }
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 900 })
        .chain((length) => ticketsOf('2026-01-14', length).map((tickets) => ({ length, tickets }))),
      ({ length, tickets }) => {
        const range = { from: '2026-01-14', to: dayAfter('2026-01-14', length - 1) }
        const report = reportOf(tickets, [], { kind: 'season', range, today: '2030-01-01', now })
        const { rows, unit } = columnsOf(report)
        expect(total(rows, ({ net }) => net)).toBe(report.totals.net)
        expect(rows.length).toBeLessThanOrEqual(31)
        expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
        expect(unit).toBe(length <= 31 ? 'day' : length <= 182 ? 'week' : length <= 732 ? 'month' : 'year')
      },
    ),
  )
})

test('a week has seven columns from its Monday; a year, twelve', () => {
  const week = columnsOf({
    kind: 'week',
    range: { from: '2026-11-16', to: '2026-11-18' },
    days: [row('2026-11-17', 5)],
  })
  expect(week.rows.map(({ key, net }) => [key.slice(8), net])).toEqual([
    ['16', 0],
    ['17', 5],
    ['18', 0],
    ['19', 0],
    ['20', 0],
    ['21', 0],
    ['22', 0],
  ])
  const year = columnsOf({ kind: 'season', range: { from: '2026-01-01', to: '2026-12-31' }, days: [] })
  expect(year.rows.map(({ key }) => key.slice(5))).toEqual(
    Array.from({ length: 12 }, (_, month) => `${String(month + 1).padStart(2, '0')}-01`),
  )
})

test('hours begin when the shop does, an evening past midnight in one piece', () => {
  const keys = (...hours: number[]) => hoursInOrder(hours.map((hour) => row(hour, 1))).map(({ key }) => key)
  expect(keys()).toEqual([])
  expect(keys(15)).toEqual([15])
  expect(keys(9, 12)).toEqual([9, 10, 11, 12])
  expect(keys(0, 1, 20, 23)).toEqual([20, 21, 22, 23, 0, 1])
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 23 }), { minLength: 1 }), (hours) => {
      const sorted = hours.toSorted((a, b) => a - b)
      const strip = hoursInOrder(sorted.map((hour) => row(hour, 1)))
      expect(total(strip, ({ net }) => net)).toBe(hours.length)
      expect(strip[0]?.net).toBe(1)
      expect(strip.at(-1)?.net).toBe(1)
    }),
  )
})

test('the fullest column is the first with most, if anything was taken', () => {
  expect(fullest([row('a', 3), row('b', 7), row('c', 7)])?.key).toBe('b')
  expect(fullest([row('a', 0), row('b', -4)])).toBeNull()
})
