import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dirham, sum } from '../money/amount.ts'
import { namedRate, vatByRate, vatWithin } from './vat.ts'
import { vatClasses } from './vat-class.ts'
import { vatShares } from './vat-shares.ts'

const lines = fc.array(
  fc.record({
    vat: fc.constantFrom(...vatClasses),
    gross: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1_000_000_000 })).map(dirham),
  }),
  { maxLength: 30 },
)

test('the lines of a rate make up its VAT, each within a centime of its own', () => {
  fc.assert(
    fc.property(lines, (basket) => {
      const totals = vatByRate(basket, namedRate)
      const shares = vatShares(basket, totals)
      expect(shares).toHaveLength(basket.length)
      for (const { vatClass, vat } of totals)
        expect(sum(shares.filter((_, place) => basket[place]?.vat === vatClass))).toBe(vat)
      for (const [place, { vat, gross }] of basket.entries())
        expect(Math.abs((shares[place] ?? 0) - vatWithin(gross, namedRate(vat)))).toBeLessThanOrEqual(1)
    }),
  )
})

test('exempt lines have none, and three thirds of a centime are one', () => {
  const third = { vat: '20', gross: dirham(1) } as const
  const lines = [third, { vat: 'exempt', gross: dirham(500) }, third, third] as const
  expect(vatShares(lines, vatByRate(lines, namedRate))).toEqual([1, 0, 0, 0])
})
