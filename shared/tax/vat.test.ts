import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dirham, largestMinor, sum } from '../money/amount.ts'
import { namedRate, vatByRate, vatWithin } from './vat.ts'
import { vatClasses } from './vat-class.ts'

test.each([
  ['20', 12_000, 2000],
  ['20', 100, 17],
  ['10', 11_000, 1000],
  ['10', 100, 9],
  // 0.03 at 20 %: exactly half a centime, away from zero.
  ['20', 3, 1],
  ['20', -3, -1],
  ['0', 9999, 0],
  ['exempt', 9999, 0],
] as const)('class %s of %i is %i', (vatClass, gross, vat) => {
  expect(vatWithin(dirham(gross), namedRate(vatClass))).toBe(vat)
})

test('VAT is taken out once a rate, not once a line', () => {
  const third = { vat: '20', gross: dirham(1) } as const
  expect(vatByRate([third, third, third], namedRate)).toEqual([
    { vatClass: '20', gross: 3, vat: 1, net: 2, rate: 2000 },
  ])
})

test('rates stand by height, exempt last, and only those that occur', () => {
  const line = (vat: (typeof vatClasses)[number]) => ({ vat, gross: dirham(100) })
  const classes = (lines: Parameters<typeof vatByRate>[0]) =>
    vatByRate(lines, namedRate).map((rate) => rate.vatClass)
  expect(classes([line('exempt'), line('0'), line('10'), line('20')])).toEqual(['20', '10', '0', 'exempt'])
  expect(classes([line('exempt'), line('10')])).toEqual(['10', 'exempt'])
  expect(classes([])).toEqual([])
})

test('net and VAT make the gross, for every basket', () => {
  const lines = fc.array(
    fc.record({
      vat: fc.constantFrom(...vatClasses),
      gross: fc.integer({ min: 0, max: largestMinor }).map(dirham),
    }),
    { maxLength: 30 },
  )
  fc.assert(
    fc.property(lines, (basket) => {
      const rates = vatByRate(basket, namedRate)
      for (const rate of rates) expect(rate.net + rate.vat).toBe(rate.gross)
      expect(sum(rates.map((rate) => rate.gross))).toBe(sum(basket.map((line) => line.gross)))
    }),
  )
})
