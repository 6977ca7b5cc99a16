import { expect, test } from 'vitest'
import type { CatalogueItem } from '#shared/catalogue/item.ts'
import { countedItems, marketStage, pieces, skus } from '#test/harness/market-stage.ts'
import { refOf, refused } from '#test/harness/platform-shelf.ts'

const [pots, cups] = countedItems as [CatalogueItem, CatalogueItem]
const [rug] = pieces as [CatalogueItem]

test('many messages of one item are one count, as it is when it is told', async () => {
  const { desk, market, settle, ledger } = marketStage()
  for (const _ of [1, 2, 3]) desk.sell([pots])
  desk.sell([rug])
  await settle()
  expect(market.countOf(pots.sku)).toBe(3)
  expect(market.countOf(rug.sku)).toBe(0)
  expect(market.timesOf('setStocks')).toBe(1)
  expect(ledger.lanes()).toEqual([])
  expect(ledger.market.told('connection-1', pots.sku)).toMatchObject({
    count: 3,
    version: ledger.stockVersion(pots.sku),
  })
})

test('counts go in exchanges no larger than the platform takes', async () => {
  const { desk, market, settle } = marketStage({ capabilities: { batch: 2 } })
  desk.sell([...pieces, ...countedItems])
  await settle()
  expect(market.timesOf('setStocks')).toBe(3)
  expect(skus.map((sku) => market.countOf(sku))).toEqual([0, 0, 0, 5, 5])
})

test('what was told already, or is nowhere, is covered without a call', async () => {
  const { desk, market, settle, ledger, clock } = marketStage()
  desk.sell([pots])
  const told = { count: 5, version: ledger.stockVersion(pots.sku), at: clock.now() }
  ledger.market.keepTold('connection-1', [{ sku: pots.sku, ...told }])
  desk.connect('connection-2')
  desk.sell([cups])
  desk.connect('connection-1')
  desk.list(pots.sku)
  await settle()
  expect(market.calls).toEqual([])
  expect(ledger.lanes()).toEqual([])
})

test('told that it differs, the platform is told again what it was told', async () => {
  const { say, market, settle } = marketStage()
  market.stock(pots.sku, 1)
  say({ type: 'stockDiffers', sku: pots.sku })
  await settle()
  expect(market.countOf(pots.sku)).toBe(6)
})

test('more given away than there was is told as none', async () => {
  const { desk, market, settle } = marketStage()
  for (let n = 0; n < 8; n += 1) desk.sell([pots])
  await settle()
  expect(market.countOf(pots.sku)).toBe(0)
})

test('a piece deleted online is a refused listing, the others are told, and it is not asked for again', async () => {
  const { desk, market, settle, ledger } = marketStage()
  const good = market.goods.get(pots.sku)
  if (good) good.gone = true
  desk.sell([pots, cups])
  await settle()
  expect(ledger.findListing(pots.sku)).toMatchObject({ state: 'refused', trouble: { code: 'gone' } })
  expect(market.countOf(cups.sku)).toBe(5)
  expect(ledger.lanes()).toEqual([])
  const calls = market.timesOf('setStocks')
  desk.sell([pots])
  await settle()
  expect(market.timesOf('setStocks')).toBe(calls)
  expect(ledger.lanes()).toEqual([])
})

test.each(['noNetwork', 'lostBefore', 'lostAfter', 'busy', 'html', 'noKey'] as const)(
  '%s: what was told stays told, the rest waits and is told as it is then',
  async (fate) => {
    let calls = 0
    const stage = marketStage({
      capabilities: { batch: 1 },
      fate: () => {
        calls += 1
        return calls === 2 ? fate : 'ok'
      },
    })
    const { desk, market, settle, ledger, timers } = stage
    desk.sell([pots, cups])
    await settle()
    expect(market.countOf(pots.sku)).toBe(5)
    expect(ledger.lanes()).toMatchObject([{ waiting: 2 }])
    desk.sell([cups])
    await timers.advance(30_000)
    expect(market.countOf(cups.sku)).toBe(4)
    expect(ledger.lanes()).toEqual([])
    // The first one was told, and is not told again.
    expect(market.calls.map(({ name }) => name)).toEqual(['setStocks', 'setStocks', 'setStocks'])
  },
)

test('a platform that says when to come again is not asked before', async () => {
  let calls = 0
  const { desk, market, settle, pump, timers, clock } = marketStage({
    fate: () => {
      calls += 1
      return calls === 1 ? 'busy' : 'ok'
    },
  })
  desk.sell([pots])
  await settle()
  const [lane] = pump.lanes()
  expect(lane).toMatchObject({ trouble: 'refused' })
  expect((lane?.nextTryAt?.utcMs ?? 0) - clock.now().utcMs).toBe(5_000)
  await timers.advance(4_900)
  expect(calls).toBe(1)
  await timers.advance(200)
  expect(market.countOf(pots.sku)).toBe(5)
})

test('a key stands for what is written under it', async () => {
  const fates = ['lostAfter', 'lostAfter'] as const
  let calls = 0
  const { desk, market, timers, settle } = marketStage({
    capabilities: { idempotencyKey: true },
    fate: () => fates[calls++] ?? 'ok',
  })
  const ticket = desk.sell([pots])
  await settle()
  desk.sell([pots])
  await timers.advance(1_500)
  desk.giveBack(ticket)
  await timers.advance(60_000)
  expect(market.countOf(pots.sku)).toBe(5)
  const keys = market.calls.map(({ key }) => key)
  expect(new Set(keys).size).toBe(3)
})

test('the same again is the same key', async () => {
  let calls = 0
  const { desk, market, timers, settle } = marketStage({ fate: () => (calls++ < 3 ? 'lostAfter' : 'ok') })
  desk.sell([pots])
  await settle()
  await timers.advance(60_000)
  expect(new Set(market.calls.map(({ key }) => key)).size).toBe(1)
  expect(market.calls).toHaveLength(4)
})

test('somebody bought meanwhile, on a platform that compares: the orders are asked for, and counted', async () => {
  const { desk, market, settle, ledger } = marketStage({ capabilities: { compareAndSet: true } })
  market.buy(pots.sku)
  desk.sell([pots])
  await settle()
  expect(ledger.promisedUnits(pots.sku)).toBe(1)
  expect(market.countOf(pots.sku)).toBe(4)
  expect(ledger.lanes()).toEqual([])
})

test('a count that cannot be compared because too many were sold there is written all the same', async () => {
  const { desk, market, settle } = marketStage({ capabilities: { compareAndSet: true } })
  market.stock(pots.sku, -2)
  const read = market.readStock
  market.readStock = async (...args) =>
    (market.countOf(pots.sku) ?? 0) < 0 ? refused('negativeStock') : read(...args)
  desk.sell([pots])
  await settle()
  expect(market.countOf(pots.sku)).toBe(5)
})

test('somebody who buys faster than it can be told keeps one count waiting, and no other', async () => {
  const { desk, market, settle, ledger, timers } = marketStage({
    capabilities: { compareAndSet: true, batch: 1 },
  })
  const read = market.readStock
  market.readStock = async (...args) => {
    const said = await read(...args)
    market.stock(pots.sku, 100 + market.calls.length)
    return said
  }
  market.stock(pots.sku, 50)
  desk.sell([pots, cups])
  await settle()
  expect(market.countOf(cups.sku)).toBe(5)
  expect(ledger.lanes()).toMatchObject([{ waiting: 1 }])
  market.readStock = read
  await timers.advance(60_000)
  expect(market.countOf(pots.sku)).toBe(5)
})

test('what an order took from the shelf is on hand to a platform that was not told of it yet', async () => {
  const { desk, market, settle, ledger } = marketStage({ capabilities: { counts: 'onHand' } })
  const order = market.buy(rug.sku)
  const taken = desk.take([rug.sku], { id: order?.id ?? '' })
  desk.sellOrder(taken)
  await settle()
  // Told as gone before it was sent, the platform would not have sent it.
  expect(order?.state).toBe('shipped')
  expect(market.countOf(rug.sku)).toBe(0)
  expect(ledger.lanes()).toEqual([])
})

test('an order that leaves while counts are told is on hand to the platform until it is told, too', async () => {
  const { desk, market, settle, ledger } = marketStage({ capabilities: { counts: 'onHand', batch: 1 } })
  const order = market.buy(cups.sku)
  const taken = desk.take([cups.sku], { id: order?.id ?? '' })
  await settle()
  desk.sell([pots, cups])
  const write = market.setStocks
  const told: string[] = []
  market.setStocks = (writes, call) => {
    if (told.length === 0) desk.sellOrder(taken)
    told.push(...writes.map(({ ref, count }) => `${ref.variant} ${count}`))
    return write(writes, call)
  }
  await settle()
  const { variant } = refOf(cups.sku)
  // Sent by the platform in between, which then counts as we do.
  expect(told.filter((each) => each.startsWith(variant))).toEqual([`${variant} 5`, `${variant} 4`])
  expect(order?.state).toBe('shipped')
  expect(ledger.lanes()).toEqual([])
})

test('nobody connected: nobody is told, and nothing waits', async () => {
  const { desk, market, settle, stage, ledger } = marketStage()
  stage.connection = null
  desk.sell([pots, rug])
  await settle()
  expect(market.calls).toEqual([])
  expect(ledger.lanes()).toEqual([])
})

test('a shop that closes is told nothing any more, and forgets nothing', async () => {
  const { desk, market, pump, ledger, timers } = marketStage({ capabilities: { batch: 1 } })
  desk.sell([pots, cups])
  pump.wake()
  await timers.advance(15)
  await timers.until(pump.close())
  expect(market.timesOf('setStocks')).toBe(1)
  expect(ledger.outbox.waiting('marketplace', 9).map(({ body }) => 'sku' in body && body.sku)).toContain(
    cups.sku,
  )
})
