import type { Database } from 'better-sqlite3'
import type { FactOf } from '#shared/checkout/fact.ts'
import type { Projections } from '../entry.ts'
import { sqlRows } from '../sql-rows.ts'
import { defineTable } from '../table.ts'

/** The one marketplace, as last connected. */
export interface MarketConnectionRow {
  id: 1
  connection: string
  platform: string
  shop: string
}

export const marketConnectionTable = defineTable<MarketConnectionRow>({
  name: 'market_connection',
  columns: ['id', 'connection', 'platform', 'shop'],
  key: ['id'],
})

/**
 * The same connection again is the same shop under another name.
 * @returns whether it is another shop, of which nothing that was online is true
 */
export function marketplaceConnected(
  to: Projections,
  { connection, platform, shop }: FactOf<'marketplaceConnected'>,
): boolean {
  const before = to.marketConnection.get(1)
  if (before === undefined) {
    to.marketConnection.insert({ id: 1, connection, platform, shop })
    return true
  }
  const isAnother = before.connection !== connection
  to.marketConnection.update({ connection, platform, shop }, 1)
  return isAnother
}

/** @throws where no marketplace was ever connected */
export function connectionOf(to: Projections): string {
  const row = to.marketConnection.get(1)
  if (row === undefined) throw new Error('no marketplace is connected')
  return row.connection
}

/** Reads of the connection. */
export function marketConnectionReads(db: Database): {
  find(): { readonly connection: string; readonly platform: string; readonly shop: string } | null
} {
  const rows = sqlRows(db, marketConnectionTable)
  return {
    find() {
      const row = rows.get(1)
      return row === undefined ? null : { connection: row.connection, platform: row.platform, shop: row.shop }
    },
  }
}
