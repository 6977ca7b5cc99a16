import { expect, test } from 'vitest'
import type { Label } from './label.ts'
import { labelRoll, mostOnRoll } from './label-roll.ts'

const label: Label = {
  names: [
    { text: 'Tapis Azilal', direction: 'ltr' },
    { text: 'زربية أزيلال', direction: 'rtl' },
  ],
  price: '\u20664\u00a0500,00\u2069',
  currency: { text: 'DH', direction: 'ltr' },
  notes: [{ text: 'Fatima', direction: 'ltr' }],
  code: { symbology: 'ean13', data: '2000000010014' },
}

test('each label is a paper of its own: names, price, code, cut', () => {
  const { blocks, language } = labelRoll([{ label, count: 1 }], 'fr')
  expect(language).toBe('fr')
  expect(blocks).toEqual([
    {
      type: 'text',
      cell: { text: 'Tapis Azilal', direction: 'ltr', style: { bold: true } },
      align: 'center',
    },
    { type: 'text', cell: { text: 'زربية أزيلال', direction: 'rtl' }, align: 'center' },
    { type: 'text', cell: { text: 'Fatima', direction: 'ltr' }, align: 'center' },
    {
      type: 'text',
      cell: { text: '\u20664\u00a0500,00\u2069 DH', direction: 'ltr', style: { bold: true, size: 2 } },
      align: 'center',
    },
    { type: 'space', lines: 1 },
    { type: 'barcode', symbology: 'ean13', data: '2000000010014', text: true },
    { type: 'cut' },
  ])
})

test('as many as were counted, with a cut between', () => {
  const { blocks } = labelRoll(
    [
      { label, count: 3 },
      { label, count: 2 },
    ],
    'ar',
  )
  expect(blocks.filter(({ type }) => type === 'cut')).toHaveLength(5)
  expect(blocks.at(-1)).toEqual({ type: 'cut' })
})

test('a QR has its text below it; a sku that no code can say is left to be read', () => {
  const coded = (data: string) =>
    labelRoll([{ label: { ...label, code: { symbology: 'qr', data } }, count: 1 }], 'fr').blocks.slice(-3)
  const text = (data: string) => ({ type: 'text', cell: { text: data, direction: 'ltr' }, align: 'center' })
  expect(coded('ATELIER-1')).toEqual([{ type: 'qr', data: 'ATELIER-1' }, text('ATELIER-1'), { type: 'cut' }])
  expect(coded('زربية')).toEqual([{ type: 'space', lines: 1 }, text('زربية'), { type: 'cut' }])
})

test('a strip is bounded', () => {
  expect(() => labelRoll([{ label, count: mostOnRoll + 1 }], 'fr')).toThrow(RangeError)
  expect(labelRoll([{ label, count: mostOnRoll }], 'fr').blocks).toHaveLength(mostOnRoll * 7)
})
