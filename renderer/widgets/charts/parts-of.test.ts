import fc from 'fast-check'
import { expect, test } from 'vitest'
import { domainOf, percentOf } from './parts-of.ts'

const money = fc.record({ sales: fc.nat(1_000_000), back: fc.nat(1_000_000) }).map(({ sales, back }) => ({
  sales,
  refunds: 0 - back,
  net: sales - back,
}))

test('every bar fits between the least and the most, also where more was given back than sold', () => {
  fc.assert(
    fc.property(fc.array(money), (rows) => {
      const { least, most } = domainOf(rows)
      expect(most).toBeGreaterThan(0)
      for (const { net, sales } of rows) {
        expect(net).toBeGreaterThanOrEqual(least)
        expect(sales).toBeLessThanOrEqual(most)
      }
    }),
  )
})

test('a part is a percentage that SVG reads; less than nothing is nothing', () => {
  expect([percentOf(1, 3), percentOf(5, 5), percentOf(0, 9), percentOf(-4, 9)]).toEqual([
    '33.3333%',
    '100%',
    '0%',
    '0%',
  ])
})
