import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import { ledgerPath, openLedger } from '#electron/ledger/open.ts'
import type { Ledger } from '#electron/ledger/write-ledger.ts'
import type { Clock } from '#electron/platform/clock.ts'
import { type HistoryWanted, history } from './ledger-generator.ts'

/** A clock that stands still. */
export const stoppedClock: Clock = { now: () => ({ utcMs: 1_704_182_400_000, offsetMinutes: 60 }) }

/** A folder of its own for one test, gone after it. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hanout-ledger-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A new ledger (or the one already in `folder`), closed when the test ends. */
export function testLedger(folder: string = testFolder()): Ledger {
  const ledger = openLedger({ folder, clock: stoppedClock, create: true })
  let open = true
  const close = (): void => {
    if (open) ledger.close()
    open = false
  }
  onTestFinished(close)
  return { ...ledger, close }
}

/** Lives a made-up history on a ledger through its append path. */
export function live(ledger: Ledger, wanted: HistoryWanted): void {
  for (const { facts, forwards, at } of history(wanted)) ledger.append(facts, 'amina', at, forwards)
}

/** Changes a ledger file as somebody with a database browser could: no triggers, no foreign keys, no manners. */
export function byHand(folder: string, change: (db: Database.Database) => void): void {
  const db = new Database(ledgerPath(folder))
  try {
    db.pragma('foreign_keys = OFF')
    db.unsafeMode(true)
    const triggers = db
      .prepare<[], { name: string; sql: string }>(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'",
      )
      .all()
    for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`)
    change(db)
    for (const { sql } of triggers) db.exec(sql)
  } finally {
    db.close()
  }
}

/** Every row of every table, for comparing two ledgers. */
export function everyRow(folder: string): ReadonlyMap<string, readonly unknown[]> {
  const db = new Database(ledgerPath(folder), { readonly: true })
  try {
    const tables = db
      .prepare<[], string>(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'items_search%' ORDER BY name",
      )
      .pluck()
      .all()
    return new Map(tables.map((table) => [table, db.prepare(`SELECT * FROM ${table}`).all()]))
  } finally {
    db.close()
  }
}
