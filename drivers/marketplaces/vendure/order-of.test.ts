import { expect, test } from 'vitest'
import { keptOf, orderOf, type VendureOrder } from './order-of.ts'

const at = { utcMs: 0, offsetMinutes: 60 }
const paidOnce = { id: '1', state: 'Settled', amount: 450_050, refunds: [] }

const order = (more: Partial<VendureOrder> = {}): VendureOrder => ({
  id: '7',
  code: 'ABC',
  state: 'PaymentSettled',
  orderPlacedAt: '2026-11-27T10:00:00.250Z',
  currencyCode: 'MAD',
  totalWithTax: 450_050,
  shippingWithTax: 0,
  customer: { firstName: 'Ana', lastName: 'Ruiz', emailAddress: 'ana@example.com' },
  shippingAddress: null,
  shippingLines: [{ shippingMethod: { code: 'amana' } }],
  lines: [
    {
      id: '1',
      quantity: 1,
      orderPlacedQuantity: 1,
      proratedUnitPriceWithTax: 450_050,
      productVariant: { sku: 'TAP-1', name: 'Tapis' },
    },
  ],
  payments: [paidOnce],
  fulfillments: null,
  ...more,
})
const stateOf = (more: Partial<VendureOrder>) => orderOf(order(more), ['retrait'], at)?.state
const pickUp = [{ shippingMethod: { code: 'retrait' } }]
const refund = (state: string, total: number) => [{ ...paidOnce, refunds: [{ state, total }] }]

test('a basket, a draft and a hold are no orders', () => {
  expect(orderOf(order({ orderPlacedAt: null, state: 'ArrangingPayment' }), [], at)).toBeNull()
})

test.each<[string, Partial<VendureOrder>]>([
  ['placed', { state: 'PaymentAuthorized', payments: [{ ...paidOnce, state: 'Authorized' }] }],
  ['paid', {}],
  ['paid', { state: 'PartiallyShipped' }],
  ['paid', { state: 'WaitingForTheWeaver' }],
  ['shipped', { state: 'Shipped' }],
  ['shipped', { state: 'Delivered' }],
  ['handedOver', { state: 'Delivered', shippingLines: pickUp }],
  ['cancelled', { state: 'Cancelled', payments: [] }],
  ['cancelled', { state: 'Cancelled' }],
  ['refunded', { state: 'Cancelled', payments: refund('Settled', 450_050) }],
  ['refunded', { state: 'Cancelled', payments: refund('Pending', 450_050) }],
  ['cancelled', { state: 'Cancelled', payments: refund('Failed', 450_050) }],
  ['cancelled', { state: 'Cancelled', payments: refund('Settled', 50) }],
])('%s: %j', (state, more) => {
  expect(stateOf(more)).toBe(state)
})

test('a cancelled order says what was wanted, though its lines are empty', () => {
  const [line] = order().lines
  const cancelled = order({ state: 'Cancelled', lines: line === undefined ? [] : [{ ...line, quantity: 0 }] })
  expect(orderOf(cancelled, [], at)?.lines).toMatchObject([{ sku: 'TAP-1', units: 1 }])
})

test('the instant is the shop’s, to the millisecond, on the till’s wall clock', () => {
  expect(orderOf(order(), [], at)?.placedAt).toEqual({
    utcMs: Date.UTC(2026, 10, 27, 10, 0, 0, 250),
    offsetMinutes: 60,
  })
})

test('what a payment holds counts no refund that failed', () => {
  expect(
    keptOf({
      ...paidOnce,
      refunds: [
        { state: 'Failed', total: 50 },
        { state: 'Settled', total: 20 },
      ],
    }),
  ).toBe(450_030)
})
