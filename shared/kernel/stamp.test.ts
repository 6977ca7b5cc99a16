import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isoLocal, localDay } from './stamp.ts'

const offset = fc.integer({ min: -840, max: 840 })
const utcMs = fc.integer({ min: Date.UTC(1, 0, 2), max: Date.UTC(9999, 11, 30) })

/** By the calendar of the machine. */
const byDate = (ms: number, minutes: number): string =>
  new Date(ms + minutes * 60_000).toISOString().slice(0, 19)

test('an instant is told as the wall clock showed it, whichever was told before', () => {
  fc.assert(
    fc.property(utcMs, offset, fc.integer({ min: -86_400_000, max: 86_400_000 }), (first, minutes, later) => {
      for (const ms of [first, first + later, first]) {
        const stamp = { utcMs: ms, offsetMinutes: minutes }
        expect(isoLocal(stamp).slice(0, 19)).toBe(byDate(ms, minutes))
        expect(Date.parse(isoLocal(stamp))).toBe(Math.floor(ms / 1000) * 1000)
        expect(localDay(stamp)).toBe(byDate(ms, minutes).slice(0, 10))
      }
    }),
    {
      examples: [
        [Date.UTC(2026, 1, 28, 23, 59, 59), 60, 1000],
        [-1, 0, 1],
        [0, -1, -1],
      ],
    },
  )
})

test.each([
  [Date.UTC(2026, 10, 23, 13, 5, 9, 999), 60, '2026-11-23T14:05:09+01:00'],
  [Date.UTC(2026, 1, 28, 23, 30), 60, '2026-03-01T00:30:00+01:00'],
  [Date.UTC(2026, 0, 1), -210, '2025-12-31T20:30:00-03:30'],
])('%i at %i minutes is %s', (ms, minutes, text) => {
  expect(isoLocal({ utcMs: ms, offsetMinutes: minutes })).toBe(text)
})

test('what is no instant is not told', () => {
  expect(() => isoLocal({ utcMs: Number.NaN, offsetMinutes: 60 })).toThrow(RangeError)
})
