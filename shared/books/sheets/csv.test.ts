import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvHeader, csvLine } from './csv.ts'
import type { ColumnKind } from './sheet.ts'

/** Reads one record by code of its own, as RFC 4180 has it. */
function cellsOf(line: string): readonly string[] {
  const cells: string[] = []
  let at = 0
  while (at <= line.length) {
    if (line[at] === '"') {
      let text = ''
      for (at += 1; !(line[at] === '"' && line[at + 1] !== '"'); at += line[at] === '"' ? 2 : 1)
        text += line[at]
      cells.push(text)
      at += 2
    } else {
      const end = line.indexOf(';', at)
      cells.push(line.slice(at, end < 0 ? undefined : end))
      at = end < 0 ? line.length + 1 : end + 1
    }
  }
  return cells
}

const record = (text: string): string => {
  expect(text.endsWith('\r\n')).toBe(true)
  return text.slice(0, -2)
}

test('whatever words hold, another reader gets them back, and none is a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 5 }), (words) => {
      const read = cellsOf(
        record(
          csvLine(
            words.map((): ColumnKind => 'text'),
            words,
          ),
        ),
      )
      expect(read).toEqual(words.map((word) => (/^[=+\-@\t\r]/.test(word) ? `'${word}` : word)))
      for (const cell of read) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
    }),
  )
})

test.each(['=1+1', '+212 5', '-10 %', '@cmd', '\tx', '\rx'])('%j is shown, not run', (word) => {
  expect(cellsOf(record(csvLine(['text', 'text'], [word, 'end'])))).toEqual([`'${word}`, 'end'])
})

test('amounts to the centime with a comma, whole and negative; nothing where there is nothing', () => {
  const kinds: readonly ColumnKind[] = [
    'amount',
    'amount',
    'amount',
    'rate',
    'number',
    'day',
    'moment',
    'text',
  ]
  const row = [123_456, -5, 0, 2000, -3, '2026-11-27', '2026-11-27T18:46:03', null]
  expect(record(csvLine(kinds, row))).toBe('1234,56;-0,05;0,00;20,00;-3;2026-11-27;2026-11-27 18:46:03;')
})

test('no amount loses a centime', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (minor) => {
      const text = record(csvLine(['amount'], [minor]))
      expect(text).toMatch(/^-?\d+,\d\d$/)
      expect(BigInt(text.replace(',', ''))).toBe(BigInt(minor))
    }),
  )
})

test('heads are words, too', () => {
  expect(csvHeader(['Z n°', 'a;b'])).toBe('Z n°;"a;b"\r\n')
})
