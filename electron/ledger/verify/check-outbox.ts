import type { Database } from 'better-sqlite3'
import type { OutboxDestination } from '#shared/checkout/effect.ts'
import { genesis, outboxHash } from '../chain.ts'
import { countedAs } from '../outbox.ts'
import type { HeadRow } from '../subjects/head.ts'
import { FoundWrong } from './wrong-row.ts'

/** id, seq, destination, key, body, previous_hash, hash */
type RawRow = readonly [number, number, OutboxDestination, string, string, string, string]

/** What the head row must say of the outbox. */
export type OutboxHead = Pick<
  HeadRow,
  'outbox_id' | 'outbox_hash' | 'outbox_acquirer' | 'outbox_marketplace' | 'outbox_host'
>

/**
 * Walks the outbox's own chain.
 * @param upTo the newest message
 * @throws FoundWrong
 */
export function checkOutbox(db: Database, upTo: number): OutboxHead {
  const rows = db
    .prepare<[number], RawRow>(
      'SELECT id, seq, destination, key, body, previous_hash, hash FROM outbox WHERE id <= ? ORDER BY id',
    )
    .raw()
  const counts = { outbox_acquirer: 0, outbox_marketplace: 0, outbox_host: 0 }
  let id = 0
  let last = genesis
  const wrong = (what: string): FoundWrong => new FoundWrong('outbox', `id ${id}`, what)
  for (const row of rows.iterate(upTo) as Iterable<RawRow>) {
    id += 1
    if (row[0] !== id) throw wrong(`is missing; the next message is ${row[0]}`)
    if (row[5] !== last) throw wrong('is not chained to the message before it')
    last = outboxHash(last, id, row[1], row[2], row[3], row[4])
    if (row[6] !== last) throw wrong('its hash is not the hash of what it says')
    counts[countedAs(row[2])] += 1
  }
  if (id < upTo)
    throw new FoundWrong('outbox', `id ${id + 1}`, `is missing; the last message written was ${upTo}`)
  return { outbox_id: id, outbox_hash: last, ...counts }
}

/** Rows that came after the head, and deliveries of no message. @throws FoundWrong */
export function checkNothingAfter(db: Database, head: HeadRow): void {
  const after = (table: string, column: string, last: number): void => {
    // Two ends, each found at once; a single condition with OR would walk the table.
    const ends = [`< 1 ORDER BY ${column}`, `> ${last} ORDER BY ${column}`]
    for (const end of ends) {
      const stray = db
        .prepare<[], number>(`SELECT ${column} FROM ${table} WHERE ${column} ${end} LIMIT 1`)
        .pluck()
        .get()
      if (stray !== undefined)
        throw new FoundWrong(table, `${column} ${stray}`, `does not belong: the last one written was ${last}`)
    }
  }
  after('journal', 'seq', head.seq)
  after('outbox', 'id', head.outbox_id)
  after('deliveries', 'id', head.outbox_id)
}
