import { expect, onTestFinished, test } from 'vitest'
import type { OnlineOrderId } from '#shared/marketplace/order.ts'
import { kilim, openRoomStage, pot, type RoomStageWanted, rug } from '#test/harness/market-room-stage.ts'

const minute = 60_000

async function shopOnline(wanted: RoomStageWanted = {}) {
  const stage = await openRoomStage(wanted)
  onTestFinished(() => stage.close())
  await stage.online()
  return stage
}

test('an order comes in, is promised, sold at the counter, and moved on the platform', async () => {
  const stage = await shopOnline()
  const { woo, room, ledger } = stage
  const bought = woo.buy({ sku: rug, pickUp: true })
  await stage.pass(minute)
  const [open] = room.view().open
  expect(open).toMatchObject({
    stage: 'open',
    state: 'paid',
    task: null,
    order: { number: String(bought?.id), lines: [{ sku: rug, units: 1, price: 450_000 }], total: 450_000 },
  })
  expect(open?.buyer?.name).not.toBe('')
  expect(ledger.promisedUnits(rug)).toBe(1)
  await stage.accepted({
    type: 'sellOnlineOrder',
    order: open?.order.id ?? ('' as OnlineOrderId),
    move: { to: 'handedOver' },
  })
  await stage.pass(minute)
  expect(woo.orders()[0]?.status).toBe('completed')
  expect(room.view().open).toEqual([])
  expect(room.pastOrders(null, 10)).toMatchObject([{ stage: 'sold', ticket: 1, task: null }])
  expect(woo.goods().find(({ sku }) => sku === rug)?.stock).toBe(0)
  expect(stage.problems()).toEqual([])
})

test('a piece sold in the shop is gone online a moment later', async () => {
  const stage = await shopOnline()
  await stage.sell(rug)
  await stage.pass(1_000)
  expect(stage.woo.buy({ sku: rug })).toBeNull()
  await stage.sell(pot)
  await stage.pass(1_000)
  expect(stage.woo.goods().find(({ sku }) => sku === pot)?.stock).toBe(49)
})

test('what is counted anew in the shop is counted so online', async () => {
  const stage = await shopOnline()
  const item = stage.ledger.findItem(pot)
  if (item === null) throw new Error('there is a pot')
  const online = (): number | null | undefined => stage.woo.goods().find(({ sku }) => sku === pot)?.stock
  await stage.accepted({ type: 'loadCatalogue', items: [{ ...item, stock: 12 }] })
  await stage.pass(minute)
  expect(online()).toBe(12)
  const asked = stage.woo.door.asked.length
  await stage.accepted({ type: 'loadCatalogue', items: [{ ...item, stock: 12 }] })
  await stage.pass(1_000)
  expect(stage.woo.door.asked).toHaveLength(asked)
  expect(stage.problems()).toEqual([])
})

test('a piece sold while the network is gone: one order lost, one task, cancelled and refunded by one button', async () => {
  let isCut = false
  const stage = await shopOnline({
    line: (web) => (request) =>
      isCut
        ? Promise.resolve({ end: 'noAnswer', cause: 'noNetwork', sent: false, text: 'cut' })
        : web(request),
  })
  const { woo, room } = stage
  isCut = true
  await stage.sell(rug)
  await stage.pass(minute)
  expect(room.view().connection?.trouble).toEqual({ code: 'noNetwork', text: 'cut' })
  expect(stage.facts('claimRisked')).toMatchObject([{ sku: rug, because: 'noNetwork' }])
  const bought = woo.buy({ sku: rug })
  isCut = false
  await stage.pass(10 * minute)
  const { tasks } = room.view()
  expect(tasks).toHaveLength(1)
  const [task] = tasks
  expect(task).toMatchObject({
    order: { number: String(bought?.id) },
    task: { kind: 'lost', lost: [{ sku: rug, to: { kind: 'ticket', ticket: { number: 1 } } }] },
    cancelling: false,
  })
  expect(task?.task?.message?.body).toContain('Tapis Beni Ouarain')
  const order = task?.order.id ?? ('' as OnlineOrderId)
  const { name = '' } = task?.buyer ?? {}
  expect(name).not.toBe('')
  expect(task?.task?.message?.body).toContain(name)
  // What the screen begins with, and the journal keeps.
  const reason = task?.task?.message?.reason ?? ''
  expect(reason).toContain('Tapis Beni Ouarain')
  expect(reason).not.toContain(name)
  expect(room.cancelOrder(order, reason, 'Hassan')).toEqual({ ok: true, value: null })
  expect(room.cancelOrder(order, 'Sold in the shop', 'Hassan')).toEqual({ ok: true, value: null })
  expect(room.view().tasks).toMatchObject([{ cancelling: true }])
  await stage.pass(minute)
  expect(woo.orders()[0]?.refunds).toMatchObject([{ given: true }])
  expect(room.view().tasks).toEqual([])
  expect(room.pastOrders(null, 10)).toMatchObject([{ stage: 'cancelled', task: null, cancelling: false }])
  expect(room.cancelOrder(order, 'again', 'Hassan')).toMatchObject({ refusal: { code: 'orderEnded' } })
  expect(stage.facts('onlineOrderLost')).toHaveLength(1)
  expect(stage.facts('onlineCancelAsked')).toHaveLength(1)
  await stage.pass(60 * minute)
  expect(woo.orders()[0]?.refunds).toHaveLength(1)
  expect(stage.problems()).toEqual([])
})

test('an order that the platform cancels lets its piece go', async () => {
  const stage = await shopOnline()
  const bought = stage.woo.buy({ sku: kilim, paid: false })
  await stage.pass(minute)
  expect(stage.ledger.promisedUnits(kilim)).toBe(1)
  stage.woo.cancel(bought?.id ?? 0)
  await stage.pass(minute)
  expect(stage.ledger.promisedUnits(kilim)).toBe(0)
  expect(stage.room.view().open).toEqual([])
  await stage.sell(kilim)
  await stage.pass(minute)
  expect(stage.woo.buy({ sku: kilim })).toBeNull()
})

test('an order that came to nothing before anybody heard of it: what it had taken is told anew, once', async () => {
  const stage = await shopOnline()
  const { woo, room } = stage
  await stage.pass(minute)
  const told = (): number => woo.door.asked.filter((request) => request.endsWith('/products/batch')).length
  const before = told()
  const bought = woo.buy({ sku: kilim, paid: false })
  woo.cancel(bought?.id ?? 0)
  await stage.pass(minute)
  expect(told()).toBe(before + 1)
  await stage.pass(10 * minute)
  expect(told()).toBe(before + 1)
  expect(room.view().open).toEqual([])
  expect(stage.problems()).toEqual([])
})
