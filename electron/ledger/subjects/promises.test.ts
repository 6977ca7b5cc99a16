import { expect, test } from 'vitest'
import type { TillId } from '#shared/kernel/ids.ts'
import { testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { countedItem, marketDesk, otherTicket, uniqueItem } from '#test/harness/ledger-market.ts'

const counted = countedItem(0)
const rug = uniqueItem(0)
const lamp = uniqueItem(1)

function shop() {
  const ledger = testLedger(testFolder())
  const desk = marketDesk(ledger)
  desk.say({ kind: 'catalogueLoaded', items: [counted, rug, lamp] })
  desk.connect()
  const soldElsewhere = (sku = rug.sku): void =>
    desk.say({
      kind: 'shopStockTaken',
      counts: [],
      sold: [{ sku, ticket: otherTicket, ours: null }],
      back: [],
    })
  const back = (sku = rug.sku): void =>
    desk.say({ kind: 'shopStockTaken', counts: [], sold: [], back: [sku] })
  return { ledger, desk, soldElsewhere, back }
}

test('an order loses a piece that a visitor bought, and is a task once', () => {
  const { ledger, desk } = shop()
  const order = desk.take([rug.sku, counted.sku])
  expect(ledger.ordersToLose()).toEqual([])
  const ticket = desk.sell([rug])
  const to = { kind: 'ticket', ticket: { till: ledger.tillId, number: ticket.number } }
  expect(ledger.ordersToLose()).toEqual([{ order, lost: [{ sku: rug.sku, to }] }])
  desk.lose()
  expect(ledger.ordersToLose()).toEqual([])
  expect(ledger.onlineTasks()).toMatchObject([
    { order: { id: order }, task: { kind: 'lost', lost: [{ sku: rug.sku, to }] } },
  ])
  // The rest stays promised until it is cancelled, but nobody waits for it.
  expect([rug, counted].map(({ sku }) => ledger.promisedUnits(sku))).toEqual([0, 1])
  expect(ledger.orderWanting(counted.sku)).toBeNull()
})

test('one that was given back is nobody’s loss', () => {
  const { ledger, desk } = shop()
  desk.take([rug.sku])
  const ticket = desk.sell([rug])
  expect(ledger.soldBy(rug.sku)).toEqual({ till: ledger.tillId, number: ticket.number })
  desk.giveBack(ticket)
  expect(ledger.soldBy(rug.sku)).toBeNull()
  expect(ledger.ordersToLose()).toEqual([])
})

test('one that another till sold is lost to that till, until it is back', () => {
  const { ledger, desk, soldElsewhere, back } = shop()
  const order = desk.take([rug.sku])
  soldElsewhere()
  expect(ledger.stockOf(rug.sku)).toBe(0)
  expect(ledger.pieceIsSold(rug.sku)).toBe(true)
  const to = { kind: 'ticket', ticket: { till: 'other-till' as TillId, number: 12 } }
  expect(ledger.ordersToLose()).toEqual([{ order, lost: [{ sku: rug.sku, to }] }])
  back()
  expect(ledger.stockOf(rug.sku)).toBe(1)
  expect(ledger.soldBy(rug.sku)).toBeNull()
  expect(ledger.ordersToLose()).toEqual([])
})

test('a piece that was here, came back, and was sold elsewhere is sold by whoever was last', () => {
  const { ledger, desk, soldElsewhere } = shop()
  desk.giveBack(desk.sell([rug]))
  soldElsewhere()
  expect(ledger.soldBy(rug.sku)).toEqual(otherTicket)
})

test('one that another till sold stays sold when ours is given back', () => {
  const { ledger, desk, soldElsewhere } = shop()
  const ticket = desk.sell([rug])
  expect(ledger.ownTicketOf(rug.sku)).toBe(ticket.number)
  soldElsewhere()
  desk.giveBack(ticket)
  expect(ledger.ownTicketOf(rug.sku)).toBeNull()
  expect(ledger.soldBy(rug.sku)).toEqual(otherTicket)
})

test('a piece that the catalogue says is gone was sold by nobody', () => {
  const { ledger, desk } = shop()
  desk.take([rug.sku])
  desk.say({ kind: 'catalogueLoaded', items: [{ ...rug, stock: 0 }] })
  expect(ledger.soldBy(rug.sku)).toBeNull()
  expect(ledger.ordersToLose()).toEqual([])
})

test('of two orders for a piece the paid one has it, among equals the older one', () => {
  const { ledger, desk } = shop()
  const placed = desk.take([rug.sku], { state: 'placed' })
  const later = desk.take([rug.sku], { state: 'placed' })
  const toPlaced = [{ sku: rug.sku, to: { kind: 'order', order: placed } }]
  expect(ledger.ordersToLose()).toEqual([{ order: later, lost: toPlaced }])
  expect(ledger.orderWanting(rug.sku)?.order.id).toBe(placed)
  desk.move(later, 'paid')
  const toLater = [{ sku: rug.sku, to: { kind: 'order', order: later } }]
  expect(ledger.ordersToLose()).toEqual([{ order: placed, lost: toLater }])
  expect(ledger.orderWanting(rug.sku)?.order.id).toBe(later)
})

test('an order that loses one piece holds none against others', () => {
  const { ledger, desk } = shop()
  const both = desk.take([rug.sku, lamp.sku])
  const second = desk.take([lamp.sku])
  desk.sell([rug])
  expect(ledger.ordersToLose().map(({ order }) => order)).toEqual([both])
  desk.lose()
  expect(ledger.ordersToLose()).toEqual([])
  expect(ledger.orderWanting(lamp.sku)?.order.id).toBe(second)
})

test('an order that is to be cancelled anyway, or has a task, loses nothing more', () => {
  const { ledger, desk } = shop()
  desk.askToCancel(desk.take([rug.sku]))
  desk.odd([rug.sku])
  desk.sell([rug])
  expect(ledger.ordersToLose()).toEqual([])
})

test('counted items are never lost: there may be more of them tomorrow', () => {
  const { ledger, desk } = shop()
  desk.take([counted.sku], { units: counted.stock + 1 })
  expect(ledger.ordersToLose()).toEqual([])
})

test('the version of an item’s stock is the newest entry that changed its shelf or its promises', () => {
  const { ledger, desk, soldElsewhere } = shop()
  const head = (): number => ledger.head()?.seq ?? 0
  expect(ledger.stockVersion('NONE' as typeof rug.sku)).toBe(0)
  const loaded = ledger.stockVersion(rug.sku)
  expect(ledger.stockVersion(lamp.sku)).toBe(loaded)
  const order = desk.take([rug.sku])
  expect(ledger.stockVersion(rug.sku)).toBe(head())
  expect(ledger.stockVersion(lamp.sku)).toBe(loaded)
  const before = head()
  desk.sellOrder(order)
  expect(ledger.stockVersion(rug.sku)).toBe(head())
  expect(head()).toBeGreaterThan(before)
  desk.sell([lamp])
  const sold = ledger.stockVersion(lamp.sku)
  expect(sold).toBeGreaterThan(loaded)
  desk.choose([counted.sku])
  expect(ledger.stockVersion(counted.sku)).toBe(loaded)
  soldElsewhere(lamp.sku)
  expect(ledger.stockVersion(lamp.sku)).toBe(sold)
  desk.say({ kind: 'shopStockTaken', counts: [{ sku: counted.sku, count: 3 }], sold: [], back: [] })
  expect(ledger.stockVersion(counted.sku)).toBe(head())
  expect(ledger.stockOf(counted.sku)).toBe(3)
})

test('more than a thousand items together are refused', () => {
  const { desk } = shop()
  const counts = Array.from({ length: 1001 }, () => ({ sku: counted.sku, count: 1 }))
  expect(() => desk.say({ kind: 'shopStockTaken', counts, sold: [], back: [] })).toThrow(RangeError)
})
