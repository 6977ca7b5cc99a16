import { expect, test } from 'vitest'
import type { TaxSettings } from './regime.ts'
import { chargesVat, taxInForce } from './tax-in-force.ts'
import { vatClasses } from './vat-class.ts'

const changing: TaxSettings = {
  country: 'MA',
  regimes: [
    { from: '2026-01-01', regime: 'smallMaker' },
    { from: '2026-07-01', regime: 'liable' },
  ],
  duty: [
    { from: '2026-03-01', way: 'absorbed' },
    { from: '2026-09-01', way: 'added' },
    { from: '2026-12-01', way: 'off' },
  ],
}

test.each([
  ['2025-12-31', 'liable', true],
  ['2026-01-01', 'smallMaker', false],
  ['2026-06-30', 'smallMaker', false],
  ['2026-07-01', 'liable', true],
])('on %s the shop is %s', (day, regime, liable) => {
  expect(taxInForce(changing, day)).toMatchObject({ country: 'MA', regime, liable })
})

test.each([
  ['2026-02-28', null],
  ['2026-03-01', { way: 'absorbed', perTenThousand: 25 }],
  ['2026-08-31', { way: 'absorbed', perTenThousand: 25 }],
  ['2026-09-01', { way: 'added', perTenThousand: 25 }],
  ['2026-12-01', null],
])('on %s the duty is %o', (day, duty) => {
  expect(taxInForce(changing, day).duty).toEqual(duty)
})

test('who chose nothing is liable in Morocco', () => {
  const tax = taxInForce(undefined, '2026-11-27')
  expect(tax).toMatchObject({
    country: 'MA',
    regime: 'liable',
    liable: true,
    duty: null,
    cashCeiling: 2_000_000,
  })
  expect(vatClasses.map(tax.rateOf)).toEqual([2000, 1000, 550, 210, 0, null])
})

const french = (day: string) => taxInForce({ country: 'FR', regimes: [], duty: [] }, day)

test.each([
  ['1990-01-01', [1960, 700, 550, 210, 0, null]],
  ['2013-12-31', [1960, 700, 550, 210, 0, null]],
  ['2014-01-01', [2000, 1000, 550, 210, 0, null]],
])('the rates of France on %s', (day, rates) => {
  expect(vatClasses.map(french(day).rateOf)).toEqual(rates)
})

test('a limit on cash begins and changes on its days', () => {
  expect(
    ['2010-06-18', '2010-06-19', '2015-08-31', '2015-09-01'].map((day) => french(day).cashCeiling),
  ).toEqual([null, 300_001, 300_001, 100_001])
})

test('no duty is due where the law has none, whatever was chosen', () => {
  const tax = taxInForce(
    { country: 'FR', regimes: [], duty: [{ from: '2026-01-01', way: 'added' }] },
    '2026-11-27',
  )
  expect(tax.duty).toBeNull()
})

test('a ticket under a regime its country does not know is read as one with VAT', () => {
  expect(chargesVat('FR', 'cpu')).toBe(true)
  expect(chargesVat('MA', 'cpu')).toBe(false)
})
