import fc from 'fast-check'
import { expect, test } from 'vitest'
import { itemSchema } from '../../contract/command-schema.ts'
import { formatData } from '../../money/format.ts'
import { demoShop } from '../demo-shop.data.ts'
import type { CatalogueItem } from '../item.ts'
import { parseCatalogue } from './parse-catalogue.ts'
import { fieldNames } from './raw-items.ts'

const share = (item: CatalogueItem) => (item.owner === null ? '' : String(item.owner.sharePpm / 1_000_000))
const asFields = (item: CatalogueItem): Record<(typeof fieldNames)[number], string> => ({
  sku: item.sku,
  name_ar: item.name.ar ?? '',
  name_fr: item.name.fr ?? '',
  name_en: item.name.en ?? '',
  price: formatData(item.price),
  vat: item.vat,
  exemption: item.exemption ?? '',
  stock: String(item.stock),
  unique: item.unique ? 'oui' : '',
  floor: item.floor === null ? '' : formatData(item.floor),
  owner: item.owner?.owner ?? '',
  share: share(item),
  barcodes: item.barcodes.join(' '),
  category: item.category ?? '',
  maker: item.maker ?? '',
  village: item.village ?? '',
  weight_grams: String(item.shipping?.weightGrams ?? ''),
  length_mm: String(item.shipping?.sizeMillimetres?.length ?? ''),
  width_mm: String(item.shipping?.sizeMillimetres?.width ?? ''),
  height_mm: String(item.shipping?.sizeMillimetres?.height ?? ''),
})
const asCsv = (items: readonly CatalogueItem[], separator: string): string =>
  [
    fieldNames.join(separator),
    ...items.map((item) =>
      fieldNames.map((name) => `"${asFields(item)[name].replaceAll('"', '""')}"`).join(separator),
    ),
  ].join('\r\n')

test('the demo shop written as CSV or JSON comes back as it was', () => {
  const { items } = demoShop
  for (const separator of [';', ',', '\t']) {
    expect(parseCatalogue(`\ufeff${asCsv(items, separator)}\r\n`, 'csv')).toEqual({ ok: true, value: items })
  }
  const objects = items.map((item) => ({
    sku: item.sku,
    name: item.name,
    price: formatData(item.price),
    vat: item.vat,
    stock: item.stock,
    unique: item.unique,
    floor: item.floor === null ? null : formatData(item.floor),
    ...(item.owner === null ? {} : { owner: item.owner.owner, share: share(item) }),
    barcodes: item.barcodes,
    category: item.category,
    maker: item.maker,
    village: item.village,
  }))
  expect(parseCatalogue(JSON.stringify(objects), 'json')).toEqual({ ok: true, value: items })
  expect(parseCatalogue(JSON.stringify({ items: objects }, null, 2), 'json')).toEqual({
    ok: true,
    value: items,
  })
  expect(parseCatalogue(objects.map((each) => JSON.stringify(each)).join('\n'), 'jsonl')).toEqual({
    ok: true,
    value: items,
  })
})

test('weight and size for shipping come back, either alone; what is not measured is not there', () => {
  const [bowl] = demoShop.items
  if (bowl === undefined) throw new Error('the demo shop is empty')
  const size = { length: 1200, width: 300, height: 300 }
  const measured = [
    { ...bowl, shipping: { weightGrams: 9400, sizeMillimetres: size } },
    { ...bowl, sku: 'B', barcodes: [], shipping: { weightGrams: 450, sizeMillimetres: null } },
    { ...bowl, sku: 'C', barcodes: [], shipping: { weightGrams: null, sizeMillimetres: size } },
    { ...bowl, sku: 'D', barcodes: [] },
  ] as CatalogueItem[]
  const parsed = parseCatalogue(asCsv(measured, ';'), 'csv')
  expect(parsed).toEqual({ ok: true, value: measured })
  for (const item of measured) expect(itemSchema.parse(item)).toEqual(item)
  const json = '[{"sku":"A","name":{"fr":"Bol"},"price":"5","vat":20,"weight_grams":450}]'
  expect(parseCatalogue(json, 'json')).toMatchObject({
    value: [{ shipping: { weightGrams: 450, sizeMillimetres: null } }],
  })
})

test('whatever is accepted passes the till’s door, whatever is refused names a place inside the file', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      '1',
      '0',
      '-1',
      '12.5',
      '12.555',
      '20',
      'exempt',
      'oui',
      'A',
      'B',
      '0.7',
      '1e3',
      '\u0007',
      '١٢',
    ),
    fc.string({ maxLength: 90 }),
  )
  const row = fc.array(cell, { minLength: fieldNames.length, maxLength: fieldNames.length })
  fc.assert(
    fc.property(fc.array(row, { maxLength: 4 }), (rows) => {
      const lines = rows.map((each) => each.map((text) => `"${text.replaceAll('"', '""')}"`).join(';'))
      const text = [fieldNames.join(';'), ...lines].join('\n')
      const parsed = parseCatalogue(text, 'csv')
      if (parsed.ok) for (const item of parsed.value) expect(itemSchema.safeParse(item).error).toBeUndefined()
      else {
        const physical = text.split(/\r\n|\r|\n/)
        expect(parsed.error.line).toBeGreaterThanOrEqual(1)
        expect(parsed.error.line).toBeLessThanOrEqual(physical.length)
        expect(parsed.error.column).toBeLessThanOrEqual((physical[parsed.error.line - 1]?.length ?? 0) + 1)
      }
    }),
    { numRuns: 500 },
  )
})

test('rates of another country, and why an article is exempt', () => {
  const csv = 'sku;name_fr;price;vat;exemption\nA;Livre;5;5,5 %;\nB;Dattes;5;exempt;DATES\nC;Tapis;5;exempt;'
  const parsed = parseCatalogue(csv, 'csv')
  const read = parsed.ok ? parsed.value.map(({ vat, exemption }) => [vat, exemption]) : parsed.error
  expect(read).toEqual([
    ['5.5', undefined],
    ['exempt', 'dates'],
    ['exempt', undefined],
  ])
})

const head = 'sku;name_fr;price;vat'
test.each([
  ['price below zero', `${head}\nA;Bol;-5;20`, 2, 7, 'price: below zero'],
  ['too many decimals', `${head}\nA;Bol;5.005;20`, 2, 7, 'price: more than two decimals'],
  ['no price', `${head}\nA;Bol;;20`, 2, 7, 'price: missing'],
  ['price in words', `${head}\nA;Bol;cher;20`, 2, 7, 'price: not an amount of dirhams'],
  ['bad vat', `${head}\nA;Bol;5;19`, 2, 9, 'vat: must be 20, 10, 5.5, 2.1, 0 or exempt'],
  [
    'unknown exemption',
    `${head};exemption\nA;Tapis;5;exempt;rugs`,
    2,
    18,
    'exemption: must be one of handmadeCarpets, oliveOil, butter, dates, other',
  ],
  [
    'exemption of taxed goods',
    `${head};exemption\nA;Bol;5;20;other`,
    2,
    12,
    'exemption: the item is not exempt',
  ],
  ['no name', `${head}\nA;;5;20`, 2, 1, 'name: missing in every language'],
  ['sku twice', `${head}\nA;Bol;5;20\nB;Plat;5;20\nA;Vase;6;20`, 4, 1, 'sku: A stands already on line 2'],
  ['no sku', `${head}\n;Bol;5;20`, 2, 1, 'sku: missing'],
  ['a field too few', `${head}\nA;Bol;5`, 2, 7, '3 fields where the header has 4'],
  ['a field too many', `${head}\nA;Bol;5;20;9`, 2, 12, '5 fields where the header has 4'],
  ['missing column', 'sku;name_fr;price\nA;Bol;5', 1, 1, 'column vat is missing'],
  ['doubled column', `${head};sku\n`, 1, 23, 'column sku stands twice'],
  ['empty', '', 1, 1, 'the file is empty'],
  ['not UTF-8', `${head}\nA;Th\ufffdi\ufffdre;5;20`, 2, 3, 'name_fr: a character that cannot be printed'],
  ['floor above price', `${head};floor\nA;Bol;5;20;6`, 2, 12, 'floor: above the price'],
  ['share without owner', `${head};share\nA;Bol;5;20;0.5`, 2, 12, 'share: there is no owner'],
  ['owner without share', `${head};owner\nA;Bol;5;20;Ali`, 2, 12, 'share: missing beside an owner'],
  [
    'share above one',
    `${head};owner;share\nA;Bol;5;20;Ali;1.5`,
    2,
    16,
    'share: must be from 0 to 1, with six decimals at most',
  ],
  ['two of a piece', `${head};unique;stock\nA;Bol;5;20;oui;2`, 2, 16, 'stock: must be from 0 to 1'],
  ['half a thing', `${head};stock\nA;Bol;5;20;1.5`, 2, 12, 'stock: not a whole number'],
  ['weighs nothing', `${head};weight_grams\nA;Bol;5;20;0`, 2, 12, 'weight_grams: must be from 1 to 100000'],
  ['weighs half a gram', `${head};weight_grams\nA;Bol;5;20;0.5`, 2, 12, 'weight_grams: not a whole number'],
  [
    'longer than any carpet',
    `${head};length_mm;width_mm;height_mm\nA;Bol;5;20;10001;1;1`,
    2,
    12,
    'length_mm: must be from 1 to 10000',
  ],
  [
    'two sides of three',
    `${head};length_mm;width_mm;height_mm\nA;Bol;5;20;;7;9`,
    2,
    13,
    'length_mm: missing beside the other sides',
  ],
  ['a sku of the till’s own', `${head}\n@shipping;Bol;5;20`, 2, 1, 'sku: may not begin with @'],
  [
    'barcode of another',
    `${head};barcodes\nA;Bol;5;20;611\nB;Plat;5;20;611`,
    3,
    13,
    'barcodes: 611 stands already on line 2',
  ],
])('CSV: %s', (_, text, line, column, reason) => {
  expect(parseCatalogue(text, 'csv')).toEqual({ ok: false, error: { line, column, reason } })
})

test('an unknown column is named with those that exist', () => {
  const parsed = parseCatalogue('sku;prix;vat\nA;5;20', 'csv')
  expect(!parsed.ok && parsed.error).toMatchObject({ line: 1, column: 5 })
  expect(!parsed.ok && parsed.error.reason).toContain('“prix”')
  expect(!parsed.ok && parsed.error.reason).toContain('price')
})

test('JSON and JSONL troubles stand on their own line', () => {
  expect(
    parseCatalogue('[\n {"sku":"A","name":{"fr":"Bol"},\n  "price":"1.234","vat":"20"}]', 'json'),
  ).toEqual({
    ok: false,
    error: { line: 3, column: 11, reason: 'price: more than two decimals' },
  })
  const good = '{"sku":"A","name":{"ar":"زلافة"},"price":"60.00","vat":"20"}'
  expect(parseCatalogue(`${good}\n\n{"sku":}`, 'jsonl')).toEqual({
    ok: false,
    error: { line: 3, column: 8, reason: 'this is not JSON' },
  })
  expect(parseCatalogue('{"sku":"A"}', 'json')).toMatchObject({ ok: false, error: { line: 1, column: 1 } })
  expect(parseCatalogue('[{"sku":"A","colour":"red"}]', 'json')).toMatchObject({
    ok: false,
    error: { column: 13 },
  })
})

test('a number in JSON is read by its digits, never as a float', () => {
  const parsed = parseCatalogue('[{"sku":"A","name":{"fr":"Bol"},"price":1200.10,"vat":20}]', 'json')
  expect(parsed.ok && parsed.value[0]?.price).toBe(120_010)
})
