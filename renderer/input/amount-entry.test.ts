import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { KeypadKey } from './amount-entry.ts'
import { amountOf, entryOf, pressKey, shown, typed } from './amount-entry.ts'

const press = (keys: string): string =>
  [...keys].reduce((entry, key) => pressKey(entry, key === '<' ? 'delete' : (key as KeypadKey)), '')

test.each([
  ['380', '380', 38000],
  ['380,5', '380,5', 38050],
  ['380,55', '380,55', 38055],
  ['380,555', '380,55', 38055],
  ['38,0,5', '38,05', 3805],
  [',5', '0,5', 50],
  ['0012', '12', 1200],
  ['12<<3', '3', 300],
  ['7,<', '7', 700],
  ['7,', '7,', 700],
])('keys %s give %s', (keys, entry, minor) => {
  expect(press(keys)).toBe(entry)
  expect(amountOf(press(keys))).toBe(minor)
})

test('an empty entry is no amount, zero is one', () => {
  expect(amountOf('')).toBeNull()
  expect(amountOf('0')).toBe(0)
})

test('more than the largest amount is no amount', () => {
  expect(amountOf('10000000')).toBe(1_000_000_000)
  expect(amountOf('10000000,01')).toBeNull()
})

test('the field takes what keyboards of the three languages type', () => {
  expect(typed('١٢٣٫٥')).toBe('123,5')
  expect(typed('1 234.5')).toBe('1234,5')
  expect(typed('1\u00a0234,50')).toBe('1234,50')
  expect(typed('12e3')).toBeNull()
  expect(typed('-3')).toBeNull()
})

test('every amount survives being shown and typed back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (minor) => {
      expect(amountOf(typed(shown(entryOf(minor))) ?? '')).toBe(minor)
    }),
  )
})
