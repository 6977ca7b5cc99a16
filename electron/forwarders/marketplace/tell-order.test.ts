import { expect, test } from 'vitest'
import type { CatalogueItem } from '#shared/catalogue/item.ts'
import type { OnlineOrderId } from '#shared/marketplace/order.ts'
import { countedItems, marketStage, pieces } from '#test/harness/market-stage.ts'
import { refused } from '#test/harness/platform-shelf.ts'

const [pots] = countedItems as [CatalogueItem]
const [rug] = pieces as [CatalogueItem]

/** An order that was taken and told. */
async function withOrder(item: CatalogueItem, wanted: Parameters<typeof marketStage>[0] = {}) {
  const stage = marketStage(wanted)
  const order = stage.market.buy(item.sku)
  if (order === null) throw new Error('it is there to be bought')
  const id: OnlineOrderId = stage.desk.take([item.sku], { id: order.id })
  await stage.settle()
  return { ...stage, order, id }
}

test.each(['onHand', 'available'] as const)(
  'an order that left is told, and its counts after it: %s',
  async (counts) => {
    const { desk, settle, market, order, id, ledger } = await withOrder(pots, { capabilities: { counts } })
    desk.sellOrder(id)
    await settle()
    expect(order.state).toBe('shipped')
    expect(market.countOf(pots.sku)).toBe(5)
    expect(ledger.lanes()).toEqual([])
  },
)

test('killed before it was written down, it is told again and nothing is different', async () => {
  let told = 0
  const { desk, settle, market, order, id, ledger, timers } = await withOrder(pots, {
    capabilities: { counts: 'onHand' },
    fate: (name) => (name === 'moveOrder' && told++ === 0 ? 'lostAfter' : 'ok'),
  })
  desk.sellOrder(id)
  await settle()
  expect(order.state).toBe('shipped')
  await timers.advance(10_000)
  const keys = market.calls.flatMap(({ name, key }) => (name === 'moveOrder' ? [key] : []))
  expect(keys).toHaveLength(2)
  expect(new Set(keys).size).toBe(1)
  expect(market.countOf(pots.sku)).toBe(5)
  expect(ledger.lanes()).toEqual([])
})

test('an order that lost is cancelled, its task ends, and its counts are told again', async () => {
  const { desk, settle, market, order, id, ledger } = await withOrder(rug)
  desk.sell([rug])
  expect(desk.lose()).toEqual([id])
  desk.askToCancel(id)
  await settle()
  expect(order.state).toBe('refunded')
  expect(ledger.findOnlineOrder(id)).toMatchObject({ stage: 'cancelled', task: null })
  // The platform put it back by itself.
  expect(market.countOf(rug.sku)).toBe(0)
  expect(ledger.lanes()).toEqual([])
})

test('what the platform does not want to do waits for a person, with its own words', async () => {
  const { desk, settle, market, id, ledger } = await withOrder(rug)
  market.cancelAndRefund = async () => refused('refused')
  desk.askToCancel(id)
  await settle()
  expect(ledger.outbox.find(`cancel:${id}`)).toMatchObject({
    state: 'setAside',
    lastError: 'refused: refused it says refused',
  })
  expect(ledger.findOnlineOrder(id)).toMatchObject({ stage: 'open', cancelAsked: true })
})

test.each([
  ['noKey', 'notSignedOn'],
  ['busy', 'refused'],
  ['html', 'garbage'],
  ['noNetwork', 'noNetwork'],
  ['lostBefore', 'silent'],
] as const)('%s: the order waits', async (fate, trouble) => {
  let isOver = false
  const { desk, settle, pump, id, order, timers } = await withOrder(pots, {
    fate: (name) => (name === 'moveOrder' && !isOver ? fate : 'ok'),
  })
  desk.sellOrder(id)
  await settle()
  expect(pump.lanes()).toMatchObject([{ trouble, setAside: 0 }])
  isOver = true
  await timers.advance(60_000)
  expect(order.state).toBe('shipped')
})

test('an order that the platform never takes word of keeps no count from being told', async () => {
  const { desk, settle, market, id, timers, ledger } = await withOrder(pots, {
    fate: (name) => (name === 'moveOrder' ? 'lostBefore' : 'ok'),
  })
  desk.sellOrder(id)
  await settle()
  desk.sell([rug])
  await timers.advance(60_000)
  expect(market.countOf(rug.sku)).toBe(0)
  expect(ledger.lanes()).toMatchObject([{ waiting: 1, setAside: 0 }])
})

test.each(['notAllowed', 'malformed'] as const)(
  '%s: the order waits for a person, and the lane goes on',
  async (code) => {
    const { desk, settle, market, id, timers, ledger } = await withOrder(rug)
    market.cancelAndRefund = async () => refused(code)
    desk.askToCancel(id)
    await settle()
    await timers.advance(600_000)
    expect(ledger.outbox.find(`cancel:${id}`)).toMatchObject({ state: 'setAside' })
    expect(ledger.findOnlineOrder(id)).toMatchObject({ stage: 'open', cancelAsked: true })
  },
)
