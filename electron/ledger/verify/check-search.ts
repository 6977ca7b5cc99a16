import Database from 'better-sqlite3'
import { catalogue } from '../migrations/0003-catalogue.ts'
import type { ItemRow } from '../subjects/items.ts'
import { FoundWrong } from './wrong-row.ts'

const shadows = ['data', 'idx', 'config'] as const

/**
 * The full-text index says what the items say. SQLite's own check of it wants to write (and would hold up a till that
 * is selling), so the index is copied into memory and checked there against the recomputed items.
 * @throws FoundWrong
 */
export function checkSearch(db: Database.Database, items: Iterable<ItemRow>): void {
  const copy = new Database(':memory:')
  try {
    copy.exec(catalogue.sql)
    // The tables of an index are SQLite's own; only a connection that says so may fill them.
    copy.unsafeMode(true)
    const insert = copy.prepare('INSERT INTO items VALUES (@id, @sku, @category, @is_unique, @body, @search)')
    copy.transaction(() => {
      for (const item of items) insert.run({ ...item, body: '' })
      for (const shadow of shadows) copyTable(db, copy, `items_search_${shadow}`)
    })()
    const damage = integrityOf(copy)
    if (damage !== null) throw new FoundWrong('items_search', 'index', damage)
  } finally {
    copy.close()
  }
}

function copyTable(from: Database.Database, to: Database.Database, table: string): void {
  to.exec(`DELETE FROM ${table}`)
  const rows = from.prepare<[], unknown[]>(`SELECT * FROM ${table}`).raw()
  const width = rows.columns().length
  const insert = to.prepare(`INSERT INTO ${table} VALUES (${Array(width).fill('?').join(', ')})`)
  for (const row of rows.iterate() as Iterable<unknown[]>) insert.run(...row)
}

function integrityOf(db: Database.Database): string | null {
  try {
    // 1: also compare with the text of the items (https://www.sqlite.org/fts5.html §6.6).
    db.exec("INSERT INTO items_search (items_search, rank) VALUES ('integrity-check', 1)")
    return null
  } catch (error) {
    return `does not say what the items say (${(error as Error).message})`
  }
}
