import type { FactOf } from '#shared/checkout/fact.ts'
import type { Entry, Projections } from '../entry.ts'
import { defineTable } from '../table.ts'
import { stockSet } from './items.ts'

/** A piece that another till of the shop sold and that has not come back. */
export interface PieceElsewhereRow {
  sku: string
  till: string
  /** Of that till's ticket. */
  number: number
  seq: number
}

export const piecesElsewhereTable = defineTable<PieceElsewhereRow>({
  name: 'pieces_elsewhere',
  columns: ['sku', 'till', 'number', 'seq'],
  key: ['sku'],
})

const mostTaken = 1000

/** Counts as they are now: said again they change nothing. @throws RangeError on more than 1000 together */
export function shopStockTaken(to: Projections, entry: Entry, fact: FactOf<'shopStockTaken'>): void {
  const { counts, sold, back } = fact
  if (counts.length + sold.length + back.length > mostTaken)
    throw new RangeError('more than 1000 items taken in one entry')
  const { seq } = entry
  for (const { sku, count } of counts) stockSet(to, entry, sku, count)
  for (const { sku, ticket } of sold) {
    // Counted items come as counts.
    if (to.items.by(sku)?.is_unique === 0) continue
    const { till, number } = ticket
    stockSet(to, entry, sku, 0)
    if (!to.piecesElsewhere.update({ till, number, seq }, sku))
      to.piecesElsewhere.insert({ sku, till, number, seq })
  }
  for (const sku of back) {
    stockSet(to, entry, sku, 1)
    to.piecesElsewhere.remove(sku)
  }
}
