import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstWaitMs, longestWaitMs, mostAfter, waitAfter, waitLeft } from './back-off.ts'

const tries = fc.integer({ min: 1, max: 1_000_000 })
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

test('the longest wait doubles from one second to ten minutes, and stays there for ever', () => {
  expect([1, 2, 3, 4, 9, 10, 11, 12, 1_000_000].map(mostAfter)).toEqual([
    1_000, 2_000, 4_000, 8_000, 256_000, 512_000, 600_000, 600_000, 600_000,
  ])
})

test('a wait is a whole number of milliseconds within its bounds, and chance decides where', () => {
  fc.assert(
    fc.property(tries, chance, (n, c) => {
      const wait = waitAfter(n, c)
      expect(Number.isInteger(wait)).toBe(true)
      expect(wait).toBeGreaterThanOrEqual(firstWaitMs)
      expect(wait).toBeLessThanOrEqual(mostAfter(n))
    }),
  )
  expect(waitAfter(12, 0)).toBe(firstWaitMs)
  expect(waitAfter(12, 0.999_999)).toBeGreaterThan(longestWaitMs - 2)
})

test('what was written down is believed within what can have been written, wherever the clock jumped', () => {
  fc.assert(
    fc.property(
      tries,
      fc.integer({ min: -1e13, max: 1e13 }),
      fc.integer({ min: 0, max: 1e13 }),
      (n, next, now) => {
        const left = waitLeft(n, next, now)
        expect(left).toBeGreaterThanOrEqual(0)
        expect(left).toBeLessThanOrEqual(mostAfter(n))
        if (next <= now) expect(left).toBe(0)
      },
    ),
  )
  expect(waitLeft(0, 99, 0)).toBe(0)
})
