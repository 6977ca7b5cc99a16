import { expect, test } from 'vitest'
import type { Counter } from '#test/models/checkout/counter.ts'
import { item, takenOrder } from '#test/models/checkout/fixtures.ts'
import { openCounter, payCard, payCash, refund, rug, scan, soap, view } from '#test/models/checkout/shop.ts'
import type { Sku } from '../../kernel/ids.ts'
import type { OrderMove } from '../../marketplace/online.ts'
import type { OnlineOrderId, TakenOrder } from '../../marketplace/order.ts'
import { dirham } from '../../money/amount.ts'

const id = 'gid://shop/Order/7' as OnlineOrderId
const shipped: OrderMove = { to: 'shipped', carrier: 'Amana', tracking: 'AM1' }
const line = (sku: string, price: number, units = 1) => ({
  sku: sku as Sku,
  name: sku,
  units,
  price: dirham(price),
})

/** A shop in the morning that a paid order of a rug, two soaps and the way has come to. */
function shopWithOrder(more: Partial<TakenOrder> = {}): Counter {
  const counter = openCounter()
  const lines = [line('RUG', 430_000), line('SOAP', 1000, 2)]
  const order = takenOrder(id, lines, { number: '1001', shipping: dirham(12_000), ...more })
  counter.hear({ kind: 'onlineOrderTaken', order, state: 'paid' })
  return counter
}

const sell = (counter: Counter, move: OrderMove = shipped, order = id) =>
  counter.command({ type: 'sellOnlineOrder', order, move })

test('the goods leave: one turn makes the sale, its ticket and the end of the order', () => {
  const counter = shopWithOrder()
  const before = counter.facts.length
  expect(sell(counter)).toBeNull()
  expect(counter.facts.slice(before).map(({ kind }) => kind)).toEqual([
    'saleOpened',
    'languageChosen',
    'lineAdded',
    'lineAdded',
    'lineAdded',
    'otherTaken',
    'saleCompleted',
    'onlineOrderSold',
  ])
  const [ticket] = counter.tickets()
  expect(ticket).toMatchObject({
    number: 1,
    language: 'es',
    cashier: 'amina',
    gross: 444_000,
    discounts: 20_000,
    rounding: 0,
    tenders: [{ kind: 'online', amount: 444_000, reference: '1001' }],
  })
  expect(ticket?.lines.map(({ sku, gross, vat }) => [sku, gross, vat])).toEqual([
    ['RUG', 430_000, 'exempt'],
    ['SOAP', 2000, '0'],
    ['@shipping', 12_000, '20'],
  ])
  expect(counter.facts.at(-1)).toMatchObject({
    order: id,
    saleId: ticket?.saleId,
    ticket: 1,
    move: shipped,
  })
  expect(view(counter)).toMatchObject({ phase: 'idle', sale: null, done: { ticket: 1, total: 444_000 } })
})

test('the receipt is printed once and the drawer stays shut', () => {
  const counter = shopWithOrder()
  const before = counter.effects.length
  sell(counter)
  expect(counter.effects.slice(before)).toEqual([{ type: 'print', paper: { kind: 'receipt', ticket: 1 } }])
})

test('the marketplace hears that the goods left, then what is left of each item; of the way it hears nothing', () => {
  const counter = shopWithOrder()
  sell(counter)
  const [ticket] = counter.tickets()
  expect(counter.forwards.map(({ key, body }) => [key, body.type])).toEqual([
    [`order:${id}:ticket:1:move`, 'moveOrder'],
    [`stock:${ticket?.saleId}:RUG`, 'stockChanged'],
    [`stock:${ticket?.saleId}:SOAP`, 'stockChanged'],
  ])
  expect(counter.forwards[0]?.body).toEqual({ type: 'moveOrder', order: id, move: shipped })
})

test('no shift, a sale on the counter, a charge that waits: the order waits, too', () => {
  const counter = shopWithOrder()
  scan(counter, 'SOAP')
  expect(sell(counter)).toBe('saleOpen')
  payCard(counter)
  expect(sell(counter)).toBe('saleOpen')
  counter.command({ type: 'cancelAttempt' })
  const closed = shopWithOrder()
  closed.command({ type: 'closeShift', counted: dirham(0) })
  expect(sell(closed)).toBe('noOpenShift')
  const testing = shopWithOrder()
  testing.command({ type: 'testTerminal' })
  expect(sell(testing)).toBe('attemptInProgress')
})

test('an order is sold once, paid, and only while nobody has to decide about it', () => {
  const counter = shopWithOrder()
  expect(sell(counter, shipped, 'nope' as OnlineOrderId)).toBe('unknownOrder')
  counter.hear({ kind: 'onlineOrderMoved', order: id, state: 'placed' })
  expect(sell(counter)).toBe('orderUnpaid')
  counter.hear({ kind: 'onlineOrderMoved', order: id, state: 'paid' })
  expect(sell(counter)).toBeNull()
  expect(sell(counter)).toBe('orderEnded')

  const lost = shopWithOrder()
  lost.hear({ kind: 'onlineOrderLost', order: id, lost: [] })
  expect(sell(lost)).toBe('orderHasTask')
  const cancelled = shopWithOrder()
  cancelled.hear({ kind: 'onlineOrderMoved', order: id, state: 'cancelled' })
  expect(sell(cancelled)).toBe('orderEnded')
})

test('a piece that is in a cart, in a parked one or with a visitor is not sold again', () => {
  const counter = shopWithOrder()
  scan(counter, 'RUG')
  counter.command({ type: 'park', name: 'hat' })
  expect(sell(counter)).toBe('alreadySold')
  counter.command({ type: 'resume', name: 'hat' })
  payCash(counter, rug.price)
  expect(sell(counter)).toBe('alreadySold')
  refund(counter, 1, 1, 1)
  expect(sell(counter)).toBeNull()
  expect(scan(counter, 'RUG')).toBe('alreadySold')
})

test('one piece is not sold as two, neither on one line nor on two', () => {
  expect(sell(shopWithOrder({ lines: [line('RUG', 100, 2)], total: dirham(12_200) }))).toBe('alreadySold')
  const twice = [line('RUG', 100), line('RUG', 100)]
  expect(sell(shopWithOrder({ lines: twice, total: dirham(12_200) }))).toBe('alreadySold')
})

test('a ticket that would not come to what the buyer paid is never made', () => {
  expect(sell(shopWithOrder({ total: dirham(443_999) }))).toBe('badAmount')
  expect(sell(shopWithOrder({ lines: [], shipping: dirham(0), total: dirham(0) }))).toBe('badAmount')
  const crate = [line('SOAP', 1000, 10_000)]
  expect(sell(shopWithOrder({ lines: crate, total: dirham(10_012_000) }))).toBe('badQuantity')
})

test('a gift is a ticket without a tender', () => {
  const counter = shopWithOrder({ lines: [line('SOAP', 0)], shipping: dirham(0), total: dirham(0) })
  expect(sell(counter)).toBeNull()
  expect(counter.tickets()).toMatchObject([{ gross: 0, discounts: soap.price, tenders: [] }])
})

test('a buyer of an unknown language reads the shop’s own', () => {
  const counter = shopWithOrder({ language: '' })
  sell(counter)
  expect(counter.tickets()[0]?.language).toBe(counter.settings().receiptLanguage)
})

test('no cash ceiling is on what the marketplace took, and an article may have left the catalogue', () => {
  const counter = shopWithOrder({ lines: [line('LAMP', 2_500_000)], total: dirham(2_512_000) })
  expect(sell(counter)).toBeNull()
  counter.command({ type: 'loadCatalogue', items: [item('LAMP', 1)] })
  expect(counter.tickets()[0]?.lines[0]).toMatchObject({ sku: 'LAMP', posted: 2_500_000, vat: '20' })
})

test('the marketplace gives back what it took, in any number of steps; of another ticket it took nothing', () => {
  const counter = shopWithOrder()
  sell(counter)
  expect(refund(counter, 1, 1, 1, 'online')).toBeNull()
  expect(refund(counter, 1, 3, 1, 'online')).toBeNull()
  expect(counter.tickets().slice(1)).toMatchObject([
    { kind: 'refund', gross: 430_000, tenders: [{ kind: 'online', amount: 430_000, reference: '1001' }] },
    { kind: 'refund', gross: 12_000, tenders: [{ kind: 'online', reference: '1001' }] },
  ])
  expect(counter.forwards.filter(({ key }) => key.includes('@'))).toEqual([])
  scan(counter, 'SOAP')
  payCash(counter, soap.price)
  expect(refund(counter, 4, 1, 1, 'online')).toBe('badInput')
})
