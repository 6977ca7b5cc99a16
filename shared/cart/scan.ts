import type { CatalogueItem } from '../catalogue/item.ts'
import type { LineId } from '../kernel/ids.ts'
import type { CartLine } from './line.ts'

/** Largest quantity of a line; the door and the machine keep to it alike. */
export const largestQuantity = 9999

/** The line a scan of this sku adds to: the one whose price nobody has agreed yet; `null`: it opens a new line. */
export function lineToAddTo(lines: readonly CartLine[], sku: string): CartLine | null {
  return lines.find((line) => line.sku === sku && line.agreed === null) ?? null
}

/** A copy of the item as it is now: a later catalogue cannot change an open sale. */
export function lineOf(item: CatalogueItem, lineId: LineId, quantity: number): CartLine {
  return {
    lineId,
    sku: item.sku,
    name: item.name,
    vat: item.vat,
    unique: item.unique,
    quantity,
    posted: item.price,
    floor: item.floor,
    agreed: null,
    owner: item.owner,
    category: item.category,
    maker: item.maker,
    village: item.village,
    ...(item.exemption === undefined ? {} : { exemption: item.exemption }),
  }
}
