import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allocate } from './allocate.ts'
import { dirham, largestMinor, sum } from './amount.ts'

const money = fc.integer({ min: -largestMinor, max: largestMinor }).map(dirham)
const weights = fc
  .array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 20 })
  .filter((all) => all.some((weight) => weight > 0))

test.each([
  [100, [1, 1, 1], [34, 33, 33]],
  [-100, [1, 1, 1], [-34, -33, -33]],
  [101, [1, 1, 1], [34, 34, 33]],
  [5, [70, 30], [4, 1]],
  [1, [0, 1], [0, 1]],
  [0, [3, 4], [0, 0]],
])('%i by %j is %j', (minor, by, parts) => {
  expect(allocate(dirham(minor), by)).toEqual(parts)
})

test('no centime is lost or made', () => {
  fc.assert(
    fc.property(money, weights, (minor, by) => {
      expect(sum(allocate(minor, by))).toBe(minor)
    }),
  )
})

test('each part is within a centime of its exact share, and no weight gets nothing', () => {
  fc.assert(
    fc.property(money, weights, (minor, by) => {
      const whole = by.reduce((total, weight) => total + weight, 0)
      allocate(minor, by).forEach((part, index) => {
        const exact = BigInt(minor) * BigInt(by[index] ?? 0)
        const error = BigInt(part) * BigInt(whole) - exact
        expect(error < BigInt(whole) && error > -BigInt(whole)).toBe(true)
        if (by[index] === 0) expect(part).toBe(0)
      })
    }),
  )
})

test('weights that share nothing are refused', () => {
  expect(() => allocate(dirham(1), [])).toThrow(RangeError)
  expect(() => allocate(dirham(1), [0, 0])).toThrow(RangeError)
  expect(() => allocate(dirham(1), [2, -1])).toThrow(RangeError)
  expect(() => allocate(dirham(1), [0.5])).toThrow(RangeError)
})
