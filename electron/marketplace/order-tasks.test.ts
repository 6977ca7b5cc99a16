import { expect, onTestFinished, test } from 'vitest'
import type { OnlineOrderId } from '#shared/marketplace/order.ts'
import { openRoomStage, rug } from '#test/harness/market-room-stage.ts'

const done = { ok: true, value: null }
const minute = 60_000
const nobody = 'nobody' as OnlineOrderId

/** A rug sold in the shop while it was bought online: the order is lost. */
async function lostOrder(canGiveBack = true) {
  let isCut = true
  const stage = await openRoomStage({
    line: (web) => (request) =>
      isCut ? Promise.resolve({ end: 'noAnswer', cause: 'noNetwork', sent: false, text: '' }) : web(request),
  })
  onTestFinished(() => stage.close())
  isCut = false
  await stage.online()
  isCut = true
  await stage.sell(rug)
  stage.woo.buy({ sku: rug, canGiveBack })
  isCut = false
  await stage.pass(10 * minute)
  const id = stage.room.view().tasks[0]?.order.id ?? nobody
  const cut = (on: boolean): void => {
    isCut = on
  }
  return { stage, id, cut }
}

test('what the platform will not do is shown with its words, asked again on a tap, or settled by a person', async () => {
  const { stage, id } = await lostOrder(false)
  const { room, ledger } = stage
  expect(room.cancelOrder(id, 'Sold in the shop', 'Hassan')).toEqual(done)
  await stage.pass(10 * minute)
  const [task] = room.view().tasks
  expect(task).toMatchObject({ cancelling: true, setAside: { code: 'refused' } })
  expect(task?.setAside?.text).not.toBe('')
  const asked = stage.woo.door.asked.length
  expect(room.cancelOrder(id, 'again', 'Hassan')).toEqual(done)
  await stage.pass(minute)
  expect(stage.woo.door.asked.slice(asked).some((line) => line.includes('refunds'))).toBe(true)
  expect(stage.facts('onlineCancelAsked')).toHaveLength(1)
  expect(room.closeTask(id, 'Paid back by transfer', 'Hassan')).toEqual(done)
  expect(room.view()).toMatchObject({ tasks: [], open: [] })
  expect(room.pastOrders(null, 5)).toMatchObject([{ stage: 'cancelled', task: null, setAside: null }])
  await stage.pass(minute)
  expect(ledger.lanes()).toEqual([])
  expect(room.closeTask(id, 'again', 'Hassan')).toMatchObject({ refusal: { code: 'nothingToAnswer' } })
  expect(stage.problems()).toEqual([])
})

test('what is tried again goes again, orders included', async () => {
  const { stage, id } = await lostOrder(false)
  stage.room.cancelOrder(id, 'Sold in the shop', 'Hassan')
  await stage.pass(10 * minute)
  expect(stage.room.view().lane).toMatchObject({ setAside: 1 })
  const asked = stage.woo.door.asked.length
  expect(stage.room.tryAgain('Hassan')).toEqual(done)
  await stage.pass(minute)
  expect(stage.woo.door.asked.slice(asked).some((line) => line.includes('refunds'))).toBe(true)
})

test('nobody cancels, settles or forgets what is not there or has ended', async () => {
  const { stage, id } = await lostOrder()
  const { room } = stage
  const unknown = { ok: false, refusal: { code: 'unknownOrder' } }
  expect(room.cancelOrder(nobody, 'x', 'Hassan')).toEqual(unknown)
  expect(room.closeTask(nobody, 'x', 'Hassan')).toEqual(unknown)
  expect(room.forgetBuyer(nobody, 'Hassan')).toEqual(unknown)
  expect(room.forgetBuyer(id, 'Hassan')).toMatchObject({ refusal: { code: 'orderOpen' } })
})

test('a buyer is forgotten once the order has ended, and the order stays', async () => {
  const { stage, id } = await lostOrder()
  const { room } = stage
  room.cancelOrder(id, 'Sold in the shop', 'Hassan')
  await stage.pass(minute)
  expect(room.pastOrders(null, 5)[0]?.buyer).not.toBeNull()
  expect(room.forgetBuyer(id, 'Hassan')).toEqual(done)
  expect(room.forgetBuyer(id, 'Hassan')).toEqual(done)
  expect(room.pastOrders(null, 5)).toMatchObject([{ buyer: null, order: { id } }])
  expect(stage.facts('buyerForgotten')).toHaveLength(1)
  expect(stage.problems()).toEqual([])
})

test('watchers see a task as it comes and goes', async () => {
  const { stage, id, cut } = await lostOrder()
  const seen: (boolean | undefined)[] = []
  const stop = stage.room.watch(({ tasks }) => seen.push(tasks[0]?.cancelling))
  cut(true)
  stage.room.cancelOrder(id, 'Sold in the shop', 'Hassan')
  await stage.pass(minute)
  cut(false)
  await stage.pass(10 * minute)
  expect([...new Set(seen)]).toEqual([true, undefined])
  stop()
  const told = seen.length
  await stage.pass(10 * minute)
  expect(seen).toHaveLength(told)
})
