import { expect, test } from 'vitest'
import type { ClaimingSale } from '#electron/checkout/ports.ts'
import type { CatalogueItem } from '#shared/catalogue/item.ts'
import type { Claim } from '#shared/checkout/step.ts'
import type { SaleId, Sku } from '#shared/kernel/ids.ts'
import { countedItems, marketStage, pieces, type StageWanted } from '#test/harness/market-stage.ts'

const [rug, vase] = pieces as [CatalogueItem, CatalogueItem]
const [pots] = countedItems as [CatalogueItem]
const sale = 'sale-1' as SaleId
const own: Claim = { standing: 'own' }

const cart = (...skus: readonly Sku[]): readonly ClaimingSale[] => [
  { saleId: sale, parked: false, pieces: skus },
]

function claimStage(wanted: StageWanted = {}) {
  const stage = marketStage(wanted)
  const { timers, claims } = stage
  return {
    ...stage,
    take: (sku: Sku, by = sale) => timers.until(claims.take(sku, by)),
    /** The sales as they stand, and time for whoever looks after the claims. */
    follow: async (sales: readonly ClaimingSale[]) => {
      claims.follow(sales)
      await timers.until(claims.settled())
      await stage.settle()
    },
  }
}

const reserving = { capabilities: { reservation: true, counts: 'onHand' } } as const
const lowering = { capabilities: { reservation: false, counts: 'available' } } as const
const plain = { capabilities: { reservation: false, counts: 'onHand' } } as const

test('a piece that nobody else can have is asked of nobody', async () => {
  const { take, stage, market, ledger } = claimStage(reserving)
  stage.connection = null
  expect(await take(rug.sku)).toBeNull()
  expect(market.calls).toEqual([])
  expect(ledger.market.holds()).toEqual([])
})

test.each([
  ['held', reserving],
  ['one less', lowering],
  ['one less on hand', plain],
])('in a cart it is bought by nobody, out of it by anybody: %s', async (_name, wanted) => {
  const { take, follow, market, ledger } = claimStage(wanted)
  expect(await take(rug.sku)).toEqual(own)
  await follow(cart(rug.sku))
  expect(market.buy(rug.sku)).toBeNull()
  await follow([])
  expect(ledger.market.holds()).toEqual([])
  expect(market.free(rug.sku)).toBe(1)
  expect(market.openHolds()).toEqual([])
})

test.each([
  ['held', reserving],
  ['one less', lowering],
  ['one less on hand', plain],
])('sold, it is told as gone before it is let go: %s', async (_name, wanted) => {
  const { take, follow, market, ledger, desk, timers } = claimStage(wanted)
  await take(rug.sku)
  await follow(cart(rug.sku))
  desk.sell([rug])
  await follow([])
  await timers.advance(10_000)
  expect(market.countOf(rug.sku)).toBe(0)
  expect(ledger.market.holds()).toEqual([])
  const names = market.calls.map(({ name }) => name)
  if (wanted === reserving) expect(names).toEqual(['hold', 'setStocks', 'release'])
})

test('the order of a buyer who paid keeps it; of one who did not it does not', async () => {
  const { take, desk } = claimStage(lowering)
  const placed = desk.take([rug.sku], { state: 'placed' })
  expect(await take(rug.sku)).toEqual(own)
  desk.take([vase.sku])
  expect(await take(vase.sku)).toEqual({ standing: 'elsewhere', at: { place: 'order', order: '#order-2' } })
  desk.move(placed, 'paid')
  expect(await take(rug.sku, 'sale-2' as SaleId)).toMatchObject({ standing: 'elsewhere' })
})

test('a paid order behind one that is not keeps it, too', async () => {
  const { take, desk } = claimStage(lowering)
  desk.take([rug.sku], { state: 'placed' })
  desk.take([rug.sku])
  expect(await take(rug.sku)).toMatchObject({ standing: 'elsewhere' })
})

test.each([
  ['held', reserving],
  ['one less', lowering],
  ['one less on hand', plain],
])(
  'bought and not heard of yet: the orders are asked for, and the piece is the buyer’s: %s',
  async (_name, wanted) => {
    const { take, market, ledger, follow } = claimStage(wanted)
    const order = market.buy(rug.sku)
    expect(await take(rug.sku)).toEqual({
      standing: 'elsewhere',
      at: { place: 'order', order: `#${order?.id}` },
    })
    await follow([])
    expect(ledger.market.holds()).toEqual([])
  },
)

test('gone there and no order to be found: the visitor has it in the hand', async () => {
  const { take, market, stage } = claimStage(lowering)
  market.buy(rug.sku)
  stage.askForOrders = async () => undefined
  expect(await take(rug.sku)).toEqual({ standing: 'risk', because: 'refused' })
})

test('what we said is none was bought by nobody', async () => {
  const { take, desk, settle } = claimStage(lowering)
  const ticket = desk.sell([rug])
  await settle()
  desk.giveBack(ticket)
  expect(await take(rug.sku)).toEqual(own)
})

test.each([
  ['noNetwork', 'noNetwork'],
  ['lostBefore', 'silent'],
  ['lostAfter', 'silent'],
  ['busy', 'refused'],
  ['html', 'refused'],
  ['noKey', 'refused'],
] as const)(
  '%s: the visitor has it in the hand, and the platform is told when it can be',
  async (fate, because) => {
    for (const wanted of [reserving, lowering, plain]) {
      let isBad = true
      const { take, follow, market, ledger, timers } = claimStage({
        ...wanted,
        fate: () => (isBad ? fate : 'ok'),
      })
      expect(await take(rug.sku)).toEqual({ standing: 'risk', because })
      isBad = false
      await follow(cart(rug.sku))
      await timers.advance(60_000)
      expect(market.free(rug.sku)).toBe(0)
      await follow([])
      await timers.advance(60_000)
      expect(ledger.market.holds()).toEqual([])
      expect(market.free(rug.sku)).toBe(1)
    }
  },
)

test('nobody waits longer than 400 ms, and an answer that comes later is an answer', async () => {
  const { take, follow, market, timers } = claimStage({ ...reserving, takesMs: () => 900 })
  const began = timers.nowMs()
  expect(await take(rug.sku)).toEqual({ standing: 'risk', because: 'silent' })
  expect(timers.nowMs() - began).toBeLessThanOrEqual(400)
  await follow(cart(rug.sku))
  await timers.advance(2_000)
  expect(market.openHolds()).toEqual([rug.sku])
  expect(market.timesOf('hold')).toBe(1)
})

test('a hold that runs out is held anew while the piece is in a cart or parked', async () => {
  const { take, follow, market, timers } = claimStage({ ...reserving, holdMs: 900_000 })
  await take(rug.sku)
  await follow([{ saleId: sale, parked: true, pieces: [rug.sku] }])
  await timers.advance(4 * 3_600_000)
  expect(market.openHolds()).toEqual([rug.sku])
  expect(market.timesOf('hold')).toBeLessThan(60)
  await follow([])
  expect(market.openHolds()).toEqual([])
})

test('taken out and put in again before it was let go, it is held once', async () => {
  const { take, market, claims, timers, ledger } = claimStage(reserving)
  await take(rug.sku)
  claims.follow(cart(rug.sku))
  const other = 'sale-2' as SaleId
  claims.follow([])
  const claim = claims.take(rug.sku, other)
  claims.follow([{ saleId: other, parked: false, pieces: [rug.sku] }])
  expect(await timers.until(claim)).toEqual(own)
  await timers.advance(10_000)
  expect(market.openHolds()).toEqual([rug.sku])
  expect(ledger.market.holds()).toMatchObject([{ saleId: other }])
})

test('killed in the middle: what is in no sale is let go, whether it was heard of or not', async () => {
  const { ledger, market, life, timers } = claimStage(reserving)
  const hold = { connection: 'connection-1', sku: rug.sku, saleId: sale }
  ledger.market.beginHold({ ...hold, key: 'never-asked' })
  ledger.market.beginHold({ ...hold, key: 'never-heard', sku: vase.sku })
  market.holds.set('never-heard', { sku: vase.sku, untilMs: Number.POSITIVE_INFINITY, open: true })
  const { claims } = life(timers)
  await timers.advance(10_000)
  expect(market.calls).toEqual([])
  claims.follow([])
  await timers.advance(10_000)
  expect(ledger.market.holds()).toEqual([])
  expect(market.openHolds()).toEqual([])
  await timers.until(claims.close())
})

test('another shop: what was claimed at the first is forgotten', async () => {
  const { take, follow, stage, ledger, market } = claimStage(reserving)
  await take(rug.sku)
  stage.connection = 'connection-2'
  await follow(cart(rug.sku))
  expect(ledger.market.holds()).toEqual([])
  expect(market.timesOf('release')).toBe(0)
})

test('a counted item is nobody’s claim, and a piece that was deleted online nobody can buy', async () => {
  const { take, market, ledger } = claimStage(lowering)
  const good = market.goods.get(rug.sku)
  if (good) good.gone = true
  expect(await take(rug.sku)).toEqual(own)
  expect(ledger.market.told('connection-1', pots.sku)).toMatchObject({ count: 6 })
})

test('nothing is written behind the back of a count that is on its way', async () => {
  const { take, follow, market, desk, pump, timers } = claimStage({ ...lowering, takesMs: () => 200 })
  const ticket = desk.sell([rug])
  await follow([])
  desk.giveBack(ticket)
  pump.wake()
  await timers.advance(20)
  // Under way: one is told. The claim waits for its end.
  await take(rug.sku)
  await follow(cart(rug.sku))
  await timers.advance(5_000)
  expect(market.oldWrites).toEqual([])
  expect(market.countOf(rug.sku)).toBe(0)
})
