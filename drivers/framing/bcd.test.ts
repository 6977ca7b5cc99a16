import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hexOf, packDigits, unpackDigits } from './bcd.ts'

test('what was packed is unpacked', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(99)), (pairs) => {
      const digits = pairs.map((pair) => String(pair).padStart(2, '0')).join('')
      expect(unpackDigits(packDigits(digits))).toBe(digits)
    }),
  )
})

test('half bytes that are no digits are not read as a number', () => {
  expect(unpackDigits(Uint8Array.of(0x12, 0x3a))).toBeNull()
  expect(hexOf(Uint8Array.of(0x12, 0x3a))).toBe('123A')
})

test.each(['1', '12a4', '-1'])('%s is not packed', (digits) => {
  expect(() => packDigits(digits)).toThrow(RangeError)
})
