import fc from 'fast-check'
import { expect, test } from 'vitest'
import { passesLuhn } from '#shared/kernel/luhn.ts'
import { maskCard, maskText } from './masking.ts'

const digits = (length: number) =>
  fc.array(fc.nat(9), { minLength: length, maxLength: length }).map((each) => each.join(''))
/** Numbers with a right check digit, of a length cards have. */
const cards = fc
  .integer({ min: 12, max: 19 })
  .chain((length) => digits(length - 1))
  .map((body) => body + '0123456789'.split('').find((check) => passesLuhn(body + check)))

test('shows six and four', () => {
  expect(maskCard('5167940000003315')).toBe('516794******3315')
  expect(maskCard('516794******3315')).toBe('516794******3315')
  expect(maskCard('51679412****3315')).toBe('516794******3315')
  expect(maskCard('12345678')).toBe('********')
})

test('no card number survives in a text, alone, grouped or between other words', () => {
  fc.assert(
    fc.property(cards, fc.constantFrom('', ' ', '-', '.'), fc.nat(4), (card, separator, shape) => {
      const grouped = card.replace(/(.{4})(?=.)/g, `$1${separator}`)
      const text = [grouped, `CARTE ${grouped} EXP`, `No:${grouped};`, `${grouped}\n`, `**${grouped}**`][
        shape
      ]
      const masked = maskText(text ?? '')
      expect(masked.replace(/[ .-]/g, '')).not.toContain(card)
      expect(masked.replace(/[ .-]/g, '')).not.toContain(card.slice(0, card.length - 4))
      expect(masked).toContain('*')
    }),
  )
})

test('a number known from the exchange is masked whatever its check digit says', () => {
  fc.assert(
    fc.property(digits(16), digits(3), (card, noise) => {
      const known = `${card.slice(0, 6)}******${card.slice(-4)}`
      expect(maskText(`A ${card} B ${card}${noise}`, [known])).not.toContain(card)
    }),
  )
})

test('other numbers stay', () => {
  expect(maskText('N° Commerçant : 2260292, 23/11/2026 10:15:31')).toBe(
    'N° Commerçant : 2260292, 23/11/2026 10:15:31',
  )
  expect(maskText('ICE 001525713000034')).toBe('ICE 001525713000034')
})
