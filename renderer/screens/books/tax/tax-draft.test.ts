import { expect, test } from 'vitest'
import { unsetSettings } from '#shared/cart/settings.ts'
import { taxTrouble } from '#shared/tax/tax-change.ts'
import {
  heldSince,
  nextMonth,
  planned,
  settingsIn,
  unsetTax,
  withDuty,
  withoutChange,
  withRegime,
} from './tax-draft.ts'

test('choices stand by their days, one a day, whatever order they are made in', () => {
  const later = withRegime(unsetTax, '2026-12-01', 'cpu')
  const both = withRegime(later, '2026-11-27', 'smallMaker')
  expect(both.regimes.map(({ from }) => from)).toEqual(['2026-11-27', '2026-12-01'])
  expect(taxTrouble(both)).toBeNull()
  const again = withRegime(both, '2026-12-01', 'liable')
  expect(again.regimes.at(-1)).toEqual({ from: '2026-12-01', regime: 'liable' })
  expect(again.regimes).toHaveLength(2)
})

test('what holds, what is to come, and what is taken back', () => {
  const tax = withDuty(withDuty(unsetTax, '2026-11-01', 'absorbed'), '2027-01-01', 'added')
  expect(heldSince(tax.duty, '2026-10-31')).toBeNull()
  expect(heldSince(tax.duty, '2026-11-27')).toBe('2026-11-01')
  expect(planned(tax.duty, '2026-11-27')).toEqual([{ from: '2027-01-01', way: 'added' }])
  expect(withoutChange(tax, 'duty', '2027-01-01').duty).toEqual([{ from: '2026-11-01', way: 'absorbed' }])
})

test('the month after December is January', () => {
  expect([nextMonth('2026-11-27'), nextMonth('2026-12-31'), nextMonth('2026-09-01')]).toEqual([
    '2026-12-01',
    '2027-01-01',
    '2026-10-01',
  ])
})

test('a shop in another country keeps to its limit on cash and to its coins', () => {
  const moroccan = { ...unsetSettings, cashRounding: 10 as never }
  const french = settingsIn('FR', moroccan, '2026-11-27')
  expect(french).toMatchObject({ cashCeiling: 100_001, cashRounding: 0, tax: { country: 'FR' } })
  expect(settingsIn('MA', moroccan, '2026-11-27')).toMatchObject({ cashCeiling: 2_000_000, cashRounding: 10 })
})
