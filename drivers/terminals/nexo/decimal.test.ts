import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalOf, largestMinor, minorOf } from './decimal.ts'

test.each([
  [12_550, '125.50'],
  [1, '0.01'],
  [100, '1.00'],
  [largestMinor, '99999999.99'],
])('%i centimes are %s', (minor, text) => {
  expect(decimalOf(minor)).toBe(text)
  expect(minorOf(text)).toBe(minor)
})

test.each([
  ['125.5', 12_550],
  ['125', 12_500],
  ['125.500000', 12_550],
  ['0', 0],
  ['125.505', null],
  ['1.255e2', null],
  ['-1.00', null],
  ['', null],
  ['125,50', null],
  ['999999999.00', null],
])('%j is %s', (text, minor) => {
  expect(minorOf(text)).toBe(minor)
})

test('every amount comes back as it went', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: largestMinor }), (minor) => {
      expect(minorOf(decimalOf(minor))).toBe(minor)
    }),
  )
})
