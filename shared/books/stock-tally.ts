import { isShelfSku } from '../catalogue/off-shelf.ts'
import type { Fact, FactOf } from '../checkout/fact.ts'
import type { TillId } from '../kernel/ids.ts'
import { signOf } from './ticket-sums.ts'

/** What is on the shelf, since the till's first day. */
export interface StockTally {
  /** Counts now, of every item ever loaded or sold. */
  readonly counts: Map<string, number>
  till: TillId | null
  /** Items with a count: they are never sold as a piece. */
  readonly counted: Set<string>
  /** Pieces that another till of the shop sold: what our tickets do with theirs changes no shelf. */
  readonly elsewhere: Set<string>
}

export const newStockTally = (): StockTally => ({
  counts: new Map(),
  till: null,
  counted: new Set(),
  elsewhere: new Set(),
})

/** Adds one fact. */
export function tallyStock(stock: StockTally, fact: Fact): void {
  switch (fact.kind) {
    case 'tillCreated':
      stock.till = fact.tillId
      break
    case 'catalogueLoaded':
      tallyCatalogue(stock, fact)
      break
    case 'saleCompleted':
    case 'refundCompleted':
      tallyLines(stock, fact)
      break
    case 'shopStockTaken':
      tallyShop(stock, fact)
      break
  }
}

function tallyCatalogue({ counts, counted }: StockTally, { items }: FactOf<'catalogueLoaded'>): void {
  for (const { sku, stock, unique } of items) {
    counts.set(sku, stock)
    if (unique) counted.delete(sku)
    else counted.add(sku)
  }
}

function tallyLines(stock: StockTally, { ticket }: FactOf<'saleCompleted' | 'refundCompleted'>): void {
  const sign = signOf(ticket)
  for (const { sku, quantity, unique } of ticket.lines) {
    if (!isShelfSku(sku) || (unique && stock.elsewhere.has(sku))) continue
    stock.counts.set(sku, (stock.counts.get(sku) ?? 0) - sign * quantity)
  }
}

/** Counts as they are, then pieces that were sold, then those that came back. */
function tallyShop(stock: StockTally, { counts, sold, back }: FactOf<'shopStockTaken'>): void {
  for (const { sku, count } of counts) stock.counts.set(sku, count)
  for (const { sku, ticket } of sold) {
    if (stock.counted.has(sku)) continue
    stock.counts.set(sku, 0)
    if (ticket.till === stock.till) stock.elsewhere.delete(sku)
    else stock.elsewhere.add(sku)
  }
  for (const sku of back) {
    stock.counts.set(sku, 1)
    stock.elsewhere.delete(sku)
  }
}
