import fc from 'fast-check'
import { expect, test } from 'vitest'
import { timeIn, timeText } from './times.ts'

test.each([
  ['iso', '2026-11-27T09:30:00+01:00', 1_795_768_200_000, 60],
  ['iso', '2026-11-27T08:30:00.250Z', 1_795_768_200_250, null],
  ['iso', '2026-11-27 08:30:00-0330', 1_795_780_800_000, -210],
  ['isoUtc', '2026-11-27T08:30:00', 1_795_768_200_000, null],
  ['seconds', 1_795_768_200, 1_795_768_200_000, null],
  ['seconds', '1795768200', 1_795_768_200_000, null],
  ['milliseconds', 1_795_768_200_250, 1_795_768_200_250, null],
] as const)('%s: %s', (times, said, utcMs, offsetMinutes) => {
  expect(timeIn(times).safeParse(said).data).toEqual({ utcMs, offsetMinutes })
})

test.each([
  ['iso', '2026-11-27T09:30:00'],
  ['isoUtc', '2026-11-27T09:30:00Z'],
  ['iso', '2026-13-27T09:30:00Z'],
  ['iso', 'yesterday'],
  ['iso', 1_795_768_200],
  ['seconds', 1_795_768_200_000],
  ['seconds', -1],
  ['milliseconds', null],
  ['iso', '<html>'],
] as const)('%s: %s is no instant', (times, said) => {
  expect(timeIn(times).safeParse(said).success).toBe(false)
})

test('what is written is read, to the second', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('iso', 'isoUtc', 'seconds', 'milliseconds'),
      fc.integer({ min: 0, max: 4_102_444_799_999 }),
      (times, utcMs) => {
        const read = timeIn(times).safeParse(timeText(times, utcMs))
        expect(read.data?.utcMs).toBe(Math.floor(utcMs / 1_000) * 1_000)
      },
    ),
  )
})

test('nothing that is said makes it throw', () => {
  fc.assert(
    fc.property(fc.constantFrom('iso', 'isoUtc', 'seconds', 'milliseconds'), fc.anything(), (times, said) => {
      const read = timeIn(times).safeParse(said)
      if (read.success) expect(Number.isSafeInteger(read.data.utcMs)).toBe(true)
    }),
  )
})
