import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysIn, daysOfSpan, hourOf, placeIn, spanBefore, weekdayOf } from './span.ts'

const today = '2026-11-18'

test('a week is Monday to Sunday, and ends today while it runs', () => {
  const week = (day: string) => daysOfSpan({ kind: 'week', day }, today)
  expect(week('2026-11-15')).toEqual({ ok: true, value: { from: '2026-11-09', to: '2026-11-15' } })
  expect(week('2026-11-16')).toEqual({ ok: true, value: { from: '2026-11-16', to: today } })
  // A day of this week that has not come is still of this week.
  expect(week('2026-11-22')).toEqual({ ok: true, value: { from: '2026-11-16', to: today } })
})

test('what has not begun, and what is no day, is refused', () => {
  const code = (asked: Parameters<typeof daysOfSpan>[0]) => {
    const days = daysOfSpan(asked, today)
    return days.ok ? null : days.error.code
  }
  expect(code({ kind: 'week', day: '2026-11-23' })).toBe('rangeInFuture')
  expect(code({ kind: 'day', day: '2026-11-19' })).toBe('rangeInFuture')
  expect(code({ kind: 'day', day: '2026-02-30' })).toBe('badRange')
  expect(code({ kind: 'week', day: 'monday' })).toBe('badRange')
  expect(code({ kind: 'season', from: '2026-11-02', to: '2026-11-01' })).toBe('badRange')
  expect(code({ kind: 'season', from: '2026-11-01', to: '2026-11-19' })).toBe('rangeInFuture')
})

test('weekdays are counted from Monday', () => {
  expect(['2026-11-16', '2026-11-17', '2026-11-21', '2026-11-22'].map(weekdayOf)).toEqual([1, 2, 6, 7])
})

test('the span before has as many days; of a week, the same weekdays', () => {
  expect(spanBefore('day', { from: '2026-03-01', to: '2026-03-01' })).toEqual({
    from: '2026-02-28',
    to: '2026-02-28',
  })
  expect(spanBefore('week', { from: '2026-11-16', to: today })).toEqual({
    from: '2026-11-09',
    to: '2026-11-11',
  })
  fc.assert(
    fc.property(fc.nat(2000), fc.nat(400), (start, length) => {
      const day = (n: number) => new Date(Date.UTC(2024, 0, 1) + n * 86_400_000).toISOString().slice(0, 10)
      const before = spanBefore('season', { from: day(start), to: day(start + length) })
      expect(daysIn(before)).toBe(length + 1)
      expect(before.to).toBe(day(start - 1))
    }),
  )
})

test('an hour is the one on the wall: Ramadan takes one off, midnight does not end a business day', () => {
  const ramadan = { utcMs: Date.UTC(2026, 1, 20, 22, 30), offsetMinutes: 0 }
  const after = { utcMs: Date.UTC(2026, 10, 18, 23, 30), offsetMinutes: 60 }
  expect([hourOf(ramadan), hourOf(after)]).toEqual([22, 0])
  expect(placeIn({ from: today, to: today }, after)).toBe(24.5 * 3_600_000)
})
