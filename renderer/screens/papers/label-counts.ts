import type { CatalogueItem } from '#shared/catalogue/item.ts'

/** What the till takes in one job. */
export const mostKinds = 200
export const mostOfOne = 500

export interface CountedItem {
  readonly item: CatalogueItem
  /** [1, 500] */
  readonly count: number
}

/** One label more or less of an item; the last one less takes it off. A piece that is new goes to the end. */
export function changed(
  chosen: readonly CountedItem[],
  item: CatalogueItem,
  by: 1 | -1,
): readonly CountedItem[] {
  const held = chosen.find((each) => each.item.sku === item.sku)
  if (held === undefined)
    return by === 1 && chosen.length < mostKinds ? [...chosen, { item, count: 1 }] : chosen
  const count = Math.min(mostOfOne, held.count + by)
  return count < 1
    ? chosen.filter((each) => each !== held)
    : chosen.map((each) => (each === held ? { item: each.item, count } : each))
}

export const countAll = (chosen: readonly CountedItem[]): number =>
  chosen.reduce((sum, { count }) => sum + count, 0)
