import { realTimers } from '#drivers/transport/timers.ts'
import { usualTimings } from '#electron/shop/postgres/connections.ts'
import { postgresShop } from '#electron/shop/postgres/postgres-shop.ts'
import { prepareShopDatabase } from '#electron/shop/postgres/prepare.ts'
import type { Asked, ShopDatabase } from '#electron/shop/shop-database.ts'
import type { SaleId, Sku, TillId } from '#shared/kernel/ids.ts'
import { seededChance } from '#shared/kernel/seeded-chance.ts'
import { startPostgres, type TestPostgres } from '#test/harness/postgres.node.ts'
import { TillJournal } from '#test/harness/till-journal.ts'
import { type Figure, median, p95, type Row } from './figure.ts'

const warmUp = 50
const samples = 1_000
const tillsOfAShop = 5
/** Entries of one part: a till that was away for about an hour. */
const partSize = 100
const ticketsOfATill = 60

const opened = (url: string, shop: string): ShopDatabase =>
  postgresShop({
    url,
    shop,
    connections: 1,
    timings: { ...usualTimings, answerMs: 60_000 },
    timers: realTimers,
    chance: seededChance(7),
  })

async function done<T>(asked: Promise<Asked<T>>): Promise<T> {
  const answer = await asked
  if (answer.end !== 'done') throw new Error(`${answer.trouble}: ${answer.text}`)
  return answer.value
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now()
  await work()
  return performance.now() - from
}

async function claims(url: string): Promise<Row> {
  const shop = opened(url, 'claims')
  const times: number[] = []
  const bare: number[] = []
  for (let n = -warmUp; n < samples; n++) {
    const by = { place: 'cart', till: 't1' as TillId, sale: `s${n}` as SaleId } as const
    const time = await timed(() => done(shop.claim(`RUG-${n}` as Sku, by, 60_000)))
    const yard = await timed(() => done(shop.stockOf('none' as Sku)))
    if (n < 0) continue
    times.push(time)
    bare.push(yard)
  }
  await shop.close()
  return {
    figure: 'claim of a piece on PostgreSQL, there and back, durable',
    bar: figure.bar,
    median: median(times),
    p95: p95(times),
    unit: 'ms',
    yardstick: `${median(bare).toFixed(3)} ms, one read of one row on the same connection`,
    ratio: median(times) / median(bare),
    met: p95(times) <= 10,
  }
}

/** @returns entries a second, all tills at once, each on a connection of its own */
async function ingested(server: TestPostgres, tills: number): Promise<number> {
  const url = await server.database()
  await prepareShopDatabase({ url })
  const journals = Array.from({ length: tills }, (_, n) =>
    new TillJournal(`t${n}`).live({ items: 200, tickets: ticketsOfATill, seed: n + 1 }),
  )
  const shops = journals.map((_, n) => opened(url, `shop-${Math.floor(n / tillsOfAShop)}`))
  await Promise.all(shops.map((shop) => done(shop.headOf('none' as TillId))))
  const entries = journals.reduce((sum, journal) => sum + journal.entries.length, 0)
  const ms = await timed(() =>
    Promise.all(
      journals.map(async (journal, n) => {
        for (const part of journal.parts(partSize)) {
          const arrival = await done((shops[n] as ShopDatabase).ingest(part))
          if (arrival.end !== 'stored') throw new Error(`till ${n}: ${arrival.end}`)
        }
      }),
    ),
  )
  await Promise.all(shops.map((shop) => shop.close()))
  return (entries / ms) * 1_000
}

async function run(): Promise<readonly Row[]> {
  const server = await startPostgres({ durable: true })
  try {
    const url = await server.database()
    await prepareShopDatabase({ url })
    const rows = [await claims(url)]
    const few = await ingested(server, 10)
    for (const tills of [10, 50, 200]) {
      const rate = tills === 10 ? few : await ingested(server, tills)
      rows.push({
        figure: `ingest of journals from ${tills} tills at once, verified, durable`,
        bar: 'of 200 tills at least half the rate of 10',
        median: rate,
        p95: null,
        unit: 'entries/s',
        yardstick: `${Math.round(few)} entries/s from 10 tills`,
        ratio: rate / few,
        met: rate >= few / 2,
      })
    }
    return rows
  } finally {
    await server.stop()
  }
}

export const figure: Figure = { name: 'shop', bar: 'p95 ≤ 10 ms', run }
