import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inkLine, measureInk } from './ink.node.ts'
import type { PlacedText } from './placed.ts'
import { inkBytes, type Strip } from './strip.ts'
import { visualRuns } from './visual-runs.ts'

const ltr = (text: string) => `\u2066${text}\u2069`
const any = (text: string) => `\u2068${text}\u2069`
const shown = (text: string, direction: 'ltr' | 'rtl') => visualRuns(text, direction).map((run) => run.text)

test.each([
  ['a French label and its Arabic', `Total  ${any('المجموع')}`, 'ltr', ['Total  ', 'المجموع']],
  ['an Arabic label and its French', `المجموع  ${any('Total')}`, 'rtl', ['Total', 'المجموع  ']],
  [
    'quantity, word and rate',
    `${ltr('2 × 180,00')} (ض.ق.م ${ltr('20 %')})`,
    'rtl',
    [')', '20 %', ' (ض.ق.م ', '2 × 180,00'],
  ],
  ['an isolate in an isolate', `a ${any(`ب ${ltr('1')} ج`)} z`, 'ltr', ['a ', ' ج', '1', 'ب ', ' z']],
  ['Latin outside an Arabic line is not certain', 'المجموع MAD', 'rtl', ['المجموع MAD']],
  ['figures outside an Arabic line are not certain', 'المادة 91', 'rtl', ['المادة 91']],
  ['Arabic outside a French line is not certain', `زربية 2 ${ltr('3')}`, 'ltr', [`زربية 2 ${ltr('3')}`]],
  ['marks of direction are not certain', 'a\u200fb', 'ltr', ['a\u200fb']],
  ['an isolate left open is not certain', 'a \u2068b', 'ltr', ['a \u2068b']],
] as const)('%s', (_name, text, direction, runs) => {
  expect(shown(text, direction)).toEqual(runs)
})

test('whatever the text, all of it is in the runs', () => {
  const piece = fc.oneof(
    fc.string({
      unit: fc.constantFrom('a', 'ب', '7', ' ', '(', '-', '\u2066', '\u2067', '\u2068', '\u2069'),
      maxLength: 12,
    }),
    fc.string({ unit: fc.constantFrom('b', 'ت', ' '), maxLength: 6 }).map(any),
  )
  const bare = (text: string) => [...text.replace(/[\u2066-\u2069]/g, '')].sort().join('')
  fc.assert(
    fc.property(fc.array(piece), fc.constantFrom('ltr' as const, 'rtl' as const), (pieces, direction) => {
      const text = pieces.join('')
      expect(bare(shown(text, direction).join(''))).toBe(bare(text))
    }),
    { numRuns: 2_000 },
  )
})

/**
 * The judge is the canvas, which orders a whole text by itself: runs set beside each other must look like it. Words stand
 * apart, so the two pictures are compared by where there is ink, in bytes of eight dots.
 */
test.each([
  [`Total  ${any('المجموع')}`, 'ltr'],
  [`المجموع  ${any('Total')}`, 'rtl'],
  [`${ltr('2 × 180,00')} للقطعة (ض.ق.م ${ltr('20 %')})`, 'rtl'],
  [`الثمن المعروض ${ltr('2 400,00')} · تخفيض ${ltr('-300,00')}`, 'rtl'],
  [`HT ${ltr('20 %')}  ${any('دون الضريبة')}`, 'ltr'],
] as const)('%s stands as the canvas orders it', (text, direction) => {
  const style = { direction, bold: false, size: 1 } as const
  const whole = inkLine([{ text, ...style, anchor: 'left', x: 8 }], 576)
  let x = 8
  const parts = visualRuns(text, direction).map((run): PlacedText => {
    const part: PlacedText = { ...style, ...run, anchor: 'left', x }
    x += measureInk(run.text, part)
    return part
  })
  expect(parts.length).toBeGreaterThan(1)
  const apart = inkLine(parts, 576)
  const [a, b] = [columnInk(whole), columnInk(apart)]
  const same = a.reduce((sum, ink, i) => sum + Math.min(ink, b[i] ?? 0), 0)
  const all = a.reduce((sum, ink, i) => sum + Math.max(ink, b[i] ?? 0), 0)
  expect(same / all).toBeGreaterThan(0.8)
  expect(Math.abs((inkBytes(whole)?.last ?? 0) - (inkBytes(apart)?.last ?? 0))).toBeLessThanOrEqual(1)
})

/** Ink of each eight columns, blurred over its neighbours. */
function columnInk({ bytesPerRow, rows, data }: Strip): readonly number[] {
  const ink = Array.from({ length: bytesPerRow }, (_, x) => {
    let sum = 0
    for (let y = 0; y < rows; y++)
      for (let bits = data[y * bytesPerRow + x] ?? 0; bits > 0; bits >>= 1) sum += bits & 1
    return sum
  })
  return ink.map((_, x) => (ink[x - 1] ?? 0) + (ink[x] ?? 0) + (ink[x + 1] ?? 0))
}
