import type { Database } from 'better-sqlite3'
import { genesis, outboxHash } from '../chain.ts'
import type { HeadRow } from '../subjects/head.ts'
import { FoundWrong } from './wrong-row.ts'

/** id, seq, destination, key, body, previous_hash, hash */
type RawRow = readonly [number, number, string, string, string, string, string]

/**
 * Walks the outbox's own chain and brings the recomputed head's outbox columns up to it.
 * @throws FoundWrong
 */
export function checkOutbox(db: Database, head: HeadRow): void {
  const rows = db
    .prepare<[], RawRow>(
      'SELECT id, seq, destination, key, body, previous_hash, hash FROM outbox ORDER BY id',
    )
    .raw()
  let id = 0
  let last = genesis
  const wrong = (what: string): FoundWrong => new FoundWrong('outbox', `id ${id}`, what)
  for (const row of rows.iterate() as Iterable<RawRow>) {
    id += 1
    if (row[0] !== id) throw wrong(`is missing; the next message is ${row[0]}`)
    if (row[5] !== last) throw wrong('is not chained to the message before it')
    last = outboxHash(last, id, row[1], row[2], row[3], row[4])
    if (row[6] !== last) throw wrong('its hash is not the hash of what it says')
    if (row[2] === 'acquirer') head.outbox_acquirer += 1
    else head.outbox_marketplace += 1
  }
  head.outbox_id = id
  head.outbox_hash = last

  const stray = db
    .prepare<[number], number>('SELECT id FROM deliveries WHERE id < 1 OR id > ? ORDER BY id LIMIT 1')
    .pluck()
    .get(id)
  if (stray !== undefined) throw new FoundWrong('deliveries', `id ${stray}`, 'is of no message')
}
