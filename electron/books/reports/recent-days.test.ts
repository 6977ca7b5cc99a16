import { expect, test } from 'vitest'
import type { ClosingRow } from '#electron/ledger/books-handles.ts'
import type { DayRange } from '#shared/kernel/day-range.ts'
import { dirham } from '#shared/money/amount.ts'
import { emptyFigures } from '#test/harness/ledger-books.ts'
import { recentDays } from './recent-days.ts'

const closed = (day: string, gross: number) =>
  ({
    closing: { days: { first: day, last: day }, figures: { ...emptyFigures, gross: dirham(gross) } },
  }) as unknown as ClosingRow

/** A ledger with these closings, which says what it was asked. */
function ledgerOf(rows: readonly ClosingRow[]) {
  const asked: DayRange[] = []
  const closingsIn = (_period: string, range: DayRange) => {
    asked.push(range)
    return rows
  }
  return { asked, closingsIn }
}

test('days before are what their closings say, two shifts of a day together; the day itself is last', () => {
  const ledger = ledgerOf([closed('2026-11-20', 100), closed('2026-11-21', 30), closed('2026-11-21', -5)])
  expect(recentDays(ledger, '2026-11-23', dirham(7))).toEqual([
    { day: '2026-11-20', net: 100 },
    { day: '2026-11-21', net: 25 },
    { day: '2026-11-23', net: 7 },
  ])
  expect(ledger.asked).toEqual([{ from: '2026-11-10', to: '2026-11-22' }])
})

test('one day before says nothing of how it goes', () => {
  expect(recentDays(ledgerOf([closed('2026-11-22', 1)]), '2026-11-23', dirham(7))).toEqual([])
})
