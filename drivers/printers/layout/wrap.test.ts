import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wrapText } from './wrap.ts'

const columns = (text: string): number => [...text.replace(/[\u2066-\u2069]/g, '')].length

test('breaks at spaces and keeps what fits', () => {
  expect(wrapText('Tapis Azilal en laine', 12, columns)).toEqual(['Tapis Azilal', 'en laine'])
  expect(wrapText('Tapis', 12, columns)).toEqual(['Tapis'])
})

test('a word wider than the line is broken inside, and nothing of it is lost', () => {
  expect(wrapText('abcdefghij kl', 4, columns)).toEqual(['abcd', 'efgh', 'ij', 'kl'])
})

test('an amount is never broken, and takes its isolate with it', () => {
  expect(wrapText('remise \u20661 234,50\u2069 DH', 10, columns)).toEqual([
    'remise',
    '\u20661 234,50\u2069',
    'DH',
  ])
})

test('a foreign name that breaks is isolated on each of its lines', () => {
  expect(wrapText('x \u2068زربية أزيلال\u2069 y', 8, columns)).toEqual([
    'x \u2068زربية\u2069',
    '\u2068أزيلال\u2069 y',
  ])
})

test('an indent goes before a word is broken', () => {
  expect(wrapText('   abc', 3, columns)).toEqual(['abc'])
  expect(wrapText('\u2068   abc\u2069', 3, columns)).toEqual(['\u2068abc\u2069'])
})

test('for any text: nothing lost, isolates balanced, no line too wide, no amount broken that fits', () => {
  const piece = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'ب', 'é', '7'), minLength: 1, maxLength: 12 }),
    fc.integer({ min: 0, max: 9_999_999 }).map((n) => `\u2066${n} 00\u2069`),
    fc.string({ unit: fc.constantFrom('c', 'د', ' '), maxLength: 20 }).map((text) => `\u2068${text}\u2069`),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.integer({ min: 3, max: 30 }), (pieces, most) => {
      const text = pieces.join(' ')
      const lines = wrapText(text, most, columns)
      for (const whole of text.match(/\u2066[^\u2069]*\u2069/g) ?? [])
        if (columns(whole) <= most)
          expect(
            lines.some((line) => line.includes(whole)),
            whole,
          ).toBe(true)
      const letters = (of: string) => of.replace(/[\s\u2066-\u2069]/g, '')
      expect(letters(lines.join(''))).toBe(letters(text))
      for (const line of lines) {
        expect(line.match(/[\u2066\u2068]/g)?.length ?? 0).toBe(line.match(/\u2069/g)?.length ?? 0)
        expect(columns(line)).toBeLessThanOrEqual(most)
      }
    }),
    { numRuns: 2_000 },
  )
})
