import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { demoShop } from '../catalogue/demo-shop.data.ts'
import { internalEan13 } from '../catalogue/ean.ts'
import type { CatalogueItem } from '../catalogue/item.ts'
import type { Sku } from '../kernel/ids.ts'
import { labelSizes } from '../kernel/paper-kinds.ts'
import { code128Modules, labelCode } from './label-code.ts'
import { labelOf } from './label-of.ts'
import { labelMillimetres } from './label-size.ts'

const rug = demoShop.items.find(({ sku }) => sku === 'RUG-01') as CatalogueItem
const label = (item: Partial<CatalogueItem> = {}, receiptLanguage: 'fr' | 'ar' | 'en' | 'de' = 'fr') =>
  labelOf({ ...rug, ...item }, { receiptLanguage }, '50x30')
const textsOf = (cells: readonly { readonly text: string; readonly direction: string }[]) =>
  cells.map(({ text, direction }) => `${direction} ${text}`)

describe('names', () => {
  const [fr, ar, en] = [
    'ltr Tapis Azilal à losanges',
    'rtl زربية أزيلال بالمعيّنات',
    'ltr Azilal rug with lozenges',
  ]

  test.each([
    ['fr', [fr, ar]],
    ['ar', [ar, fr]],
    ['en', [en, ar]],
    ['de', [en, ar]],
  ] as const)('in the shop’s language first, %s', (language, names) => {
    expect(textsOf(label({}, language).names)).toEqual(names)
  })

  test('each once, and whatever there is', () => {
    expect(textsOf(label({ name: { fr: 'Kilim', ar: 'Kilim' } }).names)).toEqual(['ltr Kilim'])
    expect(textsOf(label({ name: { en: 'Kilim' } }).names)).toEqual(['ltr Kilim'])
    expect(textsOf(label({ name: { ar: 'حنبل' } }).names)).toEqual(['rtl حنبل'])
    expect(textsOf(label({ name: { fr: ' ', ar: '' } }).names)).toHaveLength(1)
    expect(textsOf(label({ name: {} }).names)).toEqual(['ltr RUG-01'])
  })

  test('carry no direction marks and no line breaks of their own', () => {
    expect(label({ name: { fr: 'Ta\npis \u202e4500\u2066' } }).names[0]?.text).toBe('Ta pis 4500')
  })
})

test('the price is what the law asks for: in dirhams, all taxes in, its figures in one piece', () => {
  expect(label()).toMatchObject({
    price: '\u20664\u00a0500,00\u2069',
    currency: { text: 'DH', direction: 'ltr' },
  })
  expect(label({}, 'ar').currency).toEqual({ text: 'درهم', direction: 'rtl' })
})

test('notes say who made it, where, and its stamp', () => {
  const stamps = { technique: '', materials: '', dimensions: '', stamps: 'N° 12-4567' }
  expect(textsOf(label({ details: stamps }).notes)).toEqual([
    'ltr \u2068Fatima Aït Hamou\u2069 · \u2068Azilal\u2069',
    'ltr N° 12-4567',
  ])
  expect(textsOf(label({ maker: 'فاطمة', village: null }).notes)).toEqual(['rtl \u2068فاطمة\u2069'])
  expect(label({ maker: null, village: '' }).notes).toEqual([])
})

describe('the code', () => {
  const coded = (sku: string, barcodes: readonly string[] = []) => ({ sku: sku as Sku, barcodes })

  test('is the first EAN-13 that is one', () => {
    const codes = ['RUG', '4006381333932', '4006381333931', internalEan13(7)]
    expect(labelCode(coded('A', codes), '40x20')).toEqual({ symbology: 'ean13', data: '4006381333931' })
  })

  test('is the sku without one, in bars where they are wide enough', () => {
    const sku = 'COP-02-GRAND'
    expect(labelSizes.map((size) => labelCode(coded(sku), size).symbology)).toEqual([
      'code128',
      'qr',
      'code128',
      'code128',
    ])
  })

  test('is a QR for a sku that bars cannot say', () => {
    expect(labelCode(coded('زربية'), '100x50')).toEqual({ symbology: 'qr', data: 'زربية' })
    expect(labelCode(coded('x'.repeat(49)), '100x50').symbology).toBe('qr')
  })

  test('bars that were chosen are never narrower than a quarter of a millimetre', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ -~]{1,60}$/), fc.constantFrom(...labelSizes), (sku, size) => {
        const { symbology } = labelCode(coded(sku), size)
        if (symbology === 'code128')
          expect(labelMillimetres(size).width / code128Modules(sku)).toBeGreaterThanOrEqual(0.25)
      }),
    )
  })
})
