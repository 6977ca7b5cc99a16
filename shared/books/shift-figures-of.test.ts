import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Counter } from '#test/models/checkout/counter.ts'
import { takenOrder } from '#test/models/checkout/fixtures.ts'
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
import type { ShiftId, Sku, TicketNumber } from '../kernel/ids.ts'
import type { OnlineOrderId } from '../marketplace/order.ts'
import { dirham } from '../money/amount.ts'
import { formatData } from '../money/format.ts'
import type { ShiftFigures } from '../receipt/shift-figures.ts'
import { dayTotals } from './day-totals.ts'
import { shiftFiguresOf } from './shift-figures-of.ts'

const at = (minute: number) => ({ utcMs: Date.UTC(2026, 8, 21, 8) + minute * 60_000, offsetMinutes: 60 })
const entriesOf = (counter: Counter) =>
  counter.facts.map((fact, index) => ({ fact, at: at(index), hash: `hash-${index}` }))

/** Of the shift opened last. */
function figures(counter: Counter, grandTotal = 0): ShiftFigures {
  const opened = counter.facts.findLast((fact) => fact.kind === 'shiftOpened')
  if (opened?.kind !== 'shiftOpened') throw new Error('no shift was opened')
  const found = shiftFiguresOf(entriesOf(counter), opened.shiftId, dirham(grandTotal))
  if (found === null) throw new Error('the shift is not found')
  return found
}

test('a shift nobody opened has no figures', () => {
  expect(shiftFiguresOf(entriesOf(openCounter()), 'other' as ShiftId, dirham(0))).toBeNull()
})

test('what the marketplace took, and gave back, is a tender of its own and nothing of the drawer or the cards', () => {
  const counter = openCounter()
  const id = 'o1' as OnlineOrderId
  const lines = [{ sku: 'SOAP' as Sku, name: 'Soap', units: 2, price: dirham(900) }]
  counter.hear({
    kind: 'onlineOrderTaken',
    order: takenOrder(id, lines, { shipping: dirham(3500) }),
    state: 'paid',
  })
  counter.command({ type: 'sellOnlineOrder', order: id, move: { to: 'handedOver' } })
  refund(counter, 1, 1, 1, 'online')
  expect(figures(counter, 4400)).toMatchObject({
    tickets: { first: 1, last: 2 },
    gross: 4400,
    discounts: 100,
    tenders: [{ kind: 'online', count: 2, amount: 4400 }],
    cards: [],
    drawer: { float: 50_000, cash: 0, expected: 50_000 },
  })
  const { stock, outbox } = dayTotals(counter.facts)
  expect(stock).toEqual([{ sku: 'SOAP', qty: 4 }])
  expect(outbox.marketplace).toBe(counter.forwards.length)
})

test('an empty shift is all zeros and names no ticket', () => {
  expect(figures(openCounter(), 7)).toMatchObject({
    cashier: 'amina',
    closedAt: null,
    tickets: null,
    sales: { count: 0, amount: 0 },
    vat: [],
    tenders: [],
    cards: [],
    openings: [],
    drawer: { float: 50_000, cash: 0, expected: 50_000, count: null },
    grandTotal: 7,
    hash: 'hash-2',
  })
})

test('counts sales, refunds, schemes, openings with their reasons, and money in and out of the drawer', () => {
  const counter = openCounter()
  scan(counter, 'PLATE', 3)
  agree(counter, 1, 12_000)
  payCash(counter, 50_000)
  refund(counter, 1, 1, 1)
  scan(counter, 'SOAP', 2)
  payCard(counter)
  answer(counter, results.approved)
  scan(counter, 'SOAP')
  counter.command({ type: 'cancelSale' })
  counter.command({ type: 'openDrawer', reason: 'coins for the baker' })
  counter.command({ type: 'moveCash', direction: 'in', amount: dirham(300), reason: 'coins' })
  counter.command({ type: 'moveCash', direction: 'out', amount: dirham(120), reason: 'tea' })
  const open = figures(counter, 26_000)
  expect(open).toMatchObject({
    tickets: { first: 1, last: 3 },
    sales: { count: 2, amount: 38_000 },
    refunds: { count: 1, amount: -12_000 },
    voids: { count: 0, amount: 0 },
    cancelled: 1,
    gross: 26_000,
    discounts: 1204,
    tenders: [
      { kind: 'cash', count: 2, amount: 24_000 },
      { kind: 'card', count: 1, amount: 2000 },
    ],
    drawer: { float: 50_000, cash: 24_000, in: 300, out: 120, expected: 74_180, count: null },
  })
  expect(open.openings.map((each) => each.reason)).toEqual(['coins for the baker'])
  expect(open.cards).toEqual([expect.objectContaining({ count: 1, amount: 2000 })])

  counter.command({ type: 'closeShift', counted: dirham(74_000) })
  const closed = figures(counter, 99)
  expect(closed).toMatchObject({
    drawer: { expected: 74_180, count: { counted: 74_000, difference: -180 } },
    grandTotal: 26_000,
    hash: `hash-${counter.facts.length - 1}`,
  })
  expect({ ...closed, closedAt: null, drawer: open.drawer, hash: open.hash }).toEqual(open)
})

test('what happened before and after the shift is not in it', () => {
  const counter = openCounter()
  scan(counter, 'SOAP')
  payCash(counter, 1000)
  counter.command({ type: 'closeShift', counted: dirham(51_000) })
  const [first] = counter.facts.flatMap((fact) => (fact.kind === 'shiftOpened' ? [fact.shiftId] : []))
  const then = shiftFiguresOf(entriesOf(counter), first as ShiftId, dirham(0))
  counter.command({ type: 'openShift', cashier: 'omar', float: dirham(0) })
  scan(counter, 'SOAP', 5)
  payCash(counter, 5000)
  expect(shiftFiguresOf(entriesOf(counter), first as ShiftId, dirham(0))).toEqual(then)
  expect(figures(counter)).toMatchObject({ cashier: 'omar', tickets: { first: 2, last: 2 }, gross: 5000 })
})

test('a charge nobody can vouch for is in doubt until somebody does', () => {
  const counter = openCounter()
  scan(counter, 'SOAP', 9)
  payCard(counter)
  answer(counter, results.silent)
  expect(figures(counter).unknownAttempts).toEqual({ count: 1, amount: 9000 })
  resolve(counter, 'declined')
  expect(figures(counter).unknownAttempts).toEqual({ count: 0, amount: 0 })
})

test('a ticket undone at the terminal is a void, a test that is not undone stands', () => {
  const counter = openCounter()
  scan(counter, 'SOAP', 2)
  payCard(counter)
  answer(counter, results.approved)
  counter.command({ type: 'voidTicket', ticket: 1 as TicketNumber })
  answer(counter, results.approved)
  expect(figures(counter)).toMatchObject({
    refunds: { count: 1, amount: -2000 },
    voids: { count: 1, amount: -2000 },
  })
  counter.command({ type: 'testTerminal' })
  answer(counter, results.approved)
  answer(counter, results.declined)
  expect(figures(counter)).toMatchObject({
    voids: { count: 1 },
    standingTests: { count: 1, amount: 100 },
  })
})

const sale = fc.record({
  sku: fc.constantFrom('SOAP', 'PLATE'),
  quantity: fc.integer({ min: 1, max: 9 }),
  agreed: fc.option(fc.integer({ min: 10_000, max: 12_602 }), { nil: null }),
  card: fc.boolean(),
  back: fc.boolean(),
})

test('whatever was sold, the strip says what the day’s totals say', () => {
  fc.assert(
    fc.property(fc.array(sale, { maxLength: 8 }), fc.constantFrom(0, 5, 10), (sales, step) => {
      const counter = openCounter({ cashRounding: dirham(step) })
      for (const { sku, quantity, agreed, card, back } of sales) {
        scan(counter, sku, quantity)
        if (agreed !== null && sku === 'PLATE') agree(counter, 1, agreed)
        if (card) payCard(counter)
        if (card) answer(counter, results.approved)
        else payCash(counter, 200_000)
        if (back) refund(counter, counter.tickets().at(-1)?.number ?? 0, 1, 1)
      }
      counter.command({ type: 'closeShift', counted: dirham(50_000) })
      const strip = figures(counter)
      const day = dayTotals(counter.facts)
      const decimal = (minor: number) => formatData(dirham(minor))
      expect({
        tickets: strip.sales.count,
        refunds: strip.refunds.count,
        gross: decimal(strip.gross),
        discounts: decimal(strip.discounts),
        rounding: decimal(strip.rounding),
        grandTotal: decimal(strip.grandTotal),
        vat: strip.vat.map((each) => [
          each.vatClass,
          decimal(each.net),
          decimal(each.vat),
          decimal(each.gross),
        ]),
        cash: decimal(strip.drawer.cash),
        difference: decimal(strip.drawer.count?.difference ?? 0),
      }).toEqual({
        tickets: day.tickets,
        refunds: day.refunds,
        gross: day.gross,
        discounts: day.discounts,
        rounding: day.rounding,
        grandTotal: day.grandTotal,
        vat: day.vat.map((each) => [each.rate, each.net, each.vat, each.gross]),
        cash: day.drawer?.cash,
        difference: day.drawer?.difference,
      })
      const paid = strip.tenders.reduce((sum, each) => sum + each.amount, 0)
      expect(strip.gross + strip.rounding).toBe(paid)
      expect(strip.cards.reduce((sum, each) => sum + each.amount, 0)).toBe(
        strip.tenders.find((each) => each.kind === 'card')?.amount ?? 0,
      )
    }),
    { numRuns: 60 },
  )
})
