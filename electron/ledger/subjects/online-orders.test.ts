import { expect, test } from 'vitest'
import type { Sku } from '#shared/kernel/ids.ts'
import { testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { countedItem, marketDesk, onlineBuyer, takenOrder, uniqueItem } from '#test/harness/ledger-market.ts'
import { verifyLedger } from '../verify/verify.ts'

const counted = countedItem(0)
const piece = uniqueItem(0)

function shop() {
  const folder = testFolder()
  const ledger = testLedger(folder)
  const desk = marketDesk(ledger)
  desk.say({ kind: 'catalogueLoaded', items: [counted, piece, uniqueItem(1)] })
  desk.connect()
  return { folder, ledger, desk }
}

test('an order is open, its buyer is known, and its units are promised', () => {
  const { ledger, desk } = shop()
  const order = desk.take([counted.sku], { state: 'placed', units: 3 })
  expect(ledger.findOnlineOrder(order)).toMatchObject({
    order: takenOrder(order, [{ sku: counted.sku, units: 3 }]),
    seq: ledger.head()?.seq,
    takenAt: ledger.head()?.at,
    state: 'placed',
    stage: 'open',
    sale: null,
    cancelAsked: false,
    task: null,
  })
  expect(ledger.buyerOf(order)).toEqual(onlineBuyer)
  expect(ledger.promisedUnits(counted.sku)).toBe(3)
  expect(ledger.orderWanting(counted.sku)?.order.id).toBe(order)
  expect(ledger.openOnlineOrders().map((row) => row.order.id)).toEqual([order])
  expect(ledger.pastOnlineOrders(null, 9)).toEqual([])
})

test('an order that cannot be taken as it is is a task, and its units are promised all the same', () => {
  const { ledger, desk } = shop()
  const order = desk.odd([counted.sku, null])
  expect(ledger.onlineTasks()).toMatchObject([
    { order: { id: order }, task: { kind: 'odd', odd: { because: 'otherCurrency', text: 'EUR 150.00' } } },
  ])
  expect(ledger.promisedUnits(counted.sku)).toBe(1)
  expect(() => desk.sellOrder(order)).toThrow('cannot be sold as it stands')
  desk.say({ kind: 'onlineTaskClosed', order, task: 'odd', note: 'sent by hand' })
  expect(ledger.onlineTasks()).toEqual([])
  expect(ledger.findOnlineOrder(order)).toMatchObject({ stage: 'cancelled', task: null })
  expect(ledger.promisedUnits(counted.sku)).toBe(0)
})

test('its sale ends the promise with the shelf, in one entry of the journal each', () => {
  const { ledger, desk } = shop()
  const order = desk.take([counted.sku], { units: 2 })
  const ticket = desk.sellOrder(order)
  expect(ledger.findOnlineOrder(order)).toMatchObject({
    stage: 'sold',
    sale: { ticket: ticket.number, move: { to: 'handedOver' } },
  })
  expect(ledger.promisedUnits(counted.sku)).toBe(0)
  expect(ledger.stockOf(counted.sku)).toBe(counted.stock - 2)
  expect(ledger.pastOnlineOrders(null, 9).map((row) => row.order.id)).toEqual([order])
  expect(() => desk.sellOrder(order)).toThrow('cannot be sold as it stands')
})

test('given back by the platform before its sale it is over; after its sale it is a task, once', () => {
  const { ledger, desk } = shop()
  const [before, after] = [desk.take([counted.sku]), desk.take([counted.sku])]
  desk.move(before, 'cancelled')
  expect(ledger.findOnlineOrder(before)).toMatchObject({ stage: 'cancelled', task: null })
  expect(ledger.promisedUnits(counted.sku)).toBe(1)
  desk.sellOrder(after)
  desk.move(after, 'shipped')
  expect(ledger.onlineTasks()).toEqual([])
  desk.move(after, 'cancelled')
  desk.move(after, 'refunded')
  expect(ledger.onlineTasks()).toMatchObject([{ order: { id: after }, task: { kind: 'returned', lost: [] } }])
  expect(ledger.findOnlineOrder(after)?.stage).toBe('sold')
  desk.say({ kind: 'onlineTaskClosed', order: after, task: 'returned', note: 'the piece is back' })
  desk.move(after, 'refunded')
  expect(ledger.onlineTasks()).toEqual([])
})

test('one that ended unpaid and is paid after all is open again, with what it had lost', () => {
  const { ledger, desk } = shop()
  const [late, loser] = [desk.take([counted.sku], { state: 'placed' }), desk.take([piece.sku])]
  desk.sell([piece])
  expect(desk.lose()).toEqual([loser])
  for (const order of [late, loser]) desk.move(order, 'cancelled')
  expect(ledger.onlineTasks()).toEqual([])
  for (const order of [late, loser]) desk.move(order, 'paid')
  expect(ledger.findOnlineOrder(late)).toMatchObject({ stage: 'open', task: null })
  expect(ledger.promisedUnits(counted.sku)).toBe(1)
  expect(ledger.findOnlineOrder(loser)).toMatchObject({ stage: 'open', task: { kind: 'lost' } })
  expect(ledger.promisedUnits(piece.sku)).toBe(0)
  expect(desk.lose()).toEqual([])
})

test('a cancellation is over when the platform did it, in whatever order both are heard', () => {
  const { ledger, desk } = shop()
  const [asked, told, sold] = [1, 2, 3].map(() => desk.take([counted.sku]))
  if (!asked || !told || !sold) throw new Error('three orders')
  for (const order of [asked, told, sold]) desk.askToCancel(order)
  expect(ledger.findOnlineOrder(asked)).toMatchObject({ stage: 'open', cancelAsked: true })
  expect(ledger.promisedUnits(counted.sku)).toBe(3)
  desk.say({ kind: 'onlineOrderCancelled', order: asked })
  desk.move(asked, 'paid')
  expect(ledger.findOnlineOrder(asked)?.stage).toBe('cancelled')
  desk.move(told, 'refunded')
  desk.say({ kind: 'onlineOrderCancelled', order: told })
  expect(ledger.findOnlineOrder(told)).toMatchObject({ stage: 'cancelled', state: 'refunded', task: null })
  desk.sellOrder(sold)
  desk.say({ kind: 'onlineOrderCancelled', order: sold })
  expect(ledger.findOnlineOrder(sold)).toMatchObject({ stage: 'sold', task: { kind: 'returned' } })
})

test('orders of an earlier marketplace stay, under another name, and take no number from the new one', () => {
  const { folder, ledger, desk } = shop()
  const before = desk.take([counted.sku], { id: '1001' })
  desk.move(before, 'cancelled')
  desk.connect('connection-2')
  expect(ledger.findOnlineOrder(before)).toBeNull()
  expect(desk.take([counted.sku], { id: '1001' })).toBe(before)
  expect(ledger.findOnlineOrder(before)?.stage).toBe('open')
  const [past] = ledger.pastOnlineOrders(null, 9)
  if (past === undefined) throw new Error('the first order is past')
  expect(past.order.id).toBe('connection-1 1001')
  expect(ledger.buyerOf(past.order.id)).toEqual(onlineBuyer)
  ledger.append([{ kind: 'buyerForgotten', order: past.order.id }], 'amina', past.takenAt, [], {
    buyersForgotten: [past.order.id],
  })
  expect(ledger.buyerOf(past.order.id)).toBeNull()
  expect(ledger.buyerOf(before)).toEqual(onlineBuyer)
  expect(verifyLedger(folder).problems).toEqual([])
})

test('past orders come newest first, page by page', () => {
  const { ledger, desk } = shop()
  const orders = [1, 2, 3, 4].map(() => desk.take([counted.sku]))
  for (const order of orders) desk.move(order, 'cancelled')
  const [newest, second] = ledger.pastOnlineOrders(null, 2)
  expect([newest?.order.id, second?.order.id]).toEqual([orders[3], orders[2]])
  expect(ledger.pastOnlineOrders(second?.seq ?? null, 2).map((row) => row.order.id)).toEqual([
    orders[1],
    orders[0],
  ])
})

test('what cannot follow is refused, and nothing of it is written', () => {
  const { folder, ledger, desk } = shop()
  const order = desk.take([piece.sku])
  const lost = [{ sku: piece.sku, to: { kind: 'order', order } as const }]
  const head = ledger.head()
  const twice = takenOrder(order, [])
  expect(() => desk.say({ kind: 'onlineOrderTaken', order: twice, state: 'paid' })).toThrow('taken before')
  const ended = takenOrder('x', [])
  expect(() => desk.say({ kind: 'onlineOrderTaken', order: ended, state: 'shipped' })).toThrow(
    'shipped already',
  )
  expect(() => desk.move('nobody' as typeof order, 'paid')).toThrow('no online order nobody')
  expect(() => desk.say({ kind: 'onlineOrderLost', order, lost: [] })).toThrow('lost nothing')
  const other = [{ sku: 'OTHER' as Sku, to: { kind: 'order', order } as const }]
  expect(() => desk.say({ kind: 'onlineOrderLost', order, lost: other })).toThrow('was not promised OTHER')
  expect(() => desk.say({ kind: 'onlineTaskClosed', order, task: 'lost', note: '' })).toThrow('no task lost')
  expect(() => desk.say({ kind: 'onlineOrderCancelled', order })).toThrow('nobody asked')
  expect(ledger.head()).toEqual(head)
  desk.say({ kind: 'onlineOrderLost', order, lost })
  expect(() => desk.say({ kind: 'onlineOrderLost', order, lost })).toThrow('cannot lose anything')
  expect(() => desk.sellOrder(order)).toThrow('cannot be sold as it stands')
  desk.askToCancel(order)
  expect(() => desk.askToCancel(order)).toThrow('cannot be cancelled as it stands')
  const bare = marketDesk(testLedger())
  expect(() => bare.take([null])).toThrow('no marketplace is connected')
  expect(verifyLedger(folder).problems).toEqual([])
})
