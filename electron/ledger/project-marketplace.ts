import type { Database } from 'better-sqlite3'
import type { Fact } from '#shared/checkout/fact.ts'
import type { Entry, Projections } from './entry.ts'
import { memoryRows } from './memory-rows.ts'
import { projectBooks } from './project-books.ts'
import { sqlRows } from './sql-rows.ts'
import {
  listingChosen,
  listingCountsTable,
  listingRefused,
  listingsTable,
  pieceHidden,
  pieceListed,
  placesForgotten,
} from './subjects/listings.ts'
import { marketConnectionTable, marketplaceConnected } from './subjects/market-connection.ts'
import {
  buyerForgotten,
  onlineCancelAsked,
  onlineOrderCancelled,
  onlineOrderLost,
  onlineOrderMoved,
  onlineOrdersTable,
  onlineOrderTaken,
  onlineTaskClosed,
} from './subjects/online-orders.ts'
import { piecesElsewhereTable, shopStockTaken, soldTwiceClosed } from './subjects/pieces-elsewhere.ts'
import { onlineOrderLinesTable, promisesTable } from './subjects/promises.ts'

/** Its tables, by their names among the projections. */
export const marketTables = {
  marketConnection: marketConnectionTable,
  listings: listingsTable,
  listingCounts: listingCountsTable,
  onlineOrders: onlineOrdersTable,
  onlineOrderLines: onlineOrderLinesTable,
  promises: promisesTable,
  piecesElsewhere: piecesElsewhereTable,
} as const

export const marketInSql = (db: Database) => ({
  marketConnection: sqlRows(db, marketConnectionTable),
  listings: sqlRows(db, listingsTable),
  listingCounts: sqlRows(db, listingCountsTable),
  onlineOrders: sqlRows(db, onlineOrdersTable),
  onlineOrderLines: sqlRows(db, onlineOrderLinesTable),
  promises: sqlRows(db, promisesTable),
  piecesElsewhere: sqlRows(db, piecesElsewhereTable),
})

export const marketInMemory = () => ({
  marketConnection: memoryRows(marketConnectionTable),
  listings: memoryRows(listingsTable),
  listingCounts: memoryRows(listingCountsTable),
  onlineOrders: memoryRows(onlineOrdersTable),
  onlineOrderLines: memoryRows(onlineOrderLinesTable),
  promises: memoryRows(promisesTable),
  piecesElsewhere: memoryRows(piecesElsewhereTable),
})

/**
 * What happens between the shop, its marketplace and its other tills; the sale of an order is of its sale.
 * @throws when the entry cannot follow what came before it
 */
export function projectMarketplace(to: Projections, entry: Entry, fact: Fact): void {
  switch (fact.kind) {
    case 'marketplaceConnected':
      if (marketplaceConnected(to, fact)) placesForgotten(to)
      break
    case 'listingChosen':
      listingChosen(to, fact)
      break
    case 'pieceListed':
      pieceListed(to, fact)
      break
    case 'pieceHidden':
      pieceHidden(to, fact)
      break
    case 'listingRefused':
      listingRefused(to, fact)
      break
    case 'onlineOrderTaken':
    case 'onlineOrderOdd':
      onlineOrderTaken(to, entry, fact)
      break
    case 'onlineOrderMoved':
      onlineOrderMoved(to, entry, fact)
      break
    case 'onlineOrderLost':
      onlineOrderLost(to, entry, fact)
      break
    case 'onlineCancelAsked':
      onlineCancelAsked(to, entry, fact)
      break
    case 'onlineOrderCancelled':
      onlineOrderCancelled(to, entry, fact)
      break
    case 'onlineTaskClosed':
      onlineTaskClosed(to, entry, fact)
      break
    case 'buyerForgotten':
      buyerForgotten(to, entry, fact)
      break
    case 'shopStockTaken':
      shopStockTaken(to, entry, fact)
      break
    case 'soldTwiceClosed':
      soldTwiceClosed(to, fact)
      break
    default:
      projectBooks(to, entry, fact)
  }
}
