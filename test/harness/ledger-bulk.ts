import { connect } from '#electron/ledger/database.ts'
import { enter } from '#electron/ledger/enter.ts'
import { journalRows } from '#electron/ledger/journal.ts'
import { createDatabase, ledgerPath } from '#electron/ledger/open.ts'
import { outboxRows } from '#electron/ledger/outbox.ts'
import {
  type MemoryProjections,
  memoryProjections,
  projectedTables,
  sqlProjections,
} from '#electron/ledger/project.ts'
import { headReads } from '#electron/ledger/subjects/head.ts'
import type { Rows } from '#electron/ledger/table.ts'
import type { TillId } from '#shared/kernel/ids.ts'
import type { Append } from './ledger-generator.ts'

const tillId = 'generated-till-0000000' as TillId

/**
 * Writes a history into a fresh ledger: projections are kept in memory and each of their rows is written once, at the
 * end, instead of at each entry.
 * @returns how many entries the ledger has
 */
export function applyInBulk(folder: string, appends: Iterable<Append>): number {
  createDatabase(ledgerPath(folder), tillId).close()
  const db = connect(ledgerPath(folder), { readonly: false })
  db.pragma('synchronous = OFF')
  db.pragma('foreign_keys = OFF')
  db.pragma('cache_size = -200000')
  const heads = headReads(db)
  const head = heads.find()
  if (head === undefined) throw new Error('a fresh ledger has a head')
  const memory = memoryProjections(head)
  const journal = journalRows(db)
  const outbox = outboxRows(db)

  const write = ({ facts, forwards, at }: Append, by: string): void => {
    for (const fact of facts) enter(journal, memory, fact, by, at)
    for (const forward of forwards) outbox.enqueue(head, forward)
  }

  db.exec('BEGIN')
  const created = { kind: 'tillCreated', tillId, currency: 'MAD' } as const
  write({ facts: [created], forwards: [], at: { utcMs: 1_704_182_400_000, offsetMinutes: 60 } }, '')
  for (const append of appends) write(append, 'amina')
  copyRows(memory, sqlProjections(db))
  heads.save(head)
  db.exec('COMMIT')
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  return head.seq
}

function copyRows(from: MemoryProjections, to: ReturnType<typeof sqlProjections>): void {
  for (const name of Object.keys(projectedTables) as (keyof typeof projectedTables)[]) {
    const rows = to[name] as Rows<object>
    for (const row of from[name].all.values()) rows.insert(row)
  }
  for (const item of from.items.all.values()) to.search.add(item.id, item.search)
}
