import type { Database } from 'better-sqlite3'
import type { Seq } from '#shared/kernel/ids.ts'
import { journalRows } from './journal.ts'
import type { JournalCursorRows, LaneRow, WaitingForward } from './outbox-handles.ts'
import { headReads } from './subjects/head.ts'

/** Most entries of one part. */
const partSize = 500

interface CursorRow {
  readonly sent_seq: number
  /** The part under way ends here; `sent_seq`: none was begun. */
  readonly through_seq: number
  readonly tries: number
  readonly next_try_utc_ms: number
  readonly set_aside_utc_ms: number | null
  readonly last_error: string | null
}

const untouched: CursorRow = {
  sent_seq: 0,
  through_seq: 0,
  tries: 0,
  next_try_utc_ms: 0,
  set_aside_utc_ms: null,
  last_error: null,
}

/** The journal's cursor for one destination. Each function runs inside the transaction of whoever calls. */
export function journalCursor(db: Database, destination: 'shop'): JournalCursorRows {
  const heads = headReads(db)
  const journal = journalRows(db)
  const find = db.prepare<[string], CursorRow>('SELECT * FROM journal_cursors WHERE destination = ?')
  const begin = db.prepare<[string, number, number]>(
    `INSERT INTO journal_cursors (destination, sent_seq, through_seq, tries, next_try_utc_ms) VALUES (?, ?, ?, 1, 0)
     ON CONFLICT (destination) DO UPDATE SET through_seq = excluded.through_seq, tries = tries + 1`,
  )
  const failed = db.prepare<[number, string, string, number]>(
    'UPDATE journal_cursors SET next_try_utc_ms = ?, last_error = ? WHERE destination = ? AND sent_seq = ?',
  )
  const delivered = db.prepare<[string, number]>(
    `UPDATE journal_cursors SET sent_seq = through_seq, tries = 0, next_try_utc_ms = 0, set_aside_utc_ms = NULL,
     last_error = NULL WHERE destination = ? AND sent_seq = ?`,
  )
  const setAside = db.prepare<[number, string, string, number]>(
    `UPDATE journal_cursors SET set_aside_utc_ms = coalesce(set_aside_utc_ms, ?), last_error = ?
     WHERE destination = ? AND sent_seq = ?`,
  )
  const release = db.prepare<[string, number]>(
    `UPDATE journal_cursors SET set_aside_utc_ms = NULL, next_try_utc_ms = 0 WHERE destination = ? AND sent_seq = ?`,
  )

  const row = (): CursorRow => find.get(destination) ?? untouched
  const newest = (): number => heads.find()?.seq ?? 0

  const next = (): WaitingForward | null => {
    const { sent_seq: after, through_seq: begun, tries, next_try_utc_ms: nextTryUtcMs } = row()
    const first = journal.find(after + 1)
    if (first === undefined) return null
    const through = (begun > after ? begun : Math.min(newest(), after + partSize)) as Seq
    return {
      id: after + 1,
      destination,
      key: `journal:${after + 1}`,
      body: { type: 'journalPart', after, through },
      tries,
      // The shop tells a part it has from one it has not: nobody asks whether one may have left.
      sends: tries,
      nextTryUtcMs,
      enqueuedAt: { utcMs: first.utc_ms, offsetMinutes: first.offset_minutes },
    }
  }
  const moved = (id: number, { changes }: { readonly changes: number }, to: string): void => {
    if (changes !== 1) throw new Error(`the part from entry ${id} on cannot be ${to} as the cursor stands`)
  }
  /** Whether it was behind the cursor already when it was said again. */
  const isBehind = (id: number): boolean => id <= row().sent_seq

  return {
    waiting(of, limit) {
      if (of !== destination || limit < 1 || row().set_aside_utc_ms !== null) return []
      const part = next()
      return part === null ? [] : [part]
    },
    lane(of): LaneRow {
      const {
        sent_seq,
        tries,
        next_try_utc_ms: nextTryUtcMs,
        set_aside_utc_ms,
        last_error: lastError,
      } = row()
      const left = of === destination ? newest() - sent_seq : 0
      const stopped = set_aside_utc_ms !== null
      return {
        destination: of,
        waiting: stopped ? 0 : left,
        setAside: stopped ? left : 0,
        since: stopped ? null : (next()?.enqueuedAt ?? null),
        tries,
        nextTryUtcMs,
        lastError,
      }
    },
    begin(id) {
      const part = next()
      if (part?.body.type !== 'journalPart' || part.id !== id || row().set_aside_utc_ms !== null)
        throw new Error(`the part from entry ${id} on cannot be begun as the cursor stands`)
      begin.run(destination, part.body.after, part.body.through)
      return { ...part, tries: part.tries + 1, sends: part.sends + 1 }
    },
    failed: (id, nextTryUtcMs, error) =>
      moved(id, failed.run(nextTryUtcMs, error, destination, id - 1), 'tried again'),
    delivered(id) {
      if (!isBehind(id)) moved(id, delivered.run(destination, id - 1), 'delivered')
    },
    setAside: (id, atUtcMs, error) =>
      moved(id, setAside.run(atUtcMs, error, destination, id - 1), 'set aside'),
    release(id) {
      if (!isBehind(id)) moved(id, release.run(destination, id - 1), 'released')
    },
  }
}
