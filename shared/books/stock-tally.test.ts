import { expect, test } from 'vitest'
import { item } from '#test/models/checkout/fixtures.ts'
import { openCounter, payCash, refund, scan } from '#test/models/checkout/shop.ts'
import type { FactOf } from '../checkout/fact.ts'
import type { Sku, TicketNumber, TillId } from '../kernel/ids.ts'
import { newStockTally, tallyStock } from './stock-tally.ts'

const rug = item('RUG', 10_000, { unique: true, stock: 1 })
const cups = item('CUP', 1_000, { stock: 6 })
const nothing = { counts: [], sold: [], back: [] }
const taken = (what: Partial<FactOf<'shopStockTaken'>>): FactOf<'shopStockTaken'> => ({
  kind: 'shopStockTaken',
  ...nothing,
  ...what,
})
const soldAt = (till: string, ours: number | null = null) => ({
  sku: rug.sku,
  ticket: { till: till as TillId, number: 3 as TicketNumber },
  ours: ours as TicketNumber | null,
})

function shelf() {
  const stock = newStockTally()
  tallyStock(stock, { kind: 'tillCreated', tillId: 'ours' as TillId, currency: 'MAD' })
  tallyStock(stock, { kind: 'catalogueLoaded', items: [rug, cups] })
  const on = (sku: Sku): number | undefined => stock.counts.get(sku)
  return { stock, on, say: (fact: Parameters<typeof tallyStock>[1]) => tallyStock(stock, fact) }
}

test('counts are as the shop says; a piece sold elsewhere is gone until it is back', () => {
  const { on, say } = shelf()
  say(taken({ counts: [{ sku: cups.sku, count: 2 }], sold: [soldAt('theirs')] }))
  expect([on(cups.sku), on(rug.sku)]).toEqual([2, 0])
  say(taken({ back: [rug.sku] }))
  expect(on(rug.sku)).toBe(1)
})

test('an item with a count is not sold as a piece', () => {
  const { on, say } = shelf()
  say(taken({ sold: [{ ...soldAt('theirs'), sku: cups.sku }] }))
  expect(on(cups.sku)).toBe(6)
})

test('what our tickets do with a piece that another till sold changes no shelf', () => {
  const counter = openCounter({}, [rug, cups])
  scan(counter, 'RUG')
  payCash(counter, 10_000)
  refund(counter, 1, 1, 1)
  const tickets = counter.facts.filter(({ kind }) => kind === 'saleCompleted' || kind === 'refundCompleted')
  expect(tickets).toHaveLength(2)
  const { on, say } = shelf()
  say(taken({ sold: [soldAt('theirs')] }))
  for (const ticket of tickets) say(ticket)
  expect(on(rug.sku)).toBe(0)
  // The other one's sale is undone: it is ours, and comes back as ours does.
  say(taken({ sold: [soldAt('ours')] }))
  for (const ticket of tickets.filter(({ kind }) => kind === 'refundCompleted')) say(ticket)
  expect(on(rug.sku)).toBe(1)
})
