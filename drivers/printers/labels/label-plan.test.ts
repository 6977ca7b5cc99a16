import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import { labelSizes } from '#shared/kernel/paper-kinds.ts'
import type { Label } from '#shared/receipt/label.ts'
import { labelOf } from '#shared/receipt/label-of.ts'
import { inkAt } from './label-picture.node.ts'
import { type LabelPlan, planLabel } from './label-plan.ts'
import { fallOf, labelTextWidth, riseOf } from './label-text.ts'

const everywhere = labelSizes.flatMap((size) => ([203, 300] as const).map((dpi) => ({ size, dpi })))

/** What must hold of any label: nothing over anything else, nothing over the edge. */
function expectInOrder(plan: LabelPlan): void {
  const boxes = plan.texts.map((text) => {
    expect(labelTextWidth(text)).toBeLessThanOrEqual(text.width)
    expect(text.left + text.width).toBeLessThanOrEqual(plan.widthDots)
    return { top: text.baseline - riseOf(text), bottom: text.baseline + fallOf(text) }
  })
  const texts = boxes.slice(0, -1)
  for (const [place, box] of texts.entries()) {
    expect(box.top).toBeGreaterThanOrEqual(texts[place - 1]?.bottom ?? 0)
    if (plan.code?.kind === 'bars') expect(box.bottom).toBeLessThanOrEqual(plan.code.top)
  }
  const figures = plan.texts.at(-1)
  expect(figures?.baseline ?? 0).toBeLessThan(plan.heightDots)
  if (plan.code === null) return
  const { kind, left, top, heightDots } = plan.code
  expect(left).toBeGreaterThanOrEqual(0)
  const across = kind === 'bars' ? plan.code.widthDots : heightDots
  expect(left + across).toBeLessThanOrEqual(plan.widthDots)
  // Room for the ten dots by which printers push a QR down.
  if (kind === 'qr') expect(top).toBeGreaterThanOrEqual(10)
  if (kind === 'qr') for (const text of plan.texts) expect(text.left + text.width).toBeLessThan(left)
}

describe.each(everywhere)('$size at $dpi dpi', ({ size, dpi }) => {
  test.each(['ar', 'fr'] as const)(
    'every piece of the demo shop has both names and its price, %s',
    (language) => {
      for (const item of demoShop.items)
        for (const barcodes of [item.barcodes, []]) {
          const label = labelOf({ ...item, barcodes }, { receiptLanguage: language }, size)
          const plan = planLabel(label, size, dpi)
          expectInOrder(plan)
          const directions = plan.texts.slice(0, -2).map((text) => text.direction)
          expect(directions, item.sku).toEqual(expect.arrayContaining(['ltr', 'rtl']))
          expect(plan.code?.kind).toBe(label.code.symbology === 'qr' ? 'qr' : 'bars')
        }
    },
  )
})

test('whatever a name, a note or a sku holds, nothing runs over anything else', () => {
  const cell = fc.record({
    text: fc.string({ unit: 'grapheme', maxLength: 120 }),
    direction: fc.constantFrom('ltr' as const, 'rtl' as const),
  })
  const label: fc.Arbitrary<Label> = fc.record({
    names: fc.array(cell, { minLength: 1, maxLength: 2 }),
    price: fc.constantFrom('\u20665,00\u2069', '\u20669\u00a0999\u00a0999,99\u2069'),
    currency: fc.constantFrom(
      { text: 'DH', direction: 'ltr' as const },
      { text: 'درهم', direction: 'rtl' as const },
      { text: 'ⴷⵔⵀⵎ', direction: 'ltr' as const },
    ),
    notes: fc.array(cell, { maxLength: 2 }),
    code: fc.record({
      symbology: fc.constantFrom('ean13' as const, 'code128' as const, 'qr' as const),
      data: fc.oneof(fc.string({ minLength: 1, maxLength: 64 }), fc.constant('2000000010052')),
    }),
  })
  fc.assert(
    fc.property(label, fc.constantFrom(...everywhere), (each, { size, dpi }) =>
      expectInOrder(planLabel(each, size, dpi)),
    ),
    { numRuns: 60 },
  )
})

test('dots drawn for a text stay in its box, but for the tail of a letter', () => {
  for (const { size, dpi } of everywhere) {
    const item = demoShop.items[0]
    if (item === undefined) throw new Error('an empty shop')
    for (const text of planLabel(labelOf(item, { receiptLanguage: 'ar' }, size), size, dpi).texts) {
      const ink = inkAt(text)
      expect(ink?.left ?? 0).toBeGreaterThanOrEqual(text.left - text.em / 4)
      expect(ink?.top ?? 0).toBeGreaterThanOrEqual(text.baseline - riseOf(text) - text.em / 4)
    }
  }
})

test('a code that bars cannot say becomes a QR, and one that nothing can say is left to be read', () => {
  const base = labelOf(demoShop.items[0] as never, { receiptLanguage: 'fr' }, '50x30')
  const withCode = (code: Label['code']) => planLabel({ ...base, code }, '50x30', 203)
  expect(withCode({ symbology: 'ean13', data: '2000000010053' }).code?.kind).toBe('qr')
  expect(withCode({ symbology: 'code128', data: 'x'.repeat(40) }).code?.kind).toBe('qr')
  expect(withCode({ symbology: 'qr', data: 'x'.repeat(700) }).code).toBeNull()
})
