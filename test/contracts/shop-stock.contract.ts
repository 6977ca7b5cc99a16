import { describe, expect, test } from 'vitest'
import type { Changes, ShopDatabase } from '#electron/shop/shop-database.ts'
import type { CatalogueItem } from '#shared/catalogue/item.ts'
import { dirham } from '#shared/money/amount.ts'
import { demoItem } from '#test/harness/made-up-shop.ts'
import { soldIn } from '#test/harness/till-journal.ts'
import { cart, done, type ShopRig, sku } from './shop-rig.ts'

const tagine: CatalogueItem = { ...demoItem(1), stock: 40 }

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

    test('begins with the catalogue, and is left alone by the next one', async () => {
      const shop = (await rigOf()).open()
      await done(shop.putItems([tagine, demoItem(4)]))
      await done(shop.putItems([{ ...tagine, price: dirham(9_900), stock: 3 }]))
      expect(await done(shop.stockOf(tagine.sku))).toMatchObject({ count: 40 })
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
      await done(shop.putItems([tagine]))
      const later = Date.UTC(2027, 0, 1)
      for (const name of ['t1', 't2']) {
        const journal = soldIn(name, [tagine, tagine], later)
        for (const _ of [1, 2]) await done(rig.open().ingest(journal.part()))
      }
      expect(await done(shop.stockOf(tagine.sku))).toMatchObject({ count: 36 })
    })

    test('by hand has in it what was sold before, told later', async () => {
      const shop = (await rigOf()).open()
      await done(shop.putItems([tagine]))
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
      await done(shop.putItems([tagine]))
      expect(await done(shop.stockOf(tagine.sku))).toMatchObject({ count: 40 })
    })
  })

  describe('changes', () => {
    test('are all there is, then what is new, and the newest of each is the last told', async () => {
      const shop = (await rigOf()).open()
      await done(shop.putItems(Array.from({ length: 700 }, (_, n) => demoItem(n))))
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
