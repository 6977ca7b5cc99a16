import { spawn } from 'node:child_process'
import pg from 'pg'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import type { Asked, ShopDatabase } from '#electron/shop/shop-database.ts'
import { seededChance } from '#shared/kernel/seeded-chance.ts'
import { cuttingProxy } from '#test/harness/cutting-proxy.ts'
import { demoItem } from '#test/harness/made-up-shop.ts'
import { startPostgres, type TestPostgres } from '#test/harness/postgres.node.ts'
import { soldIn, TillJournal } from '#test/harness/till-journal.ts'
import { type Answers, raced, visit, wrongIn } from './shop-races.ts'
import { cart, done, openPostgres, seller, shopDatabaseOn } from './shop-rig.ts'

const runs = 200
const [rug] = raced

let server: TestPostgres
let url: string
/** Where two that meet are told to try again, as a server of many machines tells them. */
let strictUrl: string

beforeAll(async () => {
  server = await startPostgres()
  url = await shopDatabaseOn(server)
  strictUrl = await shopDatabaseOn(server)
  const client = new pg.Client({ connectionString: strictUrl })
  await client.connect()
  const database = new URL(strictUrl).pathname.slice(1)
  await client.query(`ALTER DATABASE ${database} SET default_transaction_isolation TO 'serializable'`)
  await client.end()
})
afterAll(() => server.stop())

function opened(at: string, shop: string): ShopDatabase {
  const database = openPostgres(at, shop)
  onTestFinished(() => database.close())
  return database
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

async function races(at: string, name: string): Promise<Record<string, number>> {
  const seen: Record<string, number> = { lost: 0, sold: 0, overruled: 0, soldBefore: 0 }
  const seats = ['t1', 't2', 't3', 't4', 't5', 't6', 't7', 'web']
  for (let seed = 1; seed <= runs; seed++) {
    const tills = seats.map((seat) => ({ seat, shop: openPostgres(at, `${name}-${seed}`, 1) }))
    const answers: Answers = { given: [], told: [] }
    const serve = async ({ seat, shop }: (typeof tills)[number], place: number): Promise<void> => {
      const chance = seededChance(seed * 31 + place)
      const surely = async <T>(ask: () => Promise<Asked<T>>): Promise<T> => {
        for (;;) {
          const answer = await done(ask())
          if (chance() >= 0.15) return answer
          seen.lost = (seen.lost ?? 0) + 1
        }
      }
      for (let n = 1; n <= 2; n++) await visit({ name: seat, shop, chance, surely }, n, answers)
    }
    await Promise.all(tills.map(serve))
    const [{ shop: any }] = tills as [(typeof tills)[number]]
    const ends = await Promise.all(raced.map((piece) => done(any.whereIs(piece))))
    expect(wrongIn(answers, ends), `seed ${seed}`).toEqual([])
    for (const { sold } of answers.told) seen[sold.end] = (seen[sold.end] ?? 0) + 1
    await Promise.all(tills.map(({ shop }) => shop.close()))
  }
  return seen
}

test(`${runs} races of eight connections: a piece is with one at a time and sold once, or somebody is told`, async () => {
  for (const often of Object.values(await races(url, 'race'))) expect(often).toBeGreaterThan(runs / 10)
}, 300_000)

test('the same where the server tells those who meet to try again', async () => {
  const shops = Array.from({ length: 8 }, () => opened(strictUrl, 'strict'))
  for (let round = 0; round < 20; round++) {
    const piece = demoItem(round * 5 + 4)
    const claims = await Promise.all(
      shops.map((shop, i) => done(shop.claim(piece.sku, cart(`t${i}`, 's'), 9_000))),
    )
    expect(claims.filter(({ yours }) => yours)).toHaveLength(1)
    const sales = await Promise.all(
      shops.map((shop, i) => done(shop.sell(piece.sku, seller(`t${i}`, 's', round + 1)))),
    )
    expect(sales.filter(({ end }) => end !== 'soldBefore')).toHaveLength(1)
  }
  const journals = shops.map((_, i) =>
    soldIn(`t${i}`, [demoItem(1), demoItem(2), demoItem(4)], Date.UTC(2026, 0, 1)),
  )
  const arrivals = await Promise.all(
    journals.map((journal, i) => done((shops[i] as ShopDatabase).ingest(journal.part()))),
  )
  expect(arrivals.map(({ end }) => end)).toEqual(Array(8).fill('stored'))
  expect(await done((shops[0] as ShopDatabase).stockOf(demoItem(1).sku))).toMatchObject({ count: -8 })
}, 120_000)

test('the connection is lost after the commit: the same call again answers what it would have answered', async () => {
  const proxy = await cuttingProxy(server.port)
  onTestFinished(() => proxy.close())
  const near = opened(url.replace(String(server.port), String(proxy.port)), 'cut')
  const far = opened(url, 'cut')

  proxy.cutAt('INSERT 0 1')
  expect(await near.claim(rug, cart('t1', 's1'), 60_000)).toMatchObject({
    end: 'unknown',
    trouble: 'lineLost',
    sent: true,
  })
  expect(await done(far.claim(rug, cart('t2', 's2'), 60_000))).toMatchObject({ yours: false })
  expect(await done(near.claim(rug, cart('t1', 's1'), 60_000))).toMatchObject({ yours: true })

  proxy.cutAt('COMMIT')
  expect(await near.sell(rug, seller('t2', 's2', 1))).toMatchObject({ end: 'unknown', sent: true })
  expect(await done(near.sell(rug, seller('t2', 's2', 1)))).toEqual({
    end: 'overruled',
    lost: cart('t1', 's1'),
  })

  const journal = new TillJournal('t1').live({ items: 20, tickets: 10 })
  proxy.cutAt('COMMIT')
  expect(await near.ingest(journal.part())).toMatchObject({ end: 'unknown', sent: true })
  expect(await done(near.ingest(journal.part()))).toMatchObject({ end: 'stored', added: 0 })
  expect(proxy.cuts()).toBe(3)
})

test('the line is lost before the commit: nothing of it happened', async () => {
  const proxy = await cuttingProxy(server.port)
  onTestFinished(() => proxy.close())
  const near = opened(url.replace(String(server.port), String(proxy.port)), 'half')
  const journal = new TillJournal('t1').live({ items: 20, tickets: 10 })
  proxy.cutAt('UPDATE 1')
  expect(await near.ingest(journal.part())).toMatchObject({ end: 'unknown', trouble: 'lineLost' })
  expect(await done(opened(url, 'half').headOf(journal.till))).toBeNull()
  expect(await done(near.ingest(journal.part()))).toMatchObject({
    end: 'stored',
    added: journal.entries.length,
  })
})

/** Another process that has taken something, and was killed. */
async function killedWhile(shop: string, what: 'claim' | 'lock'): Promise<void> {
  const process_ = spawn(process.execPath, ['test/harness/claiming-process.ts', url, shop, what], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((resolve) => process_.stdout.once('data', resolve))
  process_.kill('SIGKILL')
  await new Promise((resolve) => process_.once('exit', resolve))
}

test('a till killed with a piece in its cart holds it until the hold is over, and no longer', async () => {
  await killedWhile('killed', 'claim')
  const shop = opened(url, 'killed')
  expect(await done(shop.whereIs(rug))).toMatchObject({ at: cart('killed', 's1') })
  await pause(700)
  expect(await done(shop.claim(rug, cart('t2', 's2'), 60_000))).toMatchObject({ yours: true })
})

test('a till killed in the middle of a sale has not sold, and holds up nobody', async () => {
  const shop = opened(url, 'locked')
  await done(shop.claim(rug, cart('t2', 's2'), 60_000))
  await killedWhile('locked', 'lock')
  expect(await done(shop.sell(rug, seller('t2', 's2', 1)))).toEqual({ end: 'sold' })
})

test('a till whose clock is a day ahead neither takes earlier nor holds longer', async () => {
  const shop = opened(url, 'skewed')
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 86_400_000 })
  onTestFinished(() => void vi.useRealTimers())
  await done(shop.claim(rug, cart('ahead', 's1'), 400))
  vi.useRealTimers()
  expect(await done(shop.claim(rug, cart('t2', 's2'), 60_000))).toMatchObject({ yours: false })
  await pause(500)
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 86_400_000 })
  expect(await done(shop.claim(rug, cart('behind', 's3'), 60_000))).toMatchObject({ yours: true })
})
