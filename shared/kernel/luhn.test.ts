import fc from 'fast-check'
import { expect, test } from 'vitest'
import { passesLuhn } from './luhn.ts'

const digits = fc.array(fc.nat(9), { minLength: 1, maxLength: 19 })
const number = (each: readonly number[]): string => each.join('')

test.each([
  ['79927398713', true],
  ['4111111111111111', true],
  ['378282246310005', true],
  ['4111111111111112', false],
  ['0', true],
])('%s passes: %s', (text, passes) => {
  expect(passesLuhn(text)).toBe(passes)
})

test('exactly one last digit fits, and no other digit can be wrong alone', () => {
  fc.assert(
    fc.property(digits, fc.nat(18), fc.integer({ min: 1, max: 9 }), (body, place, by) => {
      const fitting = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].filter((last) => passesLuhn(number([...body, last])))
      expect(fitting).toHaveLength(1)
      const whole = [...body, ...fitting]
      const at = place % whole.length
      const wrong = whole.map((digit, i) => (i === at ? (digit + by) % 10 : digit))
      expect(passesLuhn(number(wrong))).toBe(false)
    }),
  )
})
