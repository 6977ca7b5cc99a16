import { expect, onTestFinished, test, vi } from 'vitest'
import { WooCommerceSimulator } from '#drivers/simulators/marketplace/woocommerce/woocommerce-simulator.ts'
import type { MarketConfig } from '#shared/marketplace/config.ts'
import { openRoomStage, pot, wooConfig } from '#test/harness/market-room-stage.ts'

const minute = 60_000
const done = { ok: true, value: null }
const other = { ...wooConfig, shop: { ...wooConfig.shop, shop: 'https://other.example' } } as MarketConfig

/** A shop online, and another one that numbers its pieces and orders alike. @param late when an answer to a put is heard */
async function twoShops(late: (put: string) => Promise<void> = () => Promise.resolve()) {
  const second: WooCommerceSimulator = new WooCommerceSimulator({ nowMs: () => stage.clock.now().utcMs })
  const stage = await openRoomStage({
    line: (web) => async (request) => {
      const isSecond = request.url.startsWith('https://other.example')
      const answer = await (isSecond ? second.door.web(request) : web(request))
      if (!isSecond && request.method !== 'GET' && /products(\/\d+)?$/.test(request.url))
        await late(request.url)
      return answer
    },
  })
  onTestFinished(() => stage.close())
  const { room, timers, woo } = stage
  const change = async (): Promise<void> => {
    expect(await timers.until(room.configure(other, 'Hassan'))).toEqual(done)
    await timers.until(room.settled())
  }
  return { stage, first: woo, second, change }
}

test('an order with the number of one that an earlier marketplace had is told that its goods left, too', async () => {
  const { stage, first, second, change } = await twoShops()
  await stage.online()
  const buyAndFetch = async (shop: WooCommerceSimulator): Promise<string> => {
    shop.buy({ sku: pot, pickUp: true })
    await stage.pass(minute)
    const [open] = stage.room.view().open
    if (open === undefined) throw new Error('an order came in')
    const { id } = open.order
    await stage.accepted({ type: 'sellOnlineOrder', order: id, move: { to: 'handedOver' } })
    await stage.pass(minute)
    expect(shop.orders().map(({ status }) => status)).toEqual(['completed'])
    return id
  }
  const before = await buyAndFetch(first)
  await change()
  expect(await buyAndFetch(second)).toBe(before)
  expect(stage.problems()).toEqual([])
})

test('a place on the shop before, said after the change, is no place on the one there is', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  let puts = 0
  const { stage, second, change } = await twoShops(() => (++puts === 1 ? promise : Promise.resolve()))
  // Its first number is another piece there.
  second.add({ sku: 'STRANGER', stock: 7 })
  expect(stage.room.chooseAll('Hassan')).toEqual(done)
  await stage.pass(1_000)
  expect(puts).toBe(1)
  const changed = change()
  await vi.waitFor(() => expect(stage.ledger.marketConnection()?.connection).not.toBe('connection-1'))
  resolve()
  await changed
  await stage.pass(10 * minute)
  const there = new Map(second.goods().map(({ sku, stock }) => [sku, stock]))
  expect(there.get('STRANGER')).toBe(7)
  expect(there.size).toBe(4)
  expect(stage.ledger.listingCounts()).toMatchObject({ online: 3, waiting: 0 })
})
