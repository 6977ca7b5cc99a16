import { expect, test } from 'vitest'
import type { Counter } from '#test/models/checkout/counter.ts'
import {
  agree,
  answer,
  openCounter,
  payCard,
  payCash,
  refund,
  results,
  scan,
} from '#test/models/checkout/shop.ts'
import type { ShopSettings } from '../../cart/settings.ts'
import { dirham } from '../../money/amount.ts'

/** Ticket 1: three plates agreed at 120.03 and one soap, 370.09 by card. */
const sold = (settings: Partial<ShopSettings> = {}): Counter => {
  const counter = openCounter(settings)
  scan(counter, 'PLATE', 3)
  agree(counter, 1, 12_003)
  scan(counter, 'SOAP')
  payCard(counter)
  answer(counter, results.approved)
  return counter
}

test('units go back at the agreed price until none is left', () => {
  const counter = sold()
  expect(refund(counter, 1, 1, 2)).toBeNull()
  expect(counter.tickets()[1]).toMatchObject({
    kind: 'refund',
    number: 2,
    gross: 24_006,
    tenders: [{ kind: 'cash', amount: 24_006, change: 0 }],
    refundOf: { number: 1, lines: [1] },
  })
  expect(refund(counter, 1, 1, 2)).toBe('overRefund')
  expect(refund(counter, 1, 1, 1)).toBeNull()
  expect(refund(counter, 1, 1, 1)).toBe('overRefund')
  expect(refund(counter, 1, 2, 1)).toBeNull()
})

test('what was never sold is not given back', () => {
  const counter = sold()
  expect(refund(counter, 9, 1, 1)).toBe('unknownTicket')
  expect(refund(counter, 1, 3, 1)).toBe('unknownLine')
  expect(refund(counter, 1, 0, 1)).toBe('unknownLine')
  expect(refund(counter, 1, 1, 0)).toBe('badQuantity')
  refund(counter, 1, 1, 1)
  expect(refund(counter, 2, 1, 1)).toBe('unknownTicket')
})

test('it needs a shift and a free counter', () => {
  const counter = sold()
  scan(counter, 'SOAP')
  expect(refund(counter, 9, 1, 1)).toBe('saleOpen')
  payCash(counter, 1000)
  counter.command({ type: 'closeShift', counted: dirham(0) })
  expect(refund(counter, 1, 1, 1)).toBe('noOpenShift')
})

test('cash given back is rounded to the step', () => {
  const counter = sold({ cashRounding: dirham(10) })
  refund(counter, 1, 1, 2)
  expect(counter.tickets()[1]).toMatchObject({
    gross: 24_006,
    rounding: 4,
    tenders: [{ kind: 'cash', amount: 24_010 }],
  })
  refund(counter, 1, 1, 1, 'card')
  expect(counter.tickets()[2]).toMatchObject({ gross: 12_003, rounding: 0, tenders: [{ amount: 12_003 }] })
})

test('cash opens the drawer, a card goes to the acquirer, both tell the marketplace', () => {
  const counter = sold()
  const [effects, forwards] = [counter.effects.length, counter.forwards.length]
  refund(counter, 1, 1, 2)
  expect(counter.effects.slice(effects).map((effect) => effect.type)).toEqual(['kickDrawer', 'print'])
  expect(counter.forwards.slice(forwards)).toMatchObject([{ body: { sku: 'PLATE', delta: 2 } }])
  refund(counter, 1, 2, 1, 'card')
  expect(counter.effects.slice(effects + 2).map((effect) => effect.type)).toEqual(['print'])
  expect(counter.forwards.slice(forwards + 1)).toMatchObject([
    { destination: 'acquirer', body: { type: 'cardRefund', ticket: 3, amount: 1000 } },
    { destination: 'marketplace', body: { sku: 'SOAP', delta: 1 } },
  ])
  expect(counter.tickets()[2]?.tenders).toMatchObject([{ kind: 'card', approval: null }])
})

test('the ceiling is on cash taken, not on cash given back', () => {
  const counter = sold({ cashCeiling: dirham(20_000) })
  expect(refund(counter, 1, 1, 2)).toBeNull()
})
