import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dirham, largestMinor } from './amount.ts'
import { roundToStep, scale } from './rounding.ts'

const money = fc.integer({ min: -largestMinor, max: largestMinor }).map(dirham)
const numerator = fc.integer({ min: 0, max: 1_000_000 })
const denominator = fc.integer({ min: 1, max: 1_000_000 })

test.each([
  [1, 1, 2, 1],
  [-1, 1, 2, -1],
  [3, 1, 2, 2],
  [5, 1, 10, 1],
  [4, 1, 10, 0],
  [-5, 1, 10, -1],
  // 9 999 999.99 × 333 333 ppm: the product is beyond what a float holds exactly.
  [999_999_999, 333_333, 1_000_000, 333_333_000],
])('%i × %i / %i is %i', (minor, up, down, result) => {
  expect(scale(dirham(minor), up, down)).toBe(result)
})

test('a scaled amount is never more than half a centime from the exact one, and away from zero at the half', () => {
  fc.assert(
    fc.property(money, numerator, denominator, (minor, up, down) => {
      const exact = BigInt(minor) * BigInt(up)
      const error = 2n * (BigInt(scale(minor, up, down)) * BigInt(down) - exact)
      const whole = BigInt(down)
      expect(error <= whole && error >= -whole).toBe(true)
      if (error === whole) expect(minor).toBeGreaterThan(0)
      if (error === -whole) expect(minor).toBeLessThan(0)
    }),
  )
})

test('scaling keeps the sign of money out of it', () => {
  fc.assert(
    fc.property(money, numerator, denominator, (minor, up, down) => {
      expect(scale(dirham(-minor), up, down)).toBe(dirham(-scale(minor, up, down)))
    }),
  )
})

test('scaling by nothing at all is refused', () => {
  expect(() => scale(dirham(1), 1, 0)).toThrow(RangeError)
})

test.each([
  [1004, 10, 1000],
  [1005, 10, 1010],
  [1006, 10, 1010],
  [4, 10, 0],
  [-5, 10, -10],
  [1013, 25, 1025],
  [1012, 25, 1000],
  [1234, 0, 1234],
])('%i to the nearest %i is %i', (minor, step, result) => {
  expect(roundToStep(dirham(minor), dirham(step))).toBe(result)
})

test('rounding to a step gives a multiple of it, within half a step, and twice is once', () => {
  fc.assert(
    fc.property(money, fc.integer({ min: 1, max: 1000 }).map(dirham), (minor, step) => {
      const rounded = roundToStep(minor, step)
      expect(Math.abs(rounded % step)).toBe(0)
      expect(2 * Math.abs(rounded - minor)).toBeLessThanOrEqual(step)
      expect(roundToStep(rounded, step)).toBe(rounded)
    }),
  )
})
