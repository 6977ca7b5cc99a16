import { expect, test } from 'vitest'
import type { Ticket } from '#shared/cart/ticket.ts'
import type { Sku } from '#shared/kernel/ids.ts'
import type { OnlineOrderId } from '#shared/marketplace/order.ts'
import { dirham } from '#shared/money/amount.ts'
import { taxInForce } from '#shared/tax/tax-in-force.ts'
import { takenOrder } from '#test/models/checkout/fixtures.ts'
import { refund } from '#test/models/checkout/shop.ts'
import { close, lastTicket, openOn, sell, taxedShop } from './days.ts'

const shown = ({ vat }: Ticket) => vat.map((total) => [total.vatClass, total.rate, total.gross, total.vat])

test('a regime that ends in the middle of a month is right on both sides, and a refund goes back by its sale', () => {
  const counter = taxedShop({
    country: 'MA',
    regimes: [{ from: '2026-10-15', regime: 'smallMaker' }],
    duty: [],
  })
  openOn(counter, '2026-10-14')
  const before = sell(counter, 'LAMP', 'OIL', 'RUG')
  expect(shown(before)).toEqual([
    ['20', 2000, 12_000, 2000],
    ['10', 1000, 8_500, 773],
    ['exempt', null, 380_000, 0],
  ])
  expect(before.tax).toEqual({ country: 'MA', regime: 'liable' })
  close(counter)

  openOn(counter, '2026-10-15')
  const after = sell(counter, 'LAMP', 'OIL', 'RUG')
  expect(shown(after)).toEqual([['exempt', null, 400_500, 0]])
  expect(after.tax).toEqual({ country: 'MA', regime: 'smallMaker' })
  expect(new Set(after.lines.map((line) => line.vat))).toEqual(new Set(['exempt']))

  expect(refund(counter, before.number, 1, 1)).toBeNull()
  expect(lastTicket(counter)).toMatchObject({ tax: before.tax, businessDay: '2026-10-15' })
  expect(shown(lastTicket(counter))).toEqual([['20', 2000, 12_000, 2000]])
  expect(refund(counter, after.number, 1, 1)).toBeNull()
  expect(shown(lastTicket(counter))).toEqual([['exempt', null, 12_000, 0]])
})

test('a rate that changes overnight holds from its day, and a later refund gives back what was paid', () => {
  const counter = taxedShop({ country: 'FR', regimes: [], duty: [] }, { cashCeiling: dirham(100_000) })
  openOn(counter, '2013-12-31')
  const before = sell(counter, 'LAMP', 'OIL')
  expect(shown(before)).toEqual([
    ['20', 1960, 12_000, 1967],
    ['10', 700, 8_500, 556],
  ])
  close(counter)
  openOn(counter, '2014-01-01')
  expect(shown(sell(counter, 'LAMP', 'OIL'))).toEqual([
    ['20', 2000, 12_000, 2000],
    ['10', 1000, 8_500, 773],
  ])
  expect(refund(counter, before.number, 2, 1)).toBeNull()
  expect(shown(lastTicket(counter))).toEqual([['10', 700, 8_500, 556]])
})

test('a shift that goes on past midnight sells under the rules of the day it was opened on', () => {
  const counter = taxedShop({ country: 'MA', regimes: [{ from: '2026-10-15', regime: 'cpu' }], duty: [] })
  openOn(counter, '2026-10-14')
  counter.day += 1
  expect(sell(counter, 'LAMP').tax).toEqual({ country: 'MA', regime: 'liable' })
})

test('a piece sold in its maker’s name is no turnover of the shop’s, and a commission agent’s is', () => {
  const counter = taxedShop(undefined)
  openOn(counter, '2026-10-14')
  expect(shown(sell(counter, 'VASE', 'BOWL'))).toEqual([
    ['20', 2000, 9_900, 1650],
    ['exempt', null, 15_000, 0],
  ])
})

test('a till that was told nothing sells as before, and writes down under what', () => {
  const counter = taxedShop(undefined)
  openOn(counter, '2026-10-14')
  const ticket = sell(counter, 'LAMP', 'RUG')
  expect(ticket).toMatchObject({ currency: 'MAD', tax: { country: 'MA', regime: 'liable' } })
  expect(ticket).not.toHaveProperty('duty')
  expect(taxInForce(undefined, '2026-10-14')).toMatchObject({ liable: true, duty: null })
})

test('what goes out to an online buyer is taxed as what is sold over the counter, its way too', () => {
  const counter = taxedShop({
    country: 'MA',
    regimes: [{ from: '2026-10-15', regime: 'cpu' }],
    duty: [{ from: '2026-01-01', way: 'added' }],
  })
  const order = (id: string) => {
    const lines = [{ sku: 'LAMP' as Sku, name: 'LAMP', units: 1, price: dirham(12_000) }]
    const taken = takenOrder(id as OnlineOrderId, lines, { shipping: dirham(3_000) })
    counter.hear({ kind: 'onlineOrderTaken', order: taken, state: 'paid' })
    return counter.command({ type: 'sellOnlineOrder', order: taken.id, move: { to: 'handedOver' } })
  }
  openOn(counter, '2026-10-14')
  expect(order('o1')).toBeNull()
  expect(shown(lastTicket(counter))).toEqual([['20', 2000, 15_000, 2500]])
  close(counter)
  openOn(counter, '2026-10-15')
  expect(order('o2')).toBeNull()
  expect(shown(lastTicket(counter))).toEqual([['exempt', null, 15_000, 0]])
  // The marketplace took the money: no cash, no duty on it.
  for (const ticket of counter.tickets()) expect(ticket).not.toHaveProperty('duty')
})
