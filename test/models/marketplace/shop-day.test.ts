import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MarketDouble } from '../../harness/market-double.ts'
import { pieces, skus } from '../../harness/market-stage.ts'
import { type Act, moods, ShopDay } from './shop-day.ts'

const platforms = {
  'holds pieces': { capabilities: { reservation: true, counts: 'onHand' } },
  'holds pieces for a quarter of an hour': {
    capabilities: { reservation: true, counts: 'onHand' },
    holdMs: 900_000,
  },
  'only takes counts': { capabilities: { counts: 'available' } },
  'only takes counts on hand': { capabilities: { counts: 'onHand', batch: 2 } },
  'compares, and answers a key once': {
    capabilities: { counts: 'available', compareAndSet: true, idempotencyKey: true, batch: 3 },
  },
} as const

const which = fc.nat(11)
const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('scan' as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('drop' as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('sellCounted' as const), which }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('buy' as const), which }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('pay' as const) }) },
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constantFrom('park', 'resume', 'giveBack', 'ask', 'ship', 'lose') }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('net' as const), mood: fc.constantFrom(...moods) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('kill' as const), afterMs: fc.nat(500) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.nat(20_000) }) },
)

/** Pieces that left the shop, at the counter or sent to a buyer, less those that came back. */
const gone = (day: ShopDay) => pieces.map(({ sku }) => 1 - day.shelfOf(sku))

function countsOf(market: MarketDouble) {
  return skus.map((sku) => market.countOf(sku))
}

describe.each(Object.entries(platforms))('a platform that %s', (_name, wanted) => {
  test('after whatever network and whatever kills: counts are right, holds are gone, nobody waited', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.array(acts, { minLength: 5, maxLength: 40 }), async (seed, day) => {
        const shop = new ShopDay(seed, wanted)
        const { market, ledger } = shop.stage
        for (const act of day) await shop.act(act)
        await shop.calm()
        if (!('holdMs' in wanted))
          for (const sku of shop.piecesInCarts()) expect(market.free(sku)).toBeLessThanOrEqual(0)
        shop.leaveCarts()
        await shop.calm()
        expect(ledger.lanes()).toEqual([])
        expect(countsOf(market)).toEqual(skus.map((sku) => shop.rightCount(sku)))
        expect(market.openHolds()).toEqual([])
        expect(ledger.market.holds()).toEqual([])
        expect(market.oldWrites).toEqual([])
        expect(shop.longestTakeMs).toBeLessThanOrEqual(400)
        for (const units of gone(shop)) expect([0, 1]).toContain(units)
        expect(ledger.onlineTasks()).toEqual([])
        await shop.close()
      }),
      { numRuns: Number(process.env.HANOUT_SHOP_DAYS ?? 12) },
    )
  }, 180_000)
})
