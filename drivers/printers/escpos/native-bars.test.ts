import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeEscpos } from '#test/harness/escpos-decoder.ts'
import { barsOf } from '../layout/bars.ts'
import { bars } from './commands.ts'
import { nativeBars } from './native-bars.ts'

const hex = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString('hex')
    .replace(/..(?!$)/g, '$& ')
const char = fc.oneof(
  fc.constantFrom('0', '1', '4', '5', '6', '9', '{'),
  fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
)
const data = fc.string({ unit: char, minLength: 1, maxLength: 48 })

test.each([
  ['letters in set B', 'INV-7', '7b 42 49 4e 56 2d 37'],
  ['digits as pairs in set C', '1234567890', '7b 43 0c 22 38 4e 5a'],
  ['an odd digit in letters', '12345', '7b 43 0c 22 7b 42 35'],
  ['a brace is doubled', 'a{b', '7b 42 61 7b 7b 62'],
  ['pairs that are a real-time command stay letters', '160412', '7b 42 31 36 30 34 31 32'],
])('%s', (_name, text, bytes) => {
  expect(hex(nativeBars('code128', text)?.data ?? new Uint8Array())).toBe(bytes)
})

test('any data reads back, takes the modules it says, and holds no real-time command', () => {
  fc.assert(
    fc.property(data, (text) => {
      const own = nativeBars('code128', text)
      if (own === null) throw new Error('no bars')
      expect(decodeEscpos(bars(own, 2, 80, true))).toMatchObject([
        { symbology: 'code128', data: text, figures: 'below' },
      ])
      expect(hex(own.data)).not.toMatch(/10 (04|05|14)/)
      expect(own.data.length).toBeLessThanOrEqual(255)
      const shortest = barsOf('code128', text)?.modules.length ?? 0
      if (!/16(04|05|20)/.test(text)) expect(own.modules).toBeLessThanOrEqual(shortest + 11)
    }),
    { numRuns: 500 },
  )
})

test('an EAN-13 goes with its check digit, a wrong one not at all', () => {
  expect(hex(nativeBars('ean13', '6111234567895')?.data ?? new Uint8Array())).toBe(
    '36 31 31 31 32 33 34 35 36 37 38 39 35',
  )
  expect(nativeBars('ean13', '6111234567890')).toBeNull()
  expect(nativeBars('code128', 'é')).toBeNull()
})

test('what the printer is given to draw is what we could have drawn', () => {
  const digits = fc.string({ unit: fc.constantFrom('0', '1', '2', '5', '9'), minLength: 12, maxLength: 13 })
  fc.assert(
    fc.property(
      fc.constantFrom('ean13' as const, 'code128' as const),
      fc.oneof(digits, fc.string({ unit: 'binary', maxLength: 50 })),
      (symbology, text) => {
        expect(nativeBars(symbology, text) === null).toBe(barsOf(symbology, text) === null)
      },
    ),
    { numRuns: 500 },
  )
})
