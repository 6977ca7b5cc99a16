import { expect, test } from 'vitest'
import { item } from '#test/models/checkout/fixtures.ts'
import {
  agree,
  answer,
  openCounter,
  payCard,
  payCash,
  refund,
  resolve,
  results,
  scan,
} from '#test/models/checkout/shop.ts'
import { dirham } from '../money/amount.ts'
import { dayTotals } from './day-totals.ts'

test('a day without a sale is all zeros, and has no drawer until a shift is closed', () => {
  const counter = openCounter()
  expect(dayTotals(counter.facts)).toEqual({
    tickets: 0,
    refunds: 0,
    cancelled: 0,
    gross: '0.00',
    discounts: '0.00',
    vat: [],
    tenders: [],
    rounding: '0.00',
    drawer: null,
    owners: [],
    stock: [],
    cards: { approved: 0, declined: 0, unknown: 0 },
    outbox: { acquirer: 0, marketplace: 0 },
    grandTotal: '0.00',
  })
})

test('refunds count negative everywhere but in their own number', () => {
  const counter = openCounter()
  scan(counter, 'PLATE', 3)
  agree(counter, 1, 12_000)
  payCash(counter, 50_000)
  refund(counter, 1, 1, 2)
  counter.command({ type: 'closeShift', counted: dirham(62_000) })
  expect(dayTotals(counter.facts)).toMatchObject({
    tickets: 1,
    refunds: 1,
    gross: '120.00',
    discounts: '6.02',
    vat: [{ rate: '20', net: '100.00', vat: '20.00', gross: '120.00' }],
    tenders: [{ kind: 'cash', amount: '120.00' }],
    drawer: { float: '500.00', cash: '120.00', expected: '620.00', counted: '620.00', difference: '0.00' },
    owners: [{ owner: 'coop', gross: '120.00', due: '39.96' }],
    stock: [{ sku: 'PLATE', qty: 4 }],
    outbox: { acquirer: 0, marketplace: 2 },
    grandTotal: '120.00',
  })
})

test('a refund rounded up leaves the day’s rounding down by as much', () => {
  const counter = openCounter({ cashRounding: dirham(10) }, [item('CUP', 1006)])
  scan(counter, 'CUP')
  payCard(counter)
  answer(counter, results.approved)
  refund(counter, 1, 1, 1)
  expect(dayTotals(counter.facts)).toMatchObject({
    gross: '0.00',
    rounding: '-0.04',
    tenders: [
      { kind: 'card', amount: '10.06' },
      { kind: 'cash', amount: '-10.10' },
    ],
  })
})

test('attempts count by how they ended; one still under way is not known', () => {
  const counter = openCounter()
  scan(counter, 'SOAP', 9)
  const cards = () => dayTotals(counter.facts).cards
  payCard(counter, 1000)
  expect(cards()).toEqual({ approved: 0, declined: 0, unknown: 1 })
  answer(counter, results.declined)
  payCard(counter, 1000)
  answer(counter, results.silent)
  expect(cards()).toEqual({ approved: 0, declined: 1, unknown: 1 })
  resolve(counter, 'approved')
  payCard(counter, 500)
  answer(counter, results.approved)
  expect(cards()).toEqual({ approved: 2, declined: 1, unknown: 0 })
  // The sale is not finished; its approved cards are the acquirer's business already.
  expect(dayTotals(counter.facts)).toMatchObject({ tickets: 0, outbox: { acquirer: 2, marketplace: 0 } })
})

test('only sales given up with something in them were cancelled', () => {
  const counter = openCounter()
  for (const emptied of [true, false]) {
    scan(counter, 'SOAP')
    if (emptied) counter.command({ type: 'removeLine', line: 1 })
    counter.command({ type: 'cancelSale' })
  }
  expect(dayTotals(counter.facts).cancelled).toBe(1)
})

test('a second day counts its own, on the shelf and the grand total of all', () => {
  const counter = openCounter()
  scan(counter, 'SOAP', 2)
  payCash(counter, 2000)
  counter.command({ type: 'closeShift', counted: dirham(0) })
  const since = counter.facts.length
  counter.command({ type: 'openShift', cashier: 'omar', float: dirham(0) })
  scan(counter, 'SOAP')
  payCash(counter, 1000)
  expect(dayTotals(counter.facts, since)).toMatchObject({
    tickets: 1,
    gross: '10.00',
    drawer: null,
    stock: [{ sku: 'SOAP', qty: 2 }],
    grandTotal: '30.00',
  })
})

test('lists stand in the order the books promise', () => {
  const owned = (sku: string, owner: string) => item(sku, 100, { owner: { owner, sharePpm: 500_000 } })
  const items = [owned('b', 'zaid'), owned('a', 'Amal'), owned('B', 'éva')]
  const counter = openCounter({}, items)
  for (const { sku } of items) scan(counter, sku)
  counter.command({ type: 'payOther', tender: 'mobile', amount: dirham(100), reference: 'x' })
  payCash(counter, 200)
  const totals = dayTotals(counter.facts)
  expect(totals.owners.map((each) => each.owner)).toEqual(['Amal', 'zaid', 'éva'])
  expect(totals.stock.map((each) => each.sku)).toEqual(['B', 'a', 'b'])
  expect(totals.tenders.map((each) => each.kind)).toEqual(['cash', 'mobile'])
})
