import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amount, type Currency, largestMinor } from '#shared/money/amount.ts'
import { formatData } from '#shared/money/format.ts'
import { minorOf, perUnit } from './decimal.ts'

test.each([
  ['4500', 450_000],
  ['4500.0', 450_000],
  ['4500.50', 450_050],
  ['0.0100', 1],
  ['-12.5', -1_250],
  ['-0.00', 0],
])('%s is %d', (text, minor) => {
  expect(minorOf(text)).toBe(minor)
})

test.each(['', ' 1', '1,50', '1.005', '1e3', '.5', '5.', '1 000', 'NaN', '10000000.01'])(
  '"%s" is no amount',
  (text) => {
    expect(minorOf(text)).toBeNull()
  },
)

test('what is written is read', () => {
  fc.assert(
    fc.property(fc.integer({ min: -largestMinor, max: largestMinor }), (minor) => {
      expect(minorOf(formatData(amount<'MAD'>(minor)))).toBe(minor === 0 ? 0 : minor)
    }),
  )
})

test('the price of one is never half a centime off', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: largestMinor }),
      fc.integer({ min: 1, max: 999 }),
      (minor, units) => {
        const each = perUnit(amount<Currency>(minor), units)
        expect(Math.abs(each * units - minor) * 2).toBeLessThanOrEqual(units)
      },
    ),
  )
  expect(perUnit(amount<Currency>(5), 2)).toBe(2)
  expect(perUnit(amount<Currency>(7), 2)).toBe(4)
})
