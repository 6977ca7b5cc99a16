import { expect, test } from 'vitest'
import { formatAmount } from './format.ts'

test.each([
  [0, '0,00'],
  [5, '0,05'],
  [-5, '-0,05'],
  [100, '1,00'],
  [99_999, '999,99'],
  [123_450, '1\u00a0234,50'],
  [-123_450, '-1\u00a0234,50'],
  [1_234_567_890, '12\u00a0345\u00a0678,90'],
])('%i minor units read %s', (minor, text) => {
  expect(formatAmount(minor)).toBe(text)
})

test('a fraction of a centime is refused', () => {
  expect(() => formatAmount(1.5)).toThrow(RangeError)
})
