import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { nameMissing } from './fonts.node.ts'
import { inkLine, measureInk } from './ink.node.ts'
import type { PlacedText } from './placed.ts'
import { cropColumns, type Strip } from './strip.ts'
import { coveredCodePoints } from './woff-cmap.ts'

const width = 576
const part = (
  text: string,
  direction: PlacedText['direction'],
  more: Partial<PlacedText> = {},
): PlacedText => ({
  text,
  direction,
  bold: false,
  size: 1,
  anchor: direction === 'rtl' ? 'right' : 'left',
  x: direction === 'rtl' ? width : 0,
  ...more,
})

const dot = (strip: Strip, x: number, y: number): boolean =>
  ((strip.data[y * strip.bytesPerRow + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0

/** Each dot column that has ink, as a text of its rows from the first inked to the last: position does not matter. */
function columnsOf(strip: Strip): readonly string[] {
  const columns = Array.from({ length: width }, (_, x) =>
    Array.from({ length: strip.rows }, (_row, y) => (dot(strip, x, y) ? '#' : '.')).join(''),
  )
  return columns.map((column) => column.replace(/^\.+|\.+$/g, ''))
}

/** Columns without the white at both ends. */
function inked(strip: Strip): readonly string[] {
  const columns = columnsOf(strip)
  const first = columns.findIndex((column) => column !== '')
  const last = columns.findLastIndex((column) => column !== '')
  return columns.slice(first, last + 1)
}

const contains = (all: readonly string[], some: readonly string[]): boolean =>
  all.some((_, at) => some.every((column, i) => all[at + i] === column))

test.each(['1 234,50', '-12,50', '0523-45-67-89', '2 × 180,00'])(
  'in an Arabic line, %s stands as it stands alone',
  (amount) => {
    // Drawn alone in the size of Arabic lines, so that the dots can be compared.
    const alone = inked(inkLine([part(`\u2066${amount}\u2069`, 'rtl')], width))
    const within = inkLine([part(`المجموع \u2066${amount}\u2069`, 'rtl')], width)
    // The amount is the left end of the line; it may start between two dots, so a few of them differ.
    const widthAlone = alone.length
    const first = columnsOf(within).findIndex((column) => column !== '')
    const at = inkedAt(within, first, widthAlone)
    expect(similar(at, alone)).toBeGreaterThan(0.8)
    // The measure can tell: without isolates the same line reads otherwise, and looks less like it.
    if (amount.includes('×')) return
    const plain = inkLine([part(`المجموع ${amount}`, 'rtl')], width)
    const start = columnsOf(plain).findIndex((column) => column !== '')
    expect(similar(inkedAt(plain, start, widthAlone), alone)).toBeLessThan(0.8)
  },
)

const inkedAt = (strip: Strip, first: number, count: number): readonly string[] =>
  columnsOf(strip).slice(first, first + count)

/** How far two pictures agree in where their ink is, column by column, [0, 1]: best of a few dots' shift, blurred. */
function similar(a: readonly string[], b: readonly string[]): number {
  const ink = (of: readonly string[], x: number) =>
    [x - 1, x, x + 1].reduce((sum, at) => sum + (of[at] ?? '').replace(/\./g, '').length, 0)
  const agreement = [-3, -2, -1, 0, 1, 2, 3].map((shift) => {
    let same = 0
    let total = 0
    for (let x = 0; x < Math.max(a.length, b.length); x++) {
      same += Math.min(ink(a, x + shift), ink(b, x))
      total += Math.max(ink(a, x + shift), ink(b, x))
    }
    return total === 0 ? 1 : same / total
  })
  return Math.max(...agreement)
}

test('Arabic letters join: a word is one shape, its letters apart are several', () => {
  const gaps = (strip: Strip): number => {
    const columns = inked(strip)
    return columns.filter((column, x) => column === '' && columns[x - 1] !== '').length
  }
  expect(gaps(inkLine([part('بيت', 'rtl')], width))).toBe(0)
  expect(gaps(inkLine([part('ب\u200cي\u200cت', 'rtl')], width))).toBe(2)
})

test('Arabic runs from the right: its first letter is rightmost', () => {
  const alef = inked(inkLine([part('ا', 'rtl')], width))
  const word = inked(inkLine([part('ا س', 'rtl')], width))
  expect(contains(word.slice(-alef.length), alef)).toBe(true)
})

test('both sides of a row stand at the edges', () => {
  const strip = inkLine([part('Total', 'ltr'), part('1,00', 'ltr', { anchor: 'right', x: width })], width)
  const columns = columnsOf(strip)
  expect(columns.findIndex((column) => column !== '')).toBeLessThan(4)
  expect(columns.findLastIndex((column) => column !== '')).toBeGreaterThan(width - 4)
})

test('bold and double size take more room', () => {
  const plain = { direction: 'ltr', bold: false, size: 1 } as const
  expect(measureInk('Total', { ...plain, bold: true })).toBeGreaterThan(measureInk('Total', plain))
  expect(measureInk('Total', { ...plain, size: 2 })).toBeGreaterThan(1.9 * measureInk('Total', plain))
})

test('the width of bold letters is not taken for that of others', () => {
  const style = { direction: 'ltr', bold: false, size: 1 } as const
  expect(measureInk('onjour', { ...style, bold: true })).toBeLessThan(measureInk('bonjour', style))
})

test('the same line is drawn once and stays bounded', () => {
  const first = inkLine([part('once', 'ltr')], width)
  expect(inkLine([part('once', 'ltr')], width)).toBe(first)
  for (let i = 0; i < 600; i++) inkLine([part(`line ${i}`, 'ltr')], 96)
  const again = inkLine([part('once', 'ltr')], width)
  expect(again).not.toBe(first)
  expect(again).toEqual(first)
})

test('a character that no font has is written by name', () => {
  expect(nameMissing('Vase 😀 न')).toBe('Vase \u2066[U+1F600]\u2069 \u2066[U+0928]\u2069')
  for (const text of ['Fès, Œuvre, ğ, Ελλάς, Москва', 'زربية أزيلال', 'ⵜⵉⵣⵔⵣⴰⵢ', '\u20661\u202f234,50\u2069'])
    expect(nameMissing(text)).toBe(text)
})

test('the font reader finds what a font has, and refuses what is no font', () => {
  const file = createRequire(import.meta.url).resolve(
    '@fontsource/noto-sans-tifinagh/files/noto-sans-tifinagh-tifinagh-400-normal.woff',
  )
  const covered = coveredCodePoints(readFileSync(file))
  expect(covered.has(0x2d30)).toBe(true)
  expect(covered.has(0x4e2d)).toBe(false)
  expect(() => coveredCodePoints(new Uint8Array(64))).toThrow(RangeError)
})

test('cropping a drawn line keeps all of it', () => {
  const strip = inkLine([part('زربية', 'rtl')], width)
  const cropped = cropColumns(strip, 'right')
  expect(cropped.bytesPerRow).toBeLessThan(20)
  const black = ({ data }: Strip) =>
    data.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0)
  expect(black(cropped)).toBe(black(strip))
})
