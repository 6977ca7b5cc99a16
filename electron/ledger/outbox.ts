import type { Database } from 'better-sqlite3'
import type { Forward, OutboxDestination } from '#shared/checkout/effect.ts'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import { outboxHash } from './chain.ts'
import type { OutboxRows } from './outbox-handles.ts'
import { outboxReads } from './outbox-reads.ts'
import type { HeadRow } from './subjects/head.ts'

/**
 * The outbox: messages are born in the transaction of their facts, chained, and never change; deliveries are kept beside
 * them. Each function runs inside the transaction of whoever calls.
 */
export interface Outbox extends OutboxRows {
  /** `head` is changed in place. */
  enqueue(head: HeadRow, forward: Forward): void
  /**
   * A terminal is settled up to an entry, by a batch or before the till did it: what was written for the acquirer up to
   * there is delivered, if its movement collects no more, or if it has none. What was given back by other means is nothing to settle, and waits for nobody.
   */
  settled(through: number, atUtcMs: number): void
}

/** What its column counts, of all that was ever written. */
export const countedAs = (
  destination: OutboxDestination,
): 'outbox_acquirer' | 'outbox_marketplace' | 'outbox_host' => {
  if (destination === 'acquirer') return 'outbox_acquirer'
  return destination === 'marketplace' ? 'outbox_marketplace' : 'outbox_host'
}

/** The outbox of a database, statements prepared once. */
export function outboxRows(db: Database): Outbox {
  const reads = outboxReads(db)
  const insert = db.prepare<(string | number)[]>(
    'INSERT INTO outbox (id, seq, destination, key, body, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING',
  )
  const wait = db.prepare<[number, string]>(
    'INSERT INTO deliveries (id, destination, tries, next_try_utc_ms) VALUES (?, ?, 0, 0)',
  )
  const begin = db.prepare<[number]>(
    'UPDATE deliveries SET tries = tries + 1, sends = sends + 1 WHERE id = ? AND delivered_utc_ms IS NULL AND set_aside_utc_ms IS NULL',
  )
  const failed = db.prepare<[number, string, number, number]>(
    'UPDATE deliveries SET next_try_utc_ms = ?, last_error = ?, sends = sends - ? WHERE id = ?',
  )
  const delivered = db.prepare<[number, number]>(
    'UPDATE deliveries SET delivered_utc_ms = coalesce(delivered_utc_ms, ?), last_error = NULL WHERE id = ?',
  )
  const covered = db.prepare<[number, number, number]>(
    `UPDATE deliveries SET delivered_utc_ms = ?, last_error = NULL WHERE id = ?
     AND destination = (SELECT destination FROM outbox WHERE id = ?)
     AND delivered_utc_ms IS NULL AND set_aside_utc_ms IS NULL`,
  )
  const setAside = db.prepare<[number, string, number]>(
    'UPDATE deliveries SET set_aside_utc_ms = coalesce(set_aside_utc_ms, ?), last_error = ? WHERE id = ?',
  )
  const release = db.prepare<[number]>(
    'UPDATE deliveries SET set_aside_utc_ms = NULL, next_try_utc_ms = 0 WHERE id = ?',
  )
  // The key of a card movement's message is `card:` and the id of its attempt.
  const settled = db.prepare<[number, number]>(
    `UPDATE deliveries SET delivered_utc_ms = ? WHERE id IN (
      SELECT deliveries.id FROM deliveries JOIN outbox USING (id)
      LEFT JOIN attempts ON attempt_id = substr(key, 6) LEFT JOIN card_movements ON attempt = attempts.seq
      WHERE deliveries.destination = 'acquirer' AND delivered_utc_ms IS NULL AND set_aside_utc_ms IS NULL
        AND outbox.seq <= ? AND (card_movements.seq IS NULL OR batch IS NOT NULL))`,
  )
  const changing = (id: number, { changes }: { readonly changes: number }, to: string): void => {
    if (changes !== 1) throw new Error(`message ${id} of the outbox cannot be ${to} as it stands`)
  }

  return {
    ...reads,
    enqueue(head, { destination, key, body }) {
      const id = head.outbox_id + 1
      const text = canonicalJson(body)
      const hash = outboxHash(head.outbox_hash, id, head.seq, destination, key, text)
      // A key that is already there is the same message, said twice: an approval confirmed again after a doubt.
      if (insert.run(id, head.seq, destination, key, text, head.outbox_hash, hash).changes === 0) return
      wait.run(id, destination)
      head.outbox_id = id
      head.outbox_hash = hash
      head[countedAs(destination)] += 1
    },
    settled: (through, atUtcMs) => void settled.run(atUtcMs, through),
    begin(id) {
      changing(id, begin.run(id), 'begun')
      return reads.get(id)
    },
    failed: (id, nextTryUtcMs, error, unsent) =>
      changing(id, failed.run(nextTryUtcMs, error, unsent === true ? 1 : 0, id), 'tried again'),
    delivered(id, atUtcMs, also = []) {
      changing(id, delivered.run(atUtcMs, id), 'delivered')
      for (const other of also) covered.run(atUtcMs, other, id)
    },
    setAside: (id, atUtcMs, error) => changing(id, setAside.run(atUtcMs, error, id), 'set aside'),
    release: (id) => changing(id, release.run(id), 'released'),
  }
}
