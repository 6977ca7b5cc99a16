import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inkLine } from '../layout/ink.node.ts'
import type { PlacedText } from '../layout/placed.ts'
import { dotColumns, lineEm } from './dot-columns.ts'

const part = (text: string, x = 560): PlacedText => ({
  text,
  direction: 'rtl',
  bold: false,
  size: 1,
  anchor: 'right',
  x,
})
const ones = (bytes: Uint8Array) =>
  bytes.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0)

test.each(['المجموع', 'التاريخ', 'نقدا', 'ض.ق.م', 'الباقي', 'دون الضريبة'])(
  '%s fits a line of text, every dot of it',
  (word) => {
    const columns = dotColumns([part(word)], 576)
    if (columns === null) throw new Error('too tall')
    const whole = inkLine([part(word)], 576, lineEm)
    const sent = columns.reduce((sum, { data }) => sum + ones(data), 0)
    // Breaking a real-time pair adds a dot; shrinking the few tall words loses some.
    expect(sent / ones(whole.data)).toBeGreaterThan(0.85)
    expect(columns.every(({ data }) => data.length % 3 === 0 && data.length > 0)).toBe(true)
  },
)

test('words far apart are sent without the white between them', () => {
  const columns = dotColumns([part('نقدا', 80), part('نقدا', 560)], 576)
  expect(columns?.length).toBeGreaterThanOrEqual(2)
  expect(columns?.reduce((sum, { data }) => sum + data.length, 0)).toBeLessThan(3 * 120)
})

test('letters too tall for a line are not cut', () => {
  expect(dotColumns([{ ...part('المجموع'), size: 2 }], 576)).toBeNull()
  expect(dotColumns([part('مُدَرِّسٌ'), part('غٍّ', 100)], 576)).toBeNull()
})

test('whatever is drawn, no column holds a real-time command', () => {
  const letters = fc.string({
    unit: fc.constantFrom('ا', 'ب', 'ج', 'د', 'ن', 'ي', ' '),
    minLength: 1,
    maxLength: 20,
  })
  fc.assert(
    fc.property(letters, (text) => {
      for (const { data } of dotColumns([part(text)], 576) ?? [])
        expect(Buffer.from(data).toString('hex').replace(/../g, '$& ')).not.toMatch(/10 (04|05|14)/)
    }),
    { numRuns: 50 },
  )
})
