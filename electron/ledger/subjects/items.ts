import type { Database } from 'better-sqlite3'
import { fold } from '#shared/catalogue/fold.ts'
import { type CatalogueItem, itemsPerFact } from '#shared/catalogue/item.ts'
import type { FactOf } from '#shared/checkout/fact.ts'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import type { Entry, Projections } from '../entry.ts'
import { defineTable } from '../table.ts'
import { itemsWithoutListing, listedItemLoaded } from './listings.ts'

/** The catalogue as last loaded. */
export interface ItemRow {
  /** `seq × 1000 + place` of the entry that first brought it: the order of the catalogue. */
  id: number
  sku: string
  category: string | null
  is_unique: 0 | 1
  body: string
  /** Folded names, maker, village, sku and barcodes. */
  search: string
}

export interface BarcodeRow {
  barcode: string
  item: number
}

export interface CategoryRow {
  category: string
  items: number
}

/**
 * Count now: as loaded, less what tickets sold, plus what they took back; or as the shop's other tills left it.
 */
export interface StockRow {
  item: number
  count: number
  /** The newest entry that said something of it. */
  seq: number
}

export const itemsTable = defineTable<ItemRow>({
  name: 'items',
  columns: ['id', 'sku', 'category', 'is_unique', 'body', 'search'],
  key: ['id'],
  alternate: 'sku',
})
export const barcodesTable = defineTable<BarcodeRow>({
  name: 'barcodes',
  columns: ['barcode', 'item'],
  key: ['barcode', 'item'],
})
export const categoriesTable = defineTable<CategoryRow>({
  name: 'categories',
  columns: ['category', 'items'],
  key: ['category'],
})
export const stockTable = defineTable<StockRow>({
  name: 'stock',
  columns: ['item', 'count', 'seq'],
  key: ['item'],
})

/** What an item is found by. */
export const searchText = (item: CatalogueItem): string =>
  fold(
    [item.name.fr, item.name.en, item.name.ar, item.maker, item.village, item.sku, ...item.barcodes].join(
      ' ',
    ),
  )

/** @throws RangeError on more than 1000 items in one fact. */
export function catalogueLoaded(to: Projections, entry: Entry, fact: FactOf<'catalogueLoaded'>): void {
  if (fact.items.length > itemsPerFact) throw new RangeError('more than 1000 items in one entry')
  let place = 0
  let fresh = 0
  for (const item of fact.items) {
    if (itemLoaded(to, entry.seq, place, item)) fresh += 1
    place += 1
  }
  itemsWithoutListing(to, fresh)
}

/** @returns whether the catalogue never had it before */
function itemLoaded(to: Projections, seq: number, place: number, item: CatalogueItem): boolean {
  const known = to.items.by(item.sku)
  const id = known?.id ?? seq * itemsPerFact + place
  const row = {
    category: item.category,
    is_unique: item.unique ? (1 as const) : (0 as const),
    body: canonicalJson(item),
    search: searchText(item),
  }
  if (known === undefined) {
    to.items.insert({ id, sku: item.sku, ...row })
    to.stock.insert({ item: id, count: item.stock, seq })
    to.search.add(id, row.search)
  } else {
    if (known.search !== row.search) {
      to.search.remove(id, known.search)
      to.search.add(id, row.search)
    }
    for (const barcode of barcodesOf(known)) to.barcodes.remove(barcode, id)
    if (known.category !== null) countCategory(to, known.category, -1)
    listedItemLoaded(to, known.body, item)
    to.items.update(row, id)
    to.stock.update({ count: item.stock, seq }, id)
  }
  for (const barcode of new Set(item.barcodes)) to.barcodes.insert({ barcode, item: id })
  if (item.category !== null) countCategory(to, item.category, 1)
  return known === undefined
}

const barcodesOf = (row: ItemRow): ReadonlySet<string> =>
  new Set((JSON.parse(row.body) as CatalogueItem).barcodes)

function countCategory(to: Projections, category: string, by: number): void {
  const items = (to.categories.get(category)?.items ?? 0) + by
  if (items === 0) to.categories.remove(category)
  else if (!to.categories.update({ items }, category)) to.categories.insert({ category, items })
}

/** An item that left the shop or came back. A sku the catalogue never had (sold long ago) has no shelf. */
export function stockMoves(to: Projections, { seq }: Entry, sku: string, delta: number): void {
  const item = to.items.by(sku)
  if (item === undefined) return
  const stock = to.stock.get(item.id)
  if (stock !== undefined) to.stock.update({ count: stock.count + delta, seq }, item.id)
}

/** The shelf as it is said to be. The very same said again is nothing new. */
export function stockSet(to: Projections, { seq }: Entry, sku: string, count: number): void {
  const item = to.items.by(sku)
  if (item === undefined || to.stock.get(item.id)?.count === count) return
  to.stock.update({ count, seq }, item.id)
}

/** Reads of the catalogue and its shelves. */
export function itemReads(db: Database): {
  find(skuOrBarcode: string): CatalogueItem | null
  isSold(sku: string): boolean
  stockOf(sku: string): number | null
  categories(): readonly CategoryRow[]
} {
  const bySku = db.prepare<[string], string>('SELECT body FROM items WHERE sku = ?').pluck()
  const byBarcode = db
    .prepare<[string], string>(
      'SELECT body FROM barcodes JOIN items ON items.id = barcodes.item WHERE barcode = ? ORDER BY item LIMIT 1',
    )
    .pluck()
  const count = db.prepare<[string], { count: number; is_unique: number }>(
    'SELECT count, is_unique FROM items JOIN stock ON stock.item = items.id WHERE sku = ?',
  )
  const categories = db.prepare<[], CategoryRow>('SELECT category, items FROM categories ORDER BY category')
  return {
    find(code) {
      const body = bySku.get(code) ?? byBarcode.get(code)
      return body === undefined ? null : (JSON.parse(body) as CatalogueItem)
    },
    isSold(sku) {
      const row = count.get(sku)
      return row !== undefined && row.is_unique === 1 && row.count <= 0
    },
    stockOf: (sku) => count.get(sku)?.count ?? null,
    categories: () => categories.all(),
  }
}
