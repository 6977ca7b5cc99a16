import type { Database } from 'better-sqlite3'
import { type ListingState, listingStates } from '#shared/contract/marketplace.ts'
import type { Sku } from '#shared/kernel/ids.ts'
import type { ListingRow, MarketReads } from '../market-handles.ts'
import { sqlRows } from '../sql-rows.ts'
import { matchOf } from './item-search.ts'
import { type ListingCountRow, type ListingRecord, listingsTable } from './listings.ts'

type ListingReads = Pick<
  MarketReads,
  'findListing' | 'listListings' | 'listingCounts' | 'listingsToPut' | 'listedSkus'
>

/** Reads of what is chosen and where it stands online. */
export function listingReads(db: Database): ListingReads {
  const rows = sqlRows(db, listingsTable)
  const list = listStatements(db)
  const counts = db.prepare<[], ListingCountRow>('SELECT state, listings FROM listing_counts')
  const due = db
    .prepare<[string, number], Sku>(
      'SELECT sku FROM listings INDEXED BY listings_due WHERE due = 1 AND sku > ? ORDER BY sku LIMIT ?',
    )
    .pluck()
  const listed = db
    .prepare<[string, number], Sku>(
      'SELECT sku FROM listings INDEXED BY listings_listed WHERE product IS NOT NULL AND sku > ? ORDER BY sku LIMIT ?',
    )
    .pluck()

  return {
    findListing(sku) {
      const row = rows.get(sku)
      return row === undefined ? null : listingOf(row)
    },
    listListings({ state, text, limit, offset }) {
      const wanted = matchOf(text)
      // Typed, but nothing a name could begin with: nothing is found, rather than everything.
      if (wanted === null && text.trim() !== '') return []
      return list(state, wanted, limit, offset)
    },
    listingCounts() {
      const found = new Map(counts.all().map(({ state, listings }) => [state, listings]))
      const each = listingStates.map((state) => [state, found.get(state) ?? 0] as const)
      return Object.fromEntries(each) as Record<ListingState, number>
    },
    listingsToPut: (after, limit) => due.all(after ?? '', limit),
    listedSkus: (after, limit) => listed.all(after ?? '', limit),
  }
}

/** Items in the order of their skus; those that were never chosen have no listing, and are `off`. */
function listStatements(
  db: Database,
): (state: ListingState | null, wanted: string | null, limit: number, offset: number) => readonly Sku[] {
  const found = 'items.id IN (SELECT rowid FROM items_search WHERE items_search MATCH @wanted)'
  const page = 'LIMIT @limit OFFSET @offset'
  const ofAny = 'FROM items'
  const ofState = 'FROM listings JOIN items USING (sku)'
  const ofOff = 'FROM items LEFT JOIN listings USING (sku)'
  const sql = (from: string, where: readonly string[], order: string): string =>
    `SELECT items.sku ${from} ${where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`} ORDER BY ${order} ${page}`
  const prepare = (text: boolean) => {
    const also = text ? [found] : []
    return {
      any: db.prepare<[object], Sku>(sql(ofAny, also, 'items.sku')).pluck(),
      inState: db.prepare<[object], Sku>(sql(ofState, ['state = @state', ...also], 'listings.sku')).pluck(),
      off: db
        .prepare<[object], Sku>(sql(ofOff, ["coalesce(state, 'off') = 'off'", ...also], 'items.sku'))
        .pluck(),
    }
  }
  const [browse, match] = [prepare(false), prepare(true)]
  return (state, wanted, limit, offset) => {
    const { any, inState, off } = wanted === null ? browse : match
    const values = { limit, offset, ...(wanted !== null && { wanted }) }
    if (state === null) return any.all(values)
    return state === 'off' ? off.all(values) : inState.all({ ...values, state })
  }
}

function listingOf(row: ListingRecord): ListingRow {
  const { sku, state, sha256, product, variant, stock_item, location, trouble_code, trouble_text } = row
  return {
    sku: sku as Sku,
    state,
    ref:
      product === null
        ? null
        : { product, variant: variant ?? '', stockItem: stock_item ?? '', location: location ?? '' },
    sha256,
    changed: row.changed === 1,
    trouble: trouble_code === null ? null : { code: trouble_code, text: trouble_text ?? '' },
  }
}
