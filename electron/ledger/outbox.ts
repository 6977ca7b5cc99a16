import type { Database } from 'better-sqlite3'
import type { Forward, ForwardBody } from '#shared/checkout/effect.ts'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import { outboxHash } from './chain.ts'
import type { HeadRow } from './subjects/head.ts'

/** A message that waits for its destination. */
export interface WaitingForward {
  readonly id: number
  readonly destination: Forward['destination']
  readonly key: string
  readonly body: ForwardBody
  /** Tries so far. */
  readonly tries: number
}

/** The outbox: rows are born in the transaction of their facts and never change; deliveries are kept beside them. */
export interface Outbox {
  /** Inside the transaction of the facts; `head` is changed in place. */
  enqueue(head: HeadRow, forward: Forward): void
  /** Oldest first, of one destination, whose next try is due. */
  waiting(destination: Forward['destination'], nowUtcMs: number, limit: number): readonly WaitingForward[]
  delivered(id: number, atUtcMs: number): void
  /** A try that failed; not before `nextTryUtcMs` again. */
  failed(id: number, nextTryUtcMs: number, error: string): void
  counts(head: HeadRow): {
    readonly waiting: number
    /** Rows ever enqueued. */
    readonly byDestination: Readonly<Record<string, number>>
  }
}

/** The outbox of a database, statements prepared once. */
export function outboxRows(db: Database): Outbox {
  const insert = db.prepare<(string | number)[]>(
    'INSERT INTO outbox (id, seq, destination, key, body, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING',
  )
  const waiting = db.prepare<
    [string, number, number],
    { id: number; destination: Forward['destination']; key: string; body: string; tries: number | null }
  >(
    `SELECT outbox.id, destination, key, body, tries FROM outbox LEFT JOIN deliveries ON deliveries.id = outbox.id
     WHERE destination = ? AND delivered_utc_ms IS NULL AND coalesce(next_try_utc_ms, 0) <= ?
     ORDER BY outbox.id LIMIT ?`,
  )
  const delivered = db.prepare<[number, number]>(
    `INSERT INTO deliveries (id, tries, next_try_utc_ms, delivered_utc_ms) VALUES (?, 1, 0, ?)
     ON CONFLICT (id) DO UPDATE SET tries = tries + 1, delivered_utc_ms = excluded.delivered_utc_ms, last_error = NULL`,
  )
  const failed = db.prepare<[number, number, string]>(
    `INSERT INTO deliveries (id, tries, next_try_utc_ms, last_error) VALUES (?, 1, ?, ?)
     ON CONFLICT (id) DO UPDATE SET tries = tries + 1, next_try_utc_ms = excluded.next_try_utc_ms,
     last_error = excluded.last_error`,
  )
  const done = db
    .prepare<[], number>('SELECT count(*) FROM deliveries WHERE delivered_utc_ms IS NOT NULL')
    .pluck()

  return {
    enqueue(head, { destination, key, body }) {
      const id = head.outbox_id + 1
      const text = canonicalJson(body)
      const hash = outboxHash(head.outbox_hash, id, head.seq, destination, key, text)
      // A key that is already there is the same message, said twice: an approval confirmed again after a doubt.
      if (insert.run(id, head.seq, destination, key, text, head.outbox_hash, hash).changes === 0) return
      head.outbox_id = id
      head.outbox_hash = hash
      if (destination === 'acquirer') head.outbox_acquirer += 1
      else head.outbox_marketplace += 1
    },
    waiting: (destination, nowUtcMs, limit) =>
      waiting.all(destination, nowUtcMs, limit).map((row) => ({
        ...row,
        body: JSON.parse(row.body) as ForwardBody,
        tries: row.tries ?? 0,
      })),
    delivered: (id, atUtcMs) => void delivered.run(id, atUtcMs),
    failed: (id, nextTryUtcMs, error) => void failed.run(id, nextTryUtcMs, error),
    counts: (head) => ({
      waiting: head.outbox_id - (done.get() ?? 0),
      byDestination: { acquirer: head.outbox_acquirer, marketplace: head.outbox_marketplace },
    }),
  }
}
