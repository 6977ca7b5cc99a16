import fc from 'fast-check'
import { expect, test } from 'vitest'
import { item, takenOrder } from '#test/models/checkout/fixtures.ts'
import type { LineId, Sku } from '../kernel/ids.ts'
import { dirham } from '../money/amount.ts'
import { onlineLines } from './online-lines.ts'
import { cartTotal, priceLine } from './totals.ts'

const line = (sku: string | null, price: number, units = 1) => ({
  sku: sku as Sku | null,
  name: 'Tapis',
  units,
  price: dirham(price),
})
const ids = (count: number) => Array.from({ length: count }, (_, index) => `l${index}` as LineId)
const order = (lines: readonly ReturnType<typeof line>[], shipping = 0) =>
  takenOrder('o1' as never, lines, { shipping: dirham(shipping) })

test('a price below the label is the one agreed online; a higher one is the label it had there', () => {
  const bowl = item('BOWL', 10_000, { owner: { owner: 'Ali', sharePpm: 500_000 }, floor: dirham(9900) })
  const price = (minor: number) => onlineLines(order([line('BOWL', minor)]), [bowl], ids(2))[0]
  expect(price(9000)).toMatchObject({
    sku: 'BOWL',
    name: bowl.name,
    posted: 10_000,
    agreed: { unit: 9000, reason: 'online', manager: null },
  })
  expect(price(10_000)).toMatchObject({ posted: 10_000, agreed: null })
  const higher = onlineLines(order([line('BOWL', 12_000, 2)]), [bowl], ids(2)).map(priceLine)
  expect(higher).toMatchObject([
    { posted: 12_000, agreed: null, discount: 0, gross: 24_000, ownerDue: 12_000 },
  ])
})

test('what the catalogue does not have is sold under the platform’s name, at the highest rate, of nobody', () => {
  const sold = onlineLines(order([line(null, 500, 3), line('GONE', 700)]), [null, null], ids(3))
  expect(sold).toMatchObject([
    { sku: '@online', name: { fr: 'Tapis' }, quantity: 3, posted: 500, vat: '20', owner: null },
    { sku: 'GONE', name: { fr: 'Tapis' }, quantity: 1, posted: 700, vat: '20', unique: false },
  ])
})

test('the way there is a line of its own, named in the shop’s languages; a way that costs nothing is none', () => {
  const lines = (shipping: number) =>
    onlineLines(order([line(null, 500)], shipping), [null], ids(2)).map(({ sku, name }) => [sku, name])
  expect(lines(3500)).toHaveLength(2)
  expect(lines(3500)[1]).toEqual(['@shipping', { ar: 'التوصيل', fr: 'Livraison', en: 'Shipping' }])
  expect(lines(0)).toHaveLength(1)
})

test('whatever was ordered, the lines come to what the buyer paid, each with an id of its own', () => {
  const amount = fc.integer({ min: 0, max: 100_000 })
  const ordered = fc.record({
    units: fc.integer({ min: 1, max: 50 }),
    price: amount,
    posted: fc.option(amount),
  })
  fc.assert(
    fc.property(fc.array(ordered, { minLength: 1, maxLength: 6 }), amount, (of, shipping) => {
      const taken = order(
        of.map(({ units, price }, index) => line(`S${index}`, price, units)),
        shipping,
      )
      const items = of.map(({ posted }, index) => (posted === null ? null : item(`S${index}`, posted)))
      const lines = onlineLines(taken, items, ids(of.length + 1))
      expect(cartTotal(lines)).toBe(taken.total)
      expect(new Set(lines.map(({ lineId }) => lineId)).size).toBe(lines.length)
      for (const { discount } of lines.map(priceLine)) expect(discount).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('a line that was not looked up is no line', () => {
  expect(() => onlineLines(order([line('A', 1), line('B', 1)]), [null], ids(3))).toThrow(RangeError)
  expect(() => onlineLines(order([line('A', 1)], 5), [null], ids(1))).toThrow(RangeError)
})
