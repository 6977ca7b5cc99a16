import pg from 'pg'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { TicketRef } from '#electron/shop/piece.ts'
import { prepareShopDatabase } from '#electron/shop/postgres/prepare.ts'
import type { CatalogueItem } from '#shared/catalogue/item.ts'
import type { Sku } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'
import { type CuttingProxy, cuttingProxy } from '#test/harness/cutting-proxy.ts'
import { testFolder } from '#test/harness/ledger-folder.ts'
import { demoItem } from '#test/harness/made-up-shop.ts'
import { startPostgres, type TestPostgres } from '#test/harness/postgres.node.ts'
import { joinShop, openShopTill, type ShopTill } from '#test/harness/shop-tills.ts'

let server: TestPostgres
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.stop())

const tagine: CatalogueItem = { ...demoItem(1), stock: 40 }
const rug = (n: number): CatalogueItem => ({ ...demoItem(4), sku: `RUG-${n}` as Sku, barcodes: [] })

interface Shop {
  readonly url: string
  /** Each till’s own way to the server. */
  readonly ways: readonly CuttingProxy[]
}

/** Two tills on one database, the second of which took its catalogue from there. */
async function twoTills(items: readonly CatalogueItem[]): Promise<Shop & { a: ShopTill; b: ShopTill }> {
  const url = await server.database()
  await prepareShopDatabase({ url })
  const ways: CuttingProxy[] = []
  const tills: ShopTill[] = []
  onTestFinished(async () => {
    for (const till of tills) await till.close()
    for (const way of ways) await way.close()
  })
  for (const own of [items, []]) {
    const folder = testFolder()
    const way = await cuttingProxy(server.port)
    ways.push(way)
    joinShop(folder, url, way.port)
    const till = await openShopTill(folder, own)
    await till.follow()
    tills.push(till)
  }
  const [a, b] = tills as [ShopTill, ShopTill]
  return { url, ways, a, b }
}

const countOf = ({ till }: ShopTill, item: CatalogueItem): number | null => till.ledger.stockOf(item.sku)
const ticketOf = ({ till }: ShopTill, number: number): TicketRef => ({
  till: till.ledger.tillId,
  number: number as TicketRef['number'],
})
const twice = (...tills: readonly ShopTill[]) =>
  tills.flatMap(({ till }) => till.ledger.soldTwice().map(({ sku, ours, theirs }) => ({ sku, ours, theirs })))
const inThere = async ({ shop }: ShopTill, sku: string): Promise<unknown> => {
  const asked = await shop.database.whereIs(sku as Sku)
  return asked.end === 'done' ? asked.value.at : asked
}

test('a till that joins has the shop’s catalogue and counts, and what one sells is gone at the other', async () => {
  const { a, b } = await twoTills([tagine, rug(1), rug(2)])
  expect(countOf(b, tagine)).toBe(40)
  await a.sell(rug(1), tagine)
  await a.told()
  await b.follow()
  expect(await b.scan(rug(1))).toBe('alreadySold')
  expect(b.till.ledger.soldBy(rug(1).sku)).toEqual(ticketOf(a, 1))
  expect(countOf(b, tagine)).toBe(39)
  await b.sell(tagine)
  await b.sell(rug(2))
  await b.follow()
  await a.follow()
  expect(countOf(a, tagine)).toBe(38)
  expect(await a.scan(rug(2))).toBe('alreadySold')

  const { seq } = a.till.ledger.head() ?? {}
  await a.follow()
  await b.follow()
  await a.follow()
  expect(a.till.ledger.head()?.seq, 'nothing is told back and forth').toBe(seq)
})

test('a piece in the other till’s cart is refused at the scan, and free when it is taken out', async () => {
  const { a, b } = await twoTills([rug(1)])
  expect(await a.scan(rug(1))).toBeNull()
  expect(await b.scan(rug(1))).toBe('claimedAtTill')
  expect(await a.send({ type: 'cancelSale' })).toBeNull()
  await expect.poll(() => inThere(a, 'RUG-1')).toEqual({ place: 'shelf' })
  expect(await b.scan(rug(1))).toBeNull()
})

test('what came back is on the shelf of both', async () => {
  const { a, b } = await twoTills([rug(1)])
  const ticket = await a.sell(rug(1))
  await a.told()
  await b.follow()
  await a.giveBack(ticket)
  await a.told()
  await b.follow()
  expect(b.till.ledger.soldBy(rug(1).sku)).toBeNull()
  await b.sell(rug(1))
  await b.told()
  await a.follow()
  expect(a.till.ledger.soldBy(rug(1).sku)).toEqual(ticketOf(b, 1))
  expect(twice(a, b)).toEqual([])
})

test('both go on selling while the server is away, and catch up; a piece sold at both ends in one notice', async () => {
  const { a, b, ways } = await twoTills([tagine, rug(1), rug(2)])
  for (const way of ways) way.shut(true)
  await a.sell(tagine)
  await b.sell(tagine, tagine)
  await a.sell(rug(1))
  await b.sell(rug(1))
  await b.sell(rug(2))
  // The first one is heard first: that is all that decides who sold it.
  ways[0]?.shut(false)
  await a.told()
  ways[1]?.shut(false)
  await b.follow()
  await a.follow()
  expect(twice(a, b)).toEqual([{ sku: 'RUG-1', ours: 2, theirs: ticketOf(a, 2) }])
  expect([a, b].map((till) => countOf(till, tagine))).toEqual([37, 37])
  expect(await a.scan(rug(2))).toBe('alreadySold')

  await b.follow()
  const again = await b.restart()
  expect(twice(again)).toHaveLength(1)
  // The visitor of the second till gets the money back: the piece is the other one's, and stays off the shelf.
  await again.giveBack(2 as TicketRef['number'])
  expect(twice(again)).toEqual([])
  await again.follow()
  await a.follow()
  expect(await again.scan(rug(1))).toBe('alreadySold')
  expect(twice(a, again)).toEqual([])
})

test('the one that sold it first takes it back: it is the other’s, and nobody is asked', async () => {
  const { a, b, ways } = await twoTills([rug(1)])
  for (const way of ways) way.shut(true)
  await a.sell(rug(1))
  await b.sell(rug(1))
  ways[0]?.shut(false)
  await a.told()
  ways[1]?.shut(false)
  await b.follow()
  expect(twice(a, b)).toHaveLength(1)
  await a.giveBack(1 as TicketRef['number'])
  await a.told()
  await b.follow()
  expect(twice(a, b)).toEqual([])
  expect(await inThere(a, 'RUG-1')).toEqual({ place: 'sold', ticket: ticketOf(b, 1) })
  await a.follow()
  expect(a.till.ledger.soldBy(rug(1).sku)).toEqual(ticketOf(b, 1))
})

test('a cart that held it when the other sold it ends in one notice, too', async () => {
  const { a, b, ways } = await twoTills([rug(1)])
  for (const way of ways) way.shut(true)
  await b.scan(rug(1))
  await a.sell(rug(1))
  ways[0]?.shut(false)
  await a.told()
  ways[1]?.shut(false)
  await b.follow()
  expect(await b.send({ type: 'payCash', given: dirham(1_900_000) })).toBeNull()
  expect(twice(a, b)).toEqual([{ sku: 'RUG-1', ours: 1, theirs: ticketOf(a, 1) }])
  await b.follow()
  await a.follow()
  expect(twice(a, b)).toHaveLength(1)

  const { marketplace } = b.till
  const shown = { sku: 'RUG-1', ours: 1, theirs: 1, name: rug(1).name }
  expect(marketplace.view().soldTwice).toMatchObject([shown])
  const close = () => marketplace.closeSoldTwice(rug(1).sku, shown.ours as never, 'two labels', 'amina')
  expect(close()).toEqual({ ok: true, value: null })
  expect(close()).toMatchObject({ refusal: { code: 'nothingToAnswer' } })
  await b.follow()
  expect(twice(a, b)).toEqual([])
})

test('a catalogue that one till loads is both tills’; a piece that the other has sold is not on the shelf by it', async () => {
  const { a, b } = await twoTills([tagine, rug(1)])
  await a.sell(rug(1), tagine)
  await a.told()
  await b.follow()
  const items = [{ ...tagine, price: dirham(9_900), stock: 60 }, rug(1), rug(2)]
  expect(await b.send({ type: 'loadCatalogue', items })).toBeNull()
  await b.follow()
  expect(await b.scan(rug(1))).toBe('alreadySold')
  await a.follow()
  expect(a.till.ledger.findItem(tagine.sku)?.price).toBe(9_900)
  expect([a, b].map((till) => countOf(till, tagine))).toEqual([60, 60])
  expect(await a.scan(rug(2))).toBeNull()
})

test('a server that was restored from an older backup gets again what it lost', async () => {
  const { a, b, url } = await twoTills([tagine, rug(1), rug(2)])
  await a.sell(rug(1))
  await a.told()
  const name = new URL(url).pathname.slice(1)
  const client = new pg.Client({ connectionString: url.replace(name, 'postgres') })
  await client.connect()
  const copy = async (from: string, to: string): Promise<void> => {
    await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname IN ('${from}', '${to}')`,
    )
    await client.query(`CREATE DATABASE ${to} TEMPLATE ${from}`)
  }
  await copy(name, 'backup')
  await b.follow()
  expect(await a.send({ type: 'loadCatalogue', items: [{ ...tagine, stock: 50 }] })).toBeNull()
  await a.sell(tagine)
  await b.sell(rug(2))
  await b.follow()
  await a.follow()

  await client.query(`DROP DATABASE ${name} WITH (FORCE)`)
  await copy('backup', name)
  await client.end()
  for (const till of [a, b, a, b]) await till.follow()
  expect([a, b].map((till) => countOf(till, tagine))).toEqual([49, 49])
  expect(await inThere(a, 'RUG-2')).toEqual({ place: 'sold', ticket: ticketOf(b, 1) })
  expect(await a.scan(rug(2))).toBe('alreadySold')
  expect(twice(a, b)).toEqual([])
})

test('a till that starts anew at every step loses nothing that it claimed, sold or heard', async () => {
  const { a, b: first, ways } = await twoTills([tagine, rug(1), rug(2)])
  let b = first
  expect(await b.scan(rug(1))).toBeNull()
  b = await b.restart()
  expect(await a.scan(rug(1))).toBe('claimedAtTill')
  expect(await b.send({ type: 'payCash', given: dirham(1_900_000) })).toBeNull()
  b = await b.restart()
  ways[1]?.shut(true)
  await b.sell(tagine)
  b = await b.restart()
  ways[1]?.shut(false)
  await b.told()
  await a.follow()
  expect(await a.scan(rug(1))).toBe('alreadySold')
  expect(countOf(a, tagine)).toBe(39)
  await a.sell(rug(2))
  await a.told()
  b = await b.restart()
  await b.follow()
  expect(b.till.ledger.soldBy(rug(2).sku)).toEqual(ticketOf(a, 1))
  expect(twice(a, b)).toEqual([])
})
