import type { Database } from 'better-sqlite3'
import { durably } from './database.ts'
import type { HoldRow, MarketRows, ToldStock } from './market-handles.ts'

interface ToldRow {
  readonly count: number
  readonly version: number
  readonly utc_ms: number
  readonly offset_minutes: number
}

/** How far the till, its marketplace and its shop have told each other. None of it is history. */
export function marketRows(db: Database): MarketRows {
  const cursor = db
    .prepare<[string, string], string>('SELECT cursor FROM market_cursors WHERE kind = ? AND id = ?')
    .pluck()
  const keepCursor = db.prepare<[string, string, string]>(
    `INSERT INTO market_cursors (kind, id, cursor) VALUES (?, ?, ?)
     ON CONFLICT (kind, id) DO UPDATE SET cursor = excluded.cursor`,
  )
  const told = db.prepare<[string, string], ToldRow>(
    'SELECT count, version, utc_ms, offset_minutes FROM told_stock WHERE connection = ? AND sku = ?',
  )
  const keepTold = db.prepare<[string, string, number, number, number, number]>(
    `INSERT INTO told_stock (connection, sku, count, version, utc_ms, offset_minutes) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (connection, sku) DO UPDATE SET count = excluded.count, version = excluded.version,
     utc_ms = excluded.utc_ms, offset_minutes = excluded.offset_minutes`,
  )
  const keepAllTold = db.transaction(
    (connection: string, all: readonly (ToldStock & { readonly sku: string })[]): void => {
      for (const { sku, count, version, at } of all)
        keepTold.run(connection, sku, count, version, at.utcMs, at.offsetMinutes)
    },
  )
  const beginHold = db.prepare<[string, string, string, string]>(
    'INSERT INTO market_holds (key, connection, sku, sale_id) VALUES (?, ?, ?, ?) ON CONFLICT (key) DO NOTHING',
  )
  const held = db.prepare<[string, string]>('UPDATE market_holds SET hold_id = ? WHERE key = ?')
  const endHold = db.prepare<[string]>('DELETE FROM market_holds WHERE key = ?')
  const holds = db.prepare<[], HoldRow>(
    'SELECT key, connection, sku, sale_id AS saleId, hold_id AS id FROM market_holds ORDER BY market_holds.id',
  )

  return {
    ordersCursor: (connection) => cursor.get('orders', connection) ?? null,
    keepOrdersCursor: (connection, at) => durably(() => void keepCursor.run('orders', connection, at)),
    told(connection, sku) {
      const row = told.get(connection, sku)
      if (row === undefined) return null
      const { count, version, utc_ms: utcMs, offset_minutes: offsetMinutes } = row
      return { count, version, at: { utcMs, offsetMinutes } }
    },
    keepTold: (connection, all) => durably(() => keepAllTold.immediate(connection, all)),
    shopCursor: (shop) => cursor.get('shop', shop) ?? null,
    keepShopCursor: (shop, at) => durably(() => void keepCursor.run('shop', shop, at)),
    beginHold: ({ key, connection, sku, saleId }) =>
      durably(() => void beginHold.run(key, connection, sku, saleId)),
    held(key, id) {
      const { changes } = durably(() => held.run(id, key))
      if (changes !== 1) throw new Error(`there is no hold ${key}`)
    },
    endHold: (key) => durably(() => void endHold.run(key)),
    holds: () => holds.all(),
  }
}
