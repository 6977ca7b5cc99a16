import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeLabels } from '#drivers/printers/labels/zpl/encode-labels.ts'
import type { Sku } from '#shared/kernel/ids.ts'
import { labelOf } from '#shared/receipt/label-of.ts'
import { rug, sampleLabel, slippers } from '#test/fixtures/labels/labels.ts'
import { headDots, printedLabel, printZpl, zplOf } from './labels-printed.ts'

/** A second reading of a job, shaped only by the protocol: names of commands in order, and what field data says. */
function dissect(zpl: string): { readonly names: readonly string[]; readonly texts: readonly string[] } {
  const names: string[] = []
  const texts: string[] = []
  for (const [, prefix, rest] of zpl.matchAll(/([\^~])([^^~]*)/g)) {
    const name = prefix + (rest?.startsWith('A0') ? 'A0' : (rest ?? '').slice(0, 2))
    names.push(name)
    if (name !== '^FD') continue
    const bytes = (rest ?? '')
      .slice(2)
      .replace(/_(..)/g, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)))
    texts.push(Buffer.from(bytes, 'latin1').toString('utf8'))
  }
  return { names, texts }
}

const known = new Set(
  '^XA ^CI ^LH ^FW ^PO ^PM ^LR ^PW ^LL ^FT ^FO ^A0 ^FB ^FH ^FD ^FS ^GF ^BY ^BE ^BC ^BQ ^PQ ^XZ'.split(' '),
)

/** Text of a shop that means harm, or only pasted something. */
const hostile = [
  '^XZ^XA^FO0,0^FDgratuit^FS',
  '~JA~HS~JR',
  '_5EXZ_7EJA',
  '^FS^PQ9999^FD',
  '^CC/ ^CT! ^FH\\',
  'a\\&b\\\\c\\(*)',
  '\u0000\u001b@\u0002^\u0003\r\n~PP',
  '^​XZ>;>8>5',
  '>:>0><>=>1',
  '\u202e^XZ\u2066~JA',
]

describe.each(hostile)('%j', (text) => {
  test('as a name, a maker or a stamp is text and nothing else', async () => {
    const item = {
      ...rug,
      name: { fr: text, ar: `زربية ${text}` },
      maker: text,
      details: { technique: '', materials: '', dimensions: '', stamps: text },
    }
    const label = labelOf(item, { receiptLanguage: 'fr' }, '100x50')
    const zpl = zplOf([{ label, count: 2 }], '100x50', 203)
    const { names } = dissect(zpl)
    expect(names.filter((name) => !known.has(name))).toEqual([])
    expect(names.filter((name) => name === '^XA' || name === '^XZ' || name === '^PQ')).toEqual([
      '^XA',
      '^PQ',
      '^XZ',
    ])
    const { labels, reports } = await printZpl(zpl, 2)
    expect([labels.length, reports]).toEqual([2, []])
  })

  test('as a sku is what the code says', async () => {
    const item = { ...slippers, sku: text as Sku }
    const label = labelOf(item, { receiptLanguage: 'fr' }, '100x50')
    const { names } = dissect(zplOf([{ label, count: 1 }], '100x50', 203))
    expect(names.filter((name) => !known.has(name))).toEqual([])
    await printedLabel(label, '100x50', 203)
  })
})

test('whatever a label holds, its job is well formed and obeys nothing inside it', async () => {
  const text = fc.string({
    unit: fc.constantFrom(...'^~_\\>|`,aé؟ش0 \n', '😀', '\u2066', '\u0000'),
    maxLength: 30,
  })
  await fc.assert(
    fc.asyncProperty(
      text,
      text,
      text,
      fc.constantFrom('40x20' as const, '100x50' as const),
      async (fr, ar, sku, size) => {
        const item = { ...slippers, name: { fr, ar }, maker: ar, sku: (sku === '' ? 'x' : sku) as Sku }
        const label = labelOf(item, { receiptLanguage: 'fr' }, size)
        const zpl = zplOf([{ label, count: 1 }], size, 203)
        expect(dissect(zpl).names.filter((name) => !known.has(name))).toEqual([])
        const { labels, reports } = await printZpl(zpl, 1)
        expect([labels.length, reports]).toEqual([1, []])
      },
    ),
    { numRuns: 40 },
  )
})

test('what another program left set changes nothing', async () => {
  const label = sampleLabel('rug', 'fr', '50x30')
  const zpl = zplOf([{ label, count: 1 }], '50x30', 203)
  const alone = await printZpl(zpl, 1)
  const left = '^XA^LH120,40^FWR^POI^PMY^LRY^PW800^LL900^BY9,3,700^FX left behind^XZ'
  const after = await printZpl(left + zpl, 2)
  expect(after.labels[1]?.png).toBe(alone.labels[0]?.png)
})

test('says Latin in the printer’s own letters, Arabic and Tifinagh in dots', () => {
  const french = dissect(zplOf([{ label: sampleLabel('slippers', 'fr', '50x30'), count: 3 }], '50x30', 203))
  expect(french.texts).toEqual([
    'Babouches jaunes homme',
    'Maâlem Driss Lahlou · Fès',
    '180,00 DH',
    'LEA-01',
    '>:LEA-01',
  ])
  expect(french.names.filter((name) => name === '^GF')).toHaveLength(1)
  const mixed = dissect(zplOf([{ label: sampleLabel('strange', 'fr', '58x40'), count: 1 }], '58x40', 203))
  expect(mixed.names.filter((name) => name === '^GF')).toHaveLength(2)
})

test('counts go to the printer, one format a kind', () => {
  const label = sampleLabel('rug', 'fr', '50x30')
  const zpl = zplOf(
    [
      { label, count: 1 },
      { label, count: 500 },
    ],
    '50x30',
    203,
  )
  expect([...zpl.matchAll(/\^PQ(\d+),0,0,N\^XZ/g)].map(([, count]) => count)).toEqual(['1', '500'])
})

test.each([
  ['no label of a kind', 0],
  ['a fraction', 1.5],
  ['more than five hundred', 501],
])('%s is refused', (_what, count) => {
  const labels = [{ label: sampleLabel('rug', 'fr', '50x30'), count }]
  expect(() => zplOf(labels, '50x30', 203)).toThrow(RangeError)
})

test('a job is bounded, and labels wider than the head are refused', () => {
  const label = sampleLabel('rug', 'fr', '100x50')
  const many = Array.from({ length: 201 }, () => ({ label, count: 1 }))
  expect(() => zplOf(many, '100x50', 203)).toThrow(RangeError)
  const profile = { dpi: 203, widthDots: 448 } as const
  expect(() => encodeLabels([{ label, count: 1 }], '100x50', profile)).toThrow('wider than the printer')
  expect(encodeLabels([{ label, count: 1 }], '50x30', profile)).toHaveLength(1)
  expect(headDots).toBeGreaterThan(800)
})
