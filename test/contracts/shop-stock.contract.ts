import { describe, expect, test } from 'vitest'
import type { Changes, ShopDatabase } from '#electron/shop/shop-database.ts'
import type { CatalogueItem } from '#shared/catalogue/item.ts'
import { dirham } from '#shared/money/amount.ts'
import { demoItem } from '#test/harness/made-up-shop.ts'
import { soldIn, TillJournal } from '#test/harness/till-journal.ts'
import { cart, done, type ShopRig, sku } from './shop-rig.ts'

const tagine: CatalogueItem = { ...demoItem(1), stock: 40 }

const loads = (journal: TillJournal, items: readonly CatalogueItem[]): TillJournal =>
  journal.write({ kind: 'catalogueLoaded', items })

const catalogueOf = (
  name: string,
  items: readonly CatalogueItem[],
  utcMs = Date.UTC(2024, 0, 2),
): TillJournal => loads(new TillJournal(name, { utcMs, offsetMinutes: 60 }), items)

/** All pages from a cursor on, as one. */
async function allSince(shop: ShopDatabase, since: string | null): Promise<Changes> {
  let page = await done(shop.changes(since))
  let all = page
  while (page.more) {
    page = await done(shop.changes(page.cursor))
    all = {
      ...page,
      pieces: [...all.pieces, ...page.pieces],
      stock: [...all.stock, ...page.stock],
      items: [...all.items, ...page.items],
    }
  }
  return all
}

export function shopStockContract(rigOf: () => ShopRig | Promise<ShopRig>): void {
  describe('a count', () => {
    test('nobody heard of is none', async () => {
      expect(await done((await rigOf()).open().stockOf(tagine.sku))).toBeNull()
    })

    test('is what a catalogue said last, and what its own till took afterwards', async () => {
      const shop = (await rigOf()).open()
      const journal = soldIn('t1', [tagine], Date.UTC(2026, 0, 1))
      loads(journal, [tagine, demoItem(4)])
      journal.sells([tagine, tagine])
      await done(shop.ingest(journal.part()))
      expect(await done(shop.stockOf(tagine.sku))).toMatchObject({ count: 38 })
      loads(journal, [{ ...tagine, price: dirham(9_900), stock: 3 }])
      await done(shop.ingest(journal.part()))
      expect(await done(shop.stockOf(tagine.sku))).toMatchObject({ count: 3 })
      expect(await done(shop.stockOf(demoItem(4).sku)), 'a piece is claimed, not counted').toBeNull()
      const { items } = await allSince(shop, null)
      expect(items.find(({ item }) => item.sku === tagine.sku)).toMatchObject({
        item: { price: 9_900 },
        version: 2,
      })
    })

    test('is moved by the tickets of every till, each once', async () => {
      const rig = await rigOf()
      const shop = rig.open()
      await done(shop.ingest(catalogueOf('t0', [tagine]).part()))
      const later = Date.UTC(2027, 0, 1)
      for (const name of ['t1', 't2']) {
        const journal = soldIn(name, [tagine, tagine], later)
        for (const _ of [1, 2]) await done(rig.open().ingest(journal.part()))
      }
      expect(await done(shop.stockOf(tagine.sku))).toMatchObject({ count: 36 })
    })

    test('is moved by what was sold after it, though the clock was put back, by its own till and another', async () => {
      const shop = (await rigOf()).open()
      const noon = Date.UTC(2024, 0, 2, 12)
      const own = catalogueOf('t0', [tagine], noon)
      await done(shop.ingest(own.part()))
      const other = soldIn('t1', [tagine], noon + 60_000)
      await done(shop.ingest(other.part()))
      for (const journal of [own, other]) {
        journal.sells([tagine], noon - 600_000)
        await done(shop.ingest(journal.part()))
      }
      expect(await done(shop.stockOf(tagine.sku))).toMatchObject({ count: 37 })
    })

    test('by hand has in it what was sold before, told later', async () => {
      const shop = (await rigOf()).open()
      await done(shop.ingest(catalogueOf('t0', [tagine]).part()))
      const counted = await done(shop.countStock(tagine.sku, 17))
      expect(counted).toMatchObject({ sku: tagine.sku, count: 17 })
      await done(shop.ingest(soldIn('t1', [tagine], Date.UTC(2024, 0, 5)).part()))
      expect(await done(shop.stockOf(tagine.sku))).toMatchObject({ count: 17 })
      await done(shop.ingest(soldIn('t2', [tagine], Date.UTC(2027, 0, 5)).part()))
      expect(await done(shop.stockOf(tagine.sku))).toMatchObject({ count: 16 })
    })

    test('of what no catalogue has told yet goes below zero, and begins when one does', async () => {
      const shop = (await rigOf()).open()
      await done(shop.ingest(soldIn('t1', [tagine], Date.UTC(2024, 0, 5)).part()))
      expect(await done(shop.stockOf(tagine.sku))).toMatchObject({ count: -1 })
      await done(shop.ingest(catalogueOf('t2', [tagine]).part()))
      expect(await done(shop.stockOf(tagine.sku))).toMatchObject({ count: 40 })
    })

    test('by a catalogue that arrives late is older than the one that was loaded after it', async () => {
      const shop = (await rigOf()).open()
      const late = catalogueOf('t1', [tagine], Date.UTC(2026, 0, 1)).sells([tagine], Date.UTC(2026, 0, 3))
      await done(shop.ingest(catalogueOf('t2', [{ ...tagine, stock: 7 }], Date.UTC(2026, 0, 2)).part()))
      await done(shop.ingest(late.part()))
      expect(await done(shop.stockOf(tagine.sku))).toMatchObject({ count: 6 })
    })

    test('and an item taken from another till is nobody’s news', async () => {
      const shop = (await rigOf()).open()
      const journal = catalogueOf('t1', [])
      journal.write({ kind: 'catalogueLoaded', items: [tagine], fromShop: true })
      await done(shop.ingest(journal.part()))
      expect(await done(shop.stockOf(tagine.sku))).toBeNull()
      expect(await allSince(shop, null)).toMatchObject({ items: [], stock: [] })
    })
  })

  describe('a piece in a catalogue that is loaded again', () => {
    const rug = demoItem(4)

    test('is the shelf’s where its own till had sold it, and is sold for good where another one had', async () => {
      const shop = (await rigOf()).open()
      const own = soldIn('t1', [rug], Date.UTC(2026, 0, 1))
      await done(shop.ingest(own.part()))
      const { cursor } = await allSince(shop, null)
      await done(shop.ingest(catalogueOf('t2', [rug]).part()))
      const { pieces } = await allSince(shop, cursor)
      expect(pieces.at(-1), 'told again').toMatchObject({ at: { place: 'sold', ticket: { till: 't1' } } })

      await done(shop.ingest(loads(own, [rug]).part()))
      expect(await done(shop.whereIs(rug.sku))).toMatchObject({ at: { place: 'shelf' } })
      await done(shop.ingest(own.sells([rug]).part()))
      expect(await done(shop.whereIs(rug.sku))).toMatchObject({ at: { ticket: { till: 't1', number: 2 } } })
    })
  })

  describe('changes', () => {
    test('are all there is, then what is new, and the newest of each is the last told', async () => {
      const shop = (await rigOf()).open()
      const items = Array.from({ length: 700 }, (_, n) => demoItem(n))
      await done(shop.ingest(catalogueOf('t1', items).part()))
      const first = await allSince(shop, null)
      expect(new Set(first.items.map(({ item }) => item.sku)).size).toBe(700)
      expect(new Set(first.stock.map((each) => each.sku)).size).toBe(560)

      await done(shop.claim(sku('RUG-9'), cart('t1', 's1'), 60_000))
      await done(shop.countStock(tagine.sku, 5))
      const next = await allSince(shop, first.cursor)
      expect(next.pieces.at(-1)).toMatchObject({ sku: 'RUG-9', at: cart('t1', 's1'), version: 1 })
      expect(next.stock.findLast((each) => each.sku === tagine.sku)).toMatchObject({ count: 5, version: 2 })
    })

    test('of an empty shop are none, and then the first one', async () => {
      const shop = (await rigOf()).open()
      const none = await done(shop.changes(null))
      expect(none).toMatchObject({ pieces: [], stock: [], items: [], more: false })
      await done(shop.countStock(tagine.sku, 5))
      expect((await done(shop.changes(none.cursor))).stock).toHaveLength(1)
    })
  })
}
