import fc from 'fast-check'
import { expect, test } from 'vitest'
import { eanCheckDigit, internalEan13, isEan13 } from './ean.ts'

test('printed codes of known products have the digit we compute', () => {
  for (const code of ['4006381333931', '5901234123457', '9780201379624', '6111242100985', '0012345678905']) {
    expect(eanCheckDigit(code.slice(0, 12))).toBe(code[12])
    expect(isEan13(code)).toBe(true)
  }
})

test('no single wrong digit passes', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 999_999_999 }),
      fc.nat(12),
      fc.integer({ min: 1, max: 9 }),
      (number, place, shift) => {
        const code = internalEan13(number)
        const wrong = String((Number(code[place]) + shift) % 10)
        return isEan13(code) && !isEan13(code.slice(0, place) + wrong + code.slice(place + 1))
      },
    ),
  )
})

test('what is not thirteen digits is no EAN, and no label number is invented', () => {
  for (const code of ['', '400638133393', '40063813339311', '400638133393a', '٤٠٠٦٣٨١٣٣٣٩٣١'])
    expect(isEan13(code)).toBe(false)
  expect(() => internalEan13(1_000_000_000)).toThrow(RangeError)
  expect(() => internalEan13(-1)).toThrow(RangeError)
})
