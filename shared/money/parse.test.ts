import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dirham, largestMinor } from './amount.ts'
import { formatAmount, formatData, formatMoney } from './format.ts'
import { parseDirham } from './parse.ts'

test.each([
  ['1200', 120_000],
  ['1200.5', 120_050],
  ['1200.50', 120_050],
  ['0,05', 5],
  ['0', 0],
  ['-0.00', 0],
  [' 12.00 ', 1200],
  ['10000000.00', largestMinor],
])('%j is %i centimes', (text, minor) => {
  expect(parseDirham(text)).toEqual({ ok: true, value: minor })
})

test.each([
  ['', 'notANumber'],
  ['.', 'notANumber'],
  ['.50', 'notANumber'],
  ['12.', 'notANumber'],
  ['1e3', 'notANumber'],
  ['0x10', 'notANumber'],
  ['+5', 'notANumber'],
  ['--5', 'notANumber'],
  ['1 200.00', 'notANumber'],
  ['1,200.00', 'notANumber'],
  ['NaN', 'notANumber'],
  ['١٢', 'notANumber'],
  ['1.005', 'tooManyDecimals'],
  ['1.000', 'tooManyDecimals'],
  ['-1.00', 'negative'],
  ['10000000.01', 'tooLarge'],
  ['99999999999999999999', 'tooLarge'],
])('%j is refused as %s', (text, error) => {
  expect(parseDirham(text)).toEqual({ ok: false, error })
})

test('a negative amount is one where it may be', () => {
  expect(parseDirham('-3.07', true)).toEqual({ ok: true, value: -307 })
})

test('what is written as data reads back as the same amount', () => {
  fc.assert(
    fc.property(fc.integer({ min: -largestMinor, max: largestMinor }), (minor) => {
      expect(parseDirham(formatData(dirham(minor)), true)).toEqual({ ok: true, value: dirham(minor) })
    }),
  )
})

test.each([
  [0, '0,00'],
  [5, '0,05'],
  [-10, '-0,10'],
  [123_450, '1\u00a0234,50'],
  [123_456_789, '1\u00a0234\u00a0567,89'],
])('%i centimes are written %j', (minor, text) => {
  expect(formatAmount(minor)).toBe(text)
  expect(formatMoney(dirham(minor), 'MAD')).toBe(`${text}\u00a0DH`)
})
