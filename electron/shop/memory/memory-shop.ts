import type { Sku } from '#shared/kernel/ids.ts'
import type { Asked, Changes, ShopDatabase, Stock } from '../shop-database.ts'
import { dayTotals, findTicket, ingest, tills } from './memory-journals.ts'
import { claim, extend, pieceOf, release, sell } from './memory-pieces.ts'
import { changed, type MemoryStore } from './memory-store.ts'

const pageSize = 500

/** A connection to a shop in memory. Each call is done in one step, as a transaction is. */
export function memoryShop(store: MemoryStore): ShopDatabase {
  let open = true
  const ask = async <T>(work: () => T): Promise<Asked<T>> =>
    open
      ? { end: 'done', value: work() }
      : { end: 'unknown', trouble: 'closing', sent: false, text: 'the connection is closed' }
  const told = (work: () => void): Promise<Asked> =>
    ask(() => {
      work()
      return null
    })
  return {
    shop: store.shop,
    claim: (sku, by, holdMs) => ask(() => claim(store, sku, by, holdMs)),
    extend: (sku, by, holdMs) => ask(() => extend(store, sku, by, holdMs)),
    release: (sku, by) => told(() => release(store, sku, by)),
    sell: (sku, by) => ask(() => sell(store, sku, by)),
    whereIs: (sku) => ask(() => pieceOf(store, sku)),
    countStock: (sku, count) =>
      ask(() => {
        setStock(store, sku, count)
        return stockOf(store, sku) as Stock
      }),
    stockOf: (sku) => ask(() => stockOf(store, sku)),
    changes: (since) => ask(() => changes(store, since)),
    headOf: (till) => ask(() => store.journals.get(till)?.head ?? null),
    tills: () => ask(() => tills(store)),
    ingest: (part) => ask(() => ingest(store, part)),
    findTicket: (ticket) => ask(() => findTicket(store, ticket)),
    dayTotals: (day) => ask(() => dayTotals(store, day)),
    async close() {
      open = false
    },
  }
}

function setStock(store: MemoryStore, sku: Sku, count: number): void {
  const version = (store.stock.get(sku)?.version ?? 0) + 1
  store.stock.set(sku, { count, countedMs: store.nowMs(), version })
  changed(store, 'stock', sku)
}

function stockOf(store: MemoryStore, sku: Sku): Stock | null {
  const row = store.stock.get(sku)
  return row === undefined ? null : { sku, count: row.count, version: row.version }
}

function changes(store: MemoryStore, since: string | null): Changes {
  const after = since === null ? 0 : Number(since)
  const later = [...store.changes].filter(([, at]) => at > after)
  const page = later.slice(0, pageSize)
  const skus = (kind: string): Sku[] =>
    page
      .map(([key]) => key)
      .flatMap((key) => (key.startsWith(`${kind} `) ? [key.slice(kind.length + 1) as Sku] : []))
  return {
    pieces: skus('piece').map((sku) => pieceOf(store, sku)),
    stock: skus('stock').flatMap((sku) => stockOf(store, sku) ?? []),
    items: skus('item').flatMap((sku) => {
      const known = store.items.get(sku)
      return known === undefined ? [] : [{ ...known, count: store.stock.get(sku)?.count ?? null }]
    }),
    cursor: String(page.at(-1)?.[1] ?? after),
    more: later.length > page.length,
  }
}
