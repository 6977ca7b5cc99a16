import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountText, isolated, ltr, plain } from './isolate.ts'

const mischief = fc.string({
  unit: fc.constantFrom(
    'a',
    'ز',
    '1',
    ' ',
    ',',
    '-',
    '\u202e',
    '\u2066',
    '\u2068',
    '\u2069',
    '\u200f',
    '\n',
    '\u0007',
  ),
})

test('an isolate is opened and closed once, whatever the text tries', () => {
  fc.assert(
    fc.property(mischief, (text) => {
      for (const wrapped of [ltr(text), isolated(text)]) {
        expect(wrapped.match(/[\u2066\u2068]/g)).toHaveLength(1)
        expect(wrapped.match(/\u2069/g)).toHaveLength(1)
        expect(wrapped).not.toMatch(/[\u202a-\u202e\u200e\u200f]/)
      }
    }),
  )
})

test('plain text keeps its letters and loses line breaks, controls and direction marks', () => {
  expect(plain(' Tapis\n\u202eAzilal\u200f  زربية\t')).toBe('Tapis Azilal زربية')
})

test('amounts are isolated left to right', () => {
  expect(amountText(123_450)).toMatch(/^\u20661[\u00a0\u202f]234,50\u2069$/)
  expect(amountText(-1_250)).toMatch(/^\u2066[-\u2212]12,50\u2069$/)
})
