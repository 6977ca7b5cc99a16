import { expect, test } from 'vitest'
import {
  agree,
  answer,
  openCounter,
  payCard,
  payCash,
  results,
  scan,
  view,
} from '#test/models/checkout/shop.ts'
import { dirham } from '../../money/amount.ts'

test('cash that covers the rest finishes the sale and gives change', () => {
  const counter = openCounter()
  expect(payCash(counter, 1000)).toBe('noOpenSale')
  scan(counter, 'SOAP', 3)
  expect(payCash(counter, 5000)).toBeNull()
  expect(counter.tickets()[0]).toMatchObject({
    number: 1,
    gross: 3000,
    cashier: 'amina',
    tenders: [{ kind: 'cash', amount: 3000, given: 5000, change: 2000 }],
  })
  expect(view(counter)).toMatchObject({ phase: 'idle', done: { ticket: 1, total: 3000, change: 2000 } })
  expect(counter.effects).toEqual([
    { type: 'kickDrawer' },
    { type: 'print', paper: { kind: 'receipt', ticket: 1 } },
  ])
})

test('the ticket and the money are one decision', () => {
  const counter = openCounter()
  scan(counter, 'SOAP')
  payCash(counter, 1000)
  expect(counter.facts.slice(-2).map((fact) => fact.kind)).toEqual(['cashTaken', 'saleCompleted'])
})

test('less cash is a part payment and freezes the cart', () => {
  const counter = openCounter()
  scan(counter, 'SOAP', 3)
  expect(payCash(counter, -1)).toBe('badAmount')
  expect(payCash(counter, 0)).toBeNull()
  expect(view(counter)).toMatchObject({ phase: 'ringing', sale: { paid: 0 } })
  expect(payCash(counter, 1003)).toBeNull()
  expect(view(counter)).toMatchObject({ phase: 'tendering', sale: { paid: 1003, due: 1997 } })
  expect(scan(counter, 'SOAP')).toBe('moneyTaken')
  expect(scan(counter, 'NOPE')).toBe('moneyTaken')
  expect(agree(counter, 1, 1)).toBe('moneyTaken')
  for (const command of [
    { type: 'removeLine', line: 9 },
    { type: 'changeQuantity', line: 1, quantity: 1 },
    { type: 'park', name: 'a' },
    { type: 'cancelSale' },
  ] as const) {
    expect(counter.command(command)).toBe('moneyTaken')
  }
  expect(payCash(counter, 2000)).toBeNull()
  expect(counter.tickets()[0]?.tenders.map((tender) => tender.amount)).toEqual([1003, 1997])
})

test('only the cash that settles the rest is rounded', () => {
  const counter = openCounter({ cashRounding: dirham(10) })
  scan(counter, 'PLATE')
  payCard(counter, 5000)
  answer(counter, results.approved)
  payCash(counter, 601)
  expect(view(counter).sale).toMatchObject({ due: 7001, dueInCash: 7000 })
  payCash(counter, 7000)
  expect(counter.tickets()[0]).toMatchObject({ gross: 12_602, rounding: -1 })
})

test('a rest that rounds to nothing is settled by an empty hand', () => {
  const counter = openCounter({ cashRounding: dirham(10) })
  scan(counter, 'PLATE')
  payCard(counter, 12_600)
  answer(counter, results.approved)
  expect(payCash(counter, 0)).toBeNull()
  expect(counter.tickets()[0]).toMatchObject({ rounding: -2 })
})

test('a ticket of the ceiling or more takes no cash at all, whatever was paid by card', () => {
  const counter = openCounter({ cashCeiling: dirham(3000) })
  scan(counter, 'SOAP', 3)
  expect(view(counter).sale?.cashAllowed).toBe(false)
  expect(payCash(counter, 1)).toBe('cashCeiling')
  payCard(counter, 2999)
  answer(counter, results.approved)
  expect(payCash(counter, 1)).toBe('cashCeiling')
  payCard(counter)
  answer(counter, results.approved)
  expect(counter.tickets()).toHaveLength(1)
  scan(counter, 'SOAP', 2)
  expect(payCash(counter, 2000)).toBeNull()
})

test('a card pays what is due or less', () => {
  const counter = openCounter()
  scan(counter, 'SOAP')
  expect(payCard(counter, 1001)).toBe('exceedsDue')
  expect(payCard(counter, 0)).toBe('badAmount')
  counter.terminal = null
  expect(payCard(counter)).toBe('noTerminal')
})

test('other tenders carry their reference and count like money', () => {
  const counter = openCounter()
  scan(counter, 'SOAP', 2)
  const mobile = { type: 'payOther', tender: 'mobile', reference: 'M-77' } as const
  expect(counter.command({ ...mobile, amount: dirham(2001) })).toBe('exceedsDue')
  expect(counter.command({ ...mobile, amount: dirham(0) })).toBe('badAmount')
  expect(counter.command({ ...mobile, amount: dirham(500) })).toBeNull()
  expect(counter.command({ ...mobile, amount: null })).toBeNull()
  expect(counter.tickets()[0]?.tenders).toMatchObject([
    { kind: 'mobile', amount: 500, reference: 'M-77' },
    { kind: 'mobile', amount: 1500 },
  ])
})

test('a gift has nothing to pay and still gets its ticket', () => {
  const counter = openCounter()
  scan(counter, 'SOAP')
  agree(counter, 1, 0)
  expect(payCash(counter, 0)).toBe('nothingToPay')
  expect(payCard(counter)).toBe('nothingToPay')
  const gift = { type: 'payOther', tender: 'transfer', amount: null, reference: 'gift' } as const
  expect(counter.command(gift)).toBeNull()
  expect(counter.tickets()[0]).toMatchObject({ gross: 0, discounts: 1000, tenders: [] })
})

test('tickets tell the marketplace each sku once, and the acquirer each approved card', () => {
  const counter = openCounter()
  scan(counter, 'PLATE', 2)
  agree(counter, 1, 12_000)
  scan(counter, 'PLATE')
  scan(counter, 'SOAP')
  payCard(counter, 5000)
  answer(counter, results.approved)
  expect(counter.forwards).toMatchObject([
    { destination: 'acquirer', body: { type: 'cardPayment', ticket: 1, amount: 5000 } },
  ])
  payCash(counter, 50_000)
  expect(counter.forwards.slice(1)).toMatchObject([
    { destination: 'marketplace', body: { ticket: 1, sku: 'PLATE', delta: -3 } },
    { destination: 'marketplace', body: { ticket: 1, sku: 'SOAP', delta: -1 } },
  ])
})
