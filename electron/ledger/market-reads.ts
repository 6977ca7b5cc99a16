import type { Database } from 'better-sqlite3'
import type { TillId } from '#shared/kernel/ids.ts'
import { buyerRows } from './buyers.ts'
import type { MarketReads } from './market-handles.ts'
import { listingReads } from './subjects/listing-reads.ts'
import { marketConnectionReads } from './subjects/market-connection.ts'
import { onlineOrderReads } from './subjects/online-order-reads.ts'
import { pieceElsewhereReads } from './subjects/pieces-elsewhere.ts'
import { promiseReads } from './subjects/promise-reads.ts'

/** Answers every question of `MarketReads` from a database that is open. */
export function marketReads(db: Database, tillId: TillId): MarketReads {
  const { find: marketConnection } = marketConnectionReads(db)
  const connection = (): string | null => marketConnection()?.connection ?? null
  const pieces = pieceElsewhereReads(db, tillId)
  return {
    marketConnection,
    ...listingReads(db),
    ...onlineOrderReads(db, connection),
    ...promiseReads(db, pieces.soldBy, connection),
    ...pieces,
    buyerOf: buyerRows(db).find,
  }
}
