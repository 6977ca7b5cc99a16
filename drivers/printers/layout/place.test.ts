import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cell, PaperBlock } from '#shared/receipt/document.ts'
import { place, type WordBlock } from './place.ts'
import type { Face, PlacedLine } from './placed.ts'

const widthDots = 576
const bare = (text: string) => text.replace(/[\u2066-\u2069]/g, '')
/** Twelve dots a character, twice that in double size. */
const face: Face = { measure: (text, { size }) => 12 * [...bare(text)].length * size }
const linesOf = (block: WordBlock, width = widthDots): readonly PlacedLine[] =>
  place(block, width, () => face).map(({ line }) => line)
const textsOf = (lines: readonly PlacedLine[]) => lines.map((line) => line.map((part) => bare(part.text)))

const cell = (text: string, direction: Cell['direction'] = 'ltr'): Cell => ({ text, direction })
const amount = (text: string): Cell => cell(`\u2066${text}\u2069`)
type Table = Extract<PaperBlock, { type: 'table' }>
const goods: Table = {
  type: 'table',
  head: true,
  columns: [
    { share: 4, side: 'left' },
    { share: 1, side: 'right' },
    { share: 2, side: 'right' },
  ],
  rows: [
    [cell('Désignation'), cell('Qté'), cell('Montant')],
    [cell('Tapis Azilal en laine naturelle, noué à la main'), amount('1'), amount('2 100,00')],
  ],
}

test('a table wraps each cell in its own column, amounts on the first line', () => {
  const lines = linesOf(goods)
  expect(textsOf(lines)).toEqual([
    ['Désignation', 'Qté', 'Montant'],
    ['Tapis Azilal en laine', '1', '2 100,00'],
    ['naturelle, noué à la main'],
  ])
  expect(lines.map((line) => line.map((part) => part.bold))).toEqual([
    [true, true, true],
    [false, false, false],
    [false],
  ])
  // Right sides of a column stand under each other.
  expect(lines.slice(0, 2).map((line) => line.map(({ x, anchor }) => [anchor, x]))).toEqual([
    [
      ['left', 0],
      ['right', 408],
      ['right', 576],
    ],
    [
      ['left', 0],
      ['right', 408],
      ['right', 576],
    ],
  ])
})

test('on narrow paper columns give way to amounts, then stand under each other', () => {
  expect(textsOf(linesOf(goods, 240)).slice(0, 3)).toEqual([
    ['Désigna', 'Qté', 'Montant'],
    ['tion'],
    ['Tapis', '1', '2 100,00'],
  ])
  const lines = linesOf(goods, 108)
  expect(lines.every((line) => line.length === 1)).toBe(true)
  expect(textsOf(lines).flat()).toContain('2 100,00')
})

test('a row with more cells than columns prints all of them', () => {
  const lines = linesOf({ ...goods, rows: [[cell('a'), cell('b'), cell('c'), cell('d')]] })
  expect(textsOf(lines).flat()).toEqual(['a', 'b', 'c', 'd'])
})

test('a row keeps its amount whole beside the first line of a long name, or below it', () => {
  const long = { type: 'row', left: cell('tapis '.repeat(67).trim()), right: amount('1 234,50') } as const
  const lines = linesOf(long)
  expect(textsOf(lines)[0]?.[1]).toBe('1 234,50')
  expect(textsOf(lines).flat().join(' ')).toBe(
    `${'tapis '.repeat(6).trim()} 1 234,50 ${'tapis '.repeat(61).trim()}`,
  )
  const unbroken = linesOf({ ...long, left: cell('x'.repeat(400)) })
  expect(textsOf(unbroken).at(-1)).toEqual(['1 234,50'])
})

const words = fc.string({ unit: fc.constantFrom('a', 'ب', 'é', '7', ' '), maxLength: 60 })
const money = fc.integer({ min: 0, max: 99_999_999 }).map((n) => `\u2066${n} 234,50\u2069`)
const cells = fc.record({
  text: fc.oneof(words, money),
  direction: fc.constantFrom('ltr' as const, 'rtl' as const),
})
const tables = fc
  .tuple(
    fc.array(
      fc.record({
        share: fc.integer({ min: 1, max: 9 }),
        side: fc.constantFrom('left' as const, 'right' as const),
      }),
      {
        minLength: 1,
        maxLength: 5,
      },
    ),
    fc.array(fc.array(cells, { maxLength: 5 }), { maxLength: 5 }),
    fc.boolean(),
  )
  .map(([columns, rows, head]): Table => ({ type: 'table', columns, rows, head }))

test('of any table nothing is lost, nothing overlaps, and no amount that fits the paper is broken', () => {
  fc.assert(
    fc.property(tables, fc.constantFrom(240, 384, 576), (table, width) => {
      const lines = linesOf(table, width)
      const letters = (texts: readonly string[]) => [...texts.join('').replace(/\s/g, '')].sort().join('')
      const parts = lines.flat()
      expect(letters(parts.map((part) => bare(part.text)))).toBe(
        letters(table.rows.flat().map((each) => bare(each.text))),
      )
      for (const each of table.rows.flat())
        for (const whole of each.text.match(/\u2066[^\u2069]*\u2069/g) ?? [])
          if (face.measure(whole, { direction: 'ltr', bold: false, size: 1 }) <= width)
            expect(
              parts.some((part) => part.text.includes(whole)),
              whole,
            ).toBe(true)
      for (const line of lines) {
        let end = -12
        for (const part of line) {
          const wide = face.measure(part.text, part)
          const from = part.anchor === 'left' ? part.x : part.x - wide
          expect(from).toBeGreaterThanOrEqual(end + 12)
          end = from + wide
        }
        expect(end).toBeLessThanOrEqual(width)
      }
    }),
    { numRuns: 1_000 },
  )
})
