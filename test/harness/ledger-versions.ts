import Database from 'better-sqlite3'
import { entryHash, factText, genesis } from '#electron/ledger/chain.ts'
import { migrate } from '#electron/ledger/migrate.ts'
import type { Fact } from '#shared/checkout/fact.ts'
import { type HistoryWanted, history } from './ledger-generator.ts'

const tillId = 'till-of-an-old-version'

/**
 * A database as schema `version` leaves it, in memory, with a history in its journal. Written with plain SQL for that
 * version's tables: the program of today must not help.
 */
export function oldLedger(version: number, wanted: HistoryWanted): Database.Database {
  const db = new Database(':memory:')
  migrate(db, version)
  const insert = db.prepare('INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const sales = new Map<string, number>()
  let seq = 0
  let last = genesis
  let utcMs = 0
  const enter = (fact: Fact): void => {
    seq += 1
    const body = factText(fact)
    const hash = entryHash(last, tillId, seq, utcMs, 60, 'amina', body)
    const saleId = 'saleId' in fact ? fact.saleId : null
    if (saleId !== null && !sales.has(saleId)) sales.set(saleId, seq)
    insert.run(
      seq,
      utcMs,
      60,
      'amina',
      fact.kind,
      saleId === null ? null : sales.get(saleId),
      body,
      last,
      hash,
    )
    last = hash
  }
  enter({ kind: 'tillCreated', tillId: tillId as never, currency: 'MAD' })
  for (const { facts, at } of history(wanted)) {
    utcMs = at.utcMs
    for (const fact of facts) enter(fact)
  }
  db.prepare(
    `INSERT INTO head (id, till_id, seq, hash, utc_ms, offset_minutes, grand_total, last_ticket, terminal_sequence,
       outbox_id, outbox_hash, outbox_acquirer, outbox_marketplace, pins)
     VALUES (1, ?, ?, ?, ?, 60, 0, 0, 0, 0, ?, 0, 0, 0)`,
  ).run(tillId, seq, last, utcMs, genesis)
  return db
}

/** Rows of a table, in the order of its key. */
export const rowsOf = (db: Database.Database, table: string): readonly Record<string, unknown>[] =>
  db.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table} ORDER BY 1, 2`).all()

export const tablesOf = (db: Database.Database): readonly string[] =>
  db
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type IN ('table', 'trigger') AND name NOT LIKE 'items_search_%' ORDER BY name",
    )
    .pluck()
    .all()
