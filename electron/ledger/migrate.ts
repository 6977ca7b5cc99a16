import type { Database } from 'better-sqlite3'
import type { Fact } from '#shared/checkout/fact.ts'
import type { Projections } from './entry.ts'
import { journalRows } from './journal.ts'
import { migrations } from './migrations/all.ts'
import { project, projectedTables, sqlProjections } from './project.ts'
import { LedgerRefused } from './refused.ts'
import { headReads } from './subjects/head.ts'

export const schemaVersion = migrations.at(-1)?.version ?? 0

/** The schema a database has; 0: empty. */
export const versionOf = (db: Database): number => db.pragma('user_version', { simple: true }) as number

/**
 * Brings a database to this program's schema, or to an earlier `target` (for tests), all in one transaction.
 * Projections that are new are then recomputed from the journal.
 * @throws LedgerRefused `newer`
 */
export function migrate(db: Database, target: number = schemaVersion): void {
  const from = versionOf(db)
  if (from > schemaVersion)
    throw new LedgerRefused('newer', `the ledger has schema ${from}, this program knows ${schemaVersion}`)
  const due = migrations.filter(({ version }) => version > from && version <= target)
  if (due.length === 0) return
  db.transaction(() => {
    for (const { version, sql } of due) {
      db.exec(sql)
      db.pragma(`user_version = ${version}`)
    }
    if (target === schemaVersion && due.some(({ reprojects }) => reprojects)) reproject(db)
  }).immediate()
}

/** Empties every projection and plays the whole journal over them. */
function reproject(db: Database): void {
  const heads = headReads(db)
  const head = heads.find()
  if (head === undefined) return
  emptyProjections(db)
  Object.assign(head, {
    grand_total: 0,
    last_ticket: 0,
    terminal_sequence: 0,
    open_shift: null,
    last_closing: null,
    last_invoice: 0,
    last_export_form: 0,
    last_certificate: 0,
    absolute_total: 0,
    restores: 0,
  })
  const to: Projections = { head, ...sqlProjections(db) }
  const journal = journalRows(db)
  for (let after = 0; ; ) {
    const rows = journal.after(after, 500)
    for (const row of rows) {
      after = row.seq
      const fact = JSON.parse(row.body) as Fact
      project(to, {
        seq: row.seq,
        utcMs: row.utc_ms,
        offsetMinutes: row.offset_minutes,
        by: row.by_name,
        sale: row.sale,
        fact,
      })
    }
    if (rows.length === 0) break
  }
  heads.save(head)
}

/** The triggers that keep tickets from being deleted step aside for this one transaction. */
function emptyProjections(db: Database): void {
  const tables = Object.values(projectedTables).map(({ name }) => name)
  const triggers = db
    .prepare<[], { name: string; tbl_name: string; sql: string }>(
      "SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'trigger'",
    )
    .all()
    .filter(({ tbl_name }) => tables.includes(tbl_name))
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`)
  for (const name of tables) db.exec(`DELETE FROM ${name}`)
  db.exec("INSERT INTO items_search (items_search) VALUES ('delete-all')")
  for (const { sql } of triggers) db.exec(sql)
}
