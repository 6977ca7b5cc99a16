import { expect, test } from 'vitest'
import { openCounter, payCash, scan } from '#test/models/checkout/shop.ts'
import type { ShopSettings } from '../../cart/settings.ts'
import { dirham } from '../../money/amount.ts'
import type { TaxSettings } from '../../tax/regime.ts'

/** The counter's clock stands on 2026-09-21. */
const tax = (from: string, regime: TaxSettings['regimes'][number]['regime'] = 'cpu'): TaxSettings => ({
  country: 'MA',
  regimes: [{ from, regime }],
  duty: [],
})

function configured(more: Partial<ShopSettings>, sold: boolean) {
  const counter = openCounter()
  if (sold) {
    scan(counter, 'SOAP')
    payCash(counter, 1000)
  }
  const refused = counter.command({ type: 'configure', settings: { ...counter.settings(), ...more } })
  return { refused, settings: counter.settings() }
}

test('before the first ticket a shop says what it has always been', () => {
  expect(configured({ tax: tax('2020-01-01') }, false)).toMatchObject({
    refused: null,
    settings: { tax: tax('2020-01-01') },
  })
  expect(
    configured({ tax: { country: 'FR', regimes: [], duty: [] }, cashCeiling: dirham(100_001) }, false)
      .refused,
  ).toBeNull()
})

test('once there is a ticket a regime changes from today on, and never in the past', () => {
  expect(configured({ tax: tax('2026-09-21') }, true).refused).toBeNull()
  expect(configured({ tax: tax('2026-10-01') }, true).refused).toBeNull()
  const late = configured({ tax: tax('2026-09-20') }, true)
  expect(late.refused).toBe('badInput')
  expect(late.settings).not.toHaveProperty('tax')
})

test('once there is a ticket the country stays', () => {
  const french: TaxSettings = { country: 'FR', regimes: [], duty: [] }
  expect(configured({ tax: french, cashCeiling: dirham(100_001) }, true).refused).toBe('badInput')
})

test('the shop’s own limit on cash may only be lower than the law’s', () => {
  expect(configured({ tax: tax('2026-10-01'), cashCeiling: dirham(2_000_001) }, false).refused).toBe(
    'badInput',
  )
  expect(configured({ tax: tax('2026-10-01'), cashCeiling: dirham(1_999_999) }, false).refused).toBeNull()
  expect(configured({ tax: { country: 'FR', regimes: [], duty: [] } }, false).refused).toBe('badInput')
})

test('settings that are wrong in themselves are never kept', () => {
  expect(configured({ tax: tax('2026-10-01', 'franchise') }, false).refused).toBe('badInput')
  expect(configured({ tax: tax('2026-02-30') }, false).refused).toBe('badInput')
})
