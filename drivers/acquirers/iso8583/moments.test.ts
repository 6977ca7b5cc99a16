import { expect, test } from 'vitest'
import { dayDigits, localTime, retrievalReference, transmitted } from './moments.ts'

/** Five past midnight on New Year’s Day in Casablanca, and the year before in UTC. */
const newYear = { utcMs: Date.UTC(2026, 11, 31, 23, 5, 9), offsetMinutes: 60 }

test('dates and times are of the shop’s wall clock, and transmission is in UTC', () => {
  expect(localTime(newYear, 6)).toBe('000509')
  expect(localTime(newYear, 12)).toBe('270101000509')
  expect(localTime(newYear, 14)).toBe('20270101000509')
  expect(dayDigits('2026-12-31', 4)).toBe('1231')
  expect(dayDigits('2026-12-31', 6)).toBe('261231')
  expect(dayDigits('2026-12-31', 8)).toBe('20261231')
  expect(transmitted(newYear)).toBe('1231230509')
})

test('a reference has the year’s last digit, the day of it, the hour and the STAN', () => {
  expect(retrievalReference(newYear, 7)).toBe('700100000007')
  const leapYearsEnd = { utcMs: Date.UTC(2028, 11, 31, 21, 0, 0), offsetMinutes: 60 }
  expect(retrievalReference(leapYearsEnd, 999_999)).toBe('836622999999')
})
