import { expect, test } from 'vitest'
import { pause } from '#drivers/transport/timers.ts'
import type { ClaimingSale } from '#electron/checkout/ports.ts'
import { memoryShop } from '#electron/shop/memory/memory-shop.ts'
import { memoryStore } from '#electron/shop/memory/memory-store.ts'
import type { Holder, Whereabouts } from '#electron/shop/piece.ts'
import type { ShopDatabase } from '#electron/shop/shop-database.ts'
import type { CatalogueItem } from '#shared/catalogue/item.ts'
import type { SaleId, Sku, TicketNumber, TillId } from '#shared/kernel/ids.ts'
import { marketStage, pieces } from '#test/harness/market-stage.ts'
import type { VirtualTimers } from '#test/harness/virtual-timers.ts'

const [rug, vase] = pieces as [CatalogueItem, CatalogueItem]
const sale = 'sale-1' as SaleId
const other: Holder = { place: 'cart', till: 'other-till' as TillId, sale: 'theirs' as SaleId }

type Line = 'up' | 'down' | 'silent'

/** A till without a marketplace, one of two in its shop. */
function shopStage() {
  const world: { line: Line; timers: VirtualTimers | null; calls: number } = {
    line: 'up',
    timers: null,
    calls: 0,
  }
  const store = memoryStore('dar-zarbia', () => world.timers?.nowMs() ?? 0)
  const database = memoryShop(store)
  const onTheLine = async <T>(ask: () => Promise<T>): Promise<T> => {
    world.calls += 1
    if (world.line === 'up') return ask()
    const sent = world.line === 'silent'
    if (sent && world.timers) await pause(world.timers, 3_000)
    const unknown = { end: 'unknown', trouble: sent ? 'silent' : 'noNetwork', sent, text: '' } as const
    return unknown as T
  }
  const shop: ShopDatabase = {
    ...database,
    claim: (...args) => onTheLine(() => database.claim(...args)),
    extend: (...args) => onTheLine(() => database.extend(...args)),
    release: (...args) => onTheLine(() => database.release(...args)),
  }
  const stage = marketStage({ shop: () => shop })
  world.timers = stage.timers
  stage.stage.connection = null
  const { timers, claims, ledger } = stage
  const mine = (place: 'cart' | 'parked'): Holder => ({ place, till: ledger.tillId, sale })
  return {
    ...stage,
    world,
    database,
    mine,
    take: (sku: Sku, by = sale) => timers.until(claims.take(sku, by)),
    where: async (sku: Sku): Promise<Whereabouts> => {
      const asked = await database.whereIs(sku)
      if (asked.end !== 'done') throw new Error('in memory')
      return asked.value.at
    },
    follow: (...sales: readonly ClaimingSale[]) => {
      claims.follow(sales)
      return timers.until(claims.settled())
    },
  }
}

const inCart = (parked: boolean): ClaimingSale => ({ saleId: sale, parked, pieces: [rug.sku] })

test('in a cart, parked, in a cart again, on the shelf: the database has it where it is', async () => {
  const { take, follow, where, mine, ledger } = shopStage()
  expect(await take(rug.sku)).toEqual({ standing: 'own' })
  await follow(inCart(false))
  expect(await where(rug.sku)).toEqual(mine('cart'))
  await follow(inCart(true))
  expect(await where(rug.sku)).toEqual(mine('parked'))
  await follow(inCart(false))
  expect(await where(rug.sku)).toEqual(mine('cart'))
  await follow()
  expect(await where(rug.sku)).toEqual({ place: 'shelf' })
  expect(ledger.market.holds()).toEqual([])
})

test('a cart that takes hours keeps its pieces; a till that is gone does not', async () => {
  const { take, follow, where, mine, timers, claims } = shopStage()
  await take(rug.sku)
  await follow(inCart(false))
  await timers.advance(3 * 3_600_000)
  expect(await where(rug.sku)).toEqual(mine('cart'))
  await claims.close()
  await timers.advance(601_000)
  expect(await where(rug.sku)).toEqual({ place: 'shelf' })
})

test('sold, it is nobody else’s until the journal says so', async () => {
  const { take, follow, where, desk, mine, timers, ledger } = shopStage()
  await take(rug.sku)
  await follow(inCart(false))
  desk.sell([rug])
  await follow()
  await timers.advance(24 * 3_600_000)
  expect(await where(rug.sku)).toEqual(mine('parked'))
  expect(ledger.market.holds()).toEqual([])
})

test('another till has it: in a cart, sold, or promised to an order', async () => {
  const { take, database, ledger } = shopStage()
  await database.claim(rug.sku, other, null)
  expect(await take(rug.sku)).toEqual({
    standing: 'elsewhere',
    at: { place: 'till', till: 'other-till' },
  })
  const ticket = { till: 'other-till' as TillId, number: 3 as TicketNumber }
  await database.sell(rug.sku, { ticket, sale: 'theirs' as SaleId, order: null })
  expect(await take(rug.sku)).toEqual({ standing: 'elsewhere', at: { place: 'sold' } })
  await database.claim(vase.sku, { place: 'online', order: 'o-9' }, null)
  expect(await take(vase.sku)).toEqual({ standing: 'elsewhere', at: { place: 'order', order: 'o-9' } })
  expect(ledger.market.holds()).toEqual([])
})

test('the till that looks after the orders asks its own ledger about them, and nobody else', async () => {
  const { take, database, stage } = shopStage()
  stage.connection = 'connection-1'
  await database.claim(rug.sku, { place: 'online', order: '#order-1' }, null)
  expect(await take(rug.sku)).toEqual({ standing: 'risk', because: 'refused' })
})

test('what a paid order waits for no other till can take, until it is sold or cancelled', async () => {
  const { where, claims, desk, timers, ledger } = shopStage()
  const looked = async (): Promise<void> => {
    claims.look()
    await timers.until(claims.settled())
  }
  claims.follow([])
  const order = desk.take([rug.sku, null], { state: 'placed' })
  await looked()
  expect(await where(rug.sku)).toEqual({ place: 'shelf' })
  desk.move(order, 'paid')
  await looked()
  await looked()
  expect(await where(rug.sku)).toEqual({ place: 'online', order: '#order-1' })
  desk.move(order, 'refunded')
  await looked()
  expect(await where(rug.sku)).toEqual({ place: 'shelf' })
  desk.sellOrder(desk.take([vase.sku]))
  await looked()
  expect(ledger.market.holds()).toEqual([])
})

test('what another till has in a cart is the order’s when it comes back to the shelf', async () => {
  const { where, claims, desk, timers, database } = shopStage()
  await database.claim(rug.sku, other, null)
  claims.follow([])
  desk.take([rug.sku])
  claims.look()
  await timers.advance(60_000)
  expect(await where(rug.sku)).toEqual(other)
  await database.release(rug.sku, other)
  await timers.advance(60_000)
  expect(await where(rug.sku)).toEqual({ place: 'online', order: '#order-1' })
})

test('given back here and not heard of there: it is ours', async () => {
  const { take, database, ledger } = shopStage()
  const ticket = { till: ledger.tillId, number: 3 as TicketNumber }
  await database.sell(rug.sku, { ticket, sale, order: null })
  expect(await take(rug.sku)).toEqual({ standing: 'own' })
})

test('what an earlier sale of this till still claims is ours', async () => {
  const { take, database, where, mine, ledger } = shopStage()
  await database.claim(rug.sku, { place: 'parked', till: ledger.tillId, sale: 'sale-0' as SaleId }, null)
  expect(await take(rug.sku)).toEqual({ standing: 'own' })
  expect(await where(rug.sku)).toEqual(mine('cart'))
})

test.each([
  ['down', 'noNetwork', 0],
  ['silent', 'silent', 400],
] as const)(
  'the line is %s: at risk, within 400 ms, and claimed when it can be',
  async (line, because, most) => {
    const { take, follow, where, mine, world, timers } = shopStage()
    world.line = line
    const began = timers.nowMs()
    expect(await take(rug.sku)).toEqual({ standing: 'risk', because })
    expect(timers.nowMs() - began).toBeLessThanOrEqual(most)
    await follow(inCart(false))
    world.line = 'up'
    await timers.advance(60_000)
    expect(await where(rug.sku)).toEqual(mine('cart'))
  },
)

test('another till was faster while the line was down: the visitor keeps it, and it stays theirs there', async () => {
  const { take, follow, where, world, timers, database, ledger } = shopStage()
  world.line = 'down'
  await take(rug.sku)
  await follow(inCart(false))
  await database.claim(rug.sku, other, null)
  world.line = 'up'
  await timers.advance(60_000)
  await follow()
  expect(await where(rug.sku)).toEqual(other)
  expect(ledger.market.holds()).toEqual([])
})

test('parked, let go while the line is down, killed: let go when it is up', async () => {
  const { take, follow, where, world, timers, claims, life } = shopStage()
  await take(rug.sku)
  await follow(inCart(true))
  world.line = 'down'
  await follow()
  await claims.close()
  world.line = 'up'
  const next = life(timers)
  next.claims.follow([])
  await timers.advance(60_000)
  expect(await where(rug.sku)).toEqual({ place: 'shelf' })
  await timers.until(next.claims.close())
})

test('a line that is down is tried ever more seldom, and within half a minute', async () => {
  const { take, follow, world, timers } = shopStage()
  world.line = 'down'
  await take(rug.sku)
  await follow(inCart(false))
  await timers.advance(3_600_000)
  const before = world.calls
  await timers.advance(600_000)
  expect(world.calls - before).toBeGreaterThanOrEqual(20)
  expect(world.calls - before).toBeLessThan(120)
})
