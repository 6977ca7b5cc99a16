import type { CatalogueItem } from '#shared/catalogue/item.ts'
import type { CheckedEntry, StoredHead } from '../arrival.ts'
import type { PieceBook } from '../piece-book.ts'
import type { Meaning } from '../ticket-rows.ts'

export interface StockCount {
  readonly count: number
  /** By the database's clock; `null`: never counted. */
  readonly countedMs: number | null
  readonly version: number
}

export interface TillJournal {
  head: StoredHead | null
  /** By the database's clock. */
  arrivedMs: number
  readonly entries: CheckedEntry[]
  readonly meaning: Pick<Meaning, 'tickets' | 'tenders' | 'vat'>
}

/** Everything that one shop has, in memory: what several connections share. */
export interface MemoryStore {
  readonly shop: string
  readonly nowMs: () => number
  readonly pieces: Map<string, PieceBook>
  readonly stock: Map<string, StockCount>
  readonly items: Map<string, { readonly item: CatalogueItem; readonly version: number }>
  readonly journals: Map<string, TillJournal>
  readonly forks: { readonly till: string; readonly seq: number; readonly offered: CheckedEntry }[]
  /** `piece`, `stock` or `item` and its sku, each with the number of its last change; in order of these. */
  readonly changes: Map<string, number>
  lastChange: number
}

/** @param nowMs the database's clock, milliseconds since 1970 */
export const memoryStore = (shop: string, nowMs: () => number): MemoryStore => ({
  shop,
  nowMs,
  pieces: new Map(),
  stock: new Map(),
  items: new Map(),
  journals: new Map(),
  forks: [],
  changes: new Map(),
  lastChange: 0,
})

/** Puts a piece, a count or an item at the end of what has changed. */
export function changed(store: MemoryStore, kind: 'piece' | 'stock' | 'item', sku: string): void {
  const key = `${kind} ${sku}`
  store.lastChange += 1
  store.changes.delete(key)
  store.changes.set(key, store.lastChange)
}
