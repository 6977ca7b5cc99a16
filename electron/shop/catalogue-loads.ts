import type { CatalogueItem } from '#shared/catalogue/item.ts'
import type { StockMove } from './ticket-rows.ts'

/** A till loaded an item: what it is, and how many there are from now on. */
export interface ItemLoad {
  readonly item: CatalogueItem
  readonly seq: number
  readonly atMs: number
}

/** A count by a till's catalogue. */
export interface LoadedCount {
  readonly sku: string
  /** As loaded, and as the same journal moved it afterwards. */
  readonly count: number
  /** When it was loaded, by the till's clock. */
  readonly atMs: number
}

/** Items as they were loaded last. @param loads in order */
export const newestItems = (loads: readonly ItemLoad[]): readonly CatalogueItem[] =>
  Array.from(newest(loads).values(), ({ item }) => item)

/**
 * Counts as a part of one journal leaves them. What moved before a load is in it; what the same till sold after it is told by
 * its place in the journal, not by a clock.
 * @param loads in order
 */
export function loadedCounts(
  loads: readonly ItemLoad[],
  moves: readonly StockMove[],
): readonly LoadedCount[] {
  const counts = new Map<string, { count: number; readonly seq: number; readonly atMs: number }>()
  for (const [sku, { item, seq, atMs }] of newest(loads))
    if (!item.unique) counts.set(sku, { count: item.stock, seq, atMs })
  for (const { sku, delta, seq } of moves) {
    const loaded = counts.get(sku)
    if (loaded !== undefined && seq > loaded.seq) loaded.count += delta
  }
  return [...counts].map(([sku, { count, atMs }]) => ({ sku, count, atMs }))
}

const newest = (loads: readonly ItemLoad[]): ReadonlyMap<string, ItemLoad> =>
  new Map(loads.map((load) => [load.item.sku, load]))
