import type { Database } from 'better-sqlite3'
import type { Fact } from '#shared/checkout/fact.ts'
import type { SaleId, Seq } from '#shared/kernel/ids.ts'
import type { JournalEntry } from './handles.ts'

/** One row of the journal table. */
export interface JournalRow {
  readonly seq: number
  readonly utc_ms: number
  readonly offset_minutes: number
  readonly by_name: string
  readonly kind: string
  readonly sale: number | null
  readonly body: string
  readonly previous_hash: string
  readonly hash: string
}

/** A row as the rest of the till reads it. */
export const entryOf = (row: JournalRow): JournalEntry => ({
  seq: row.seq as Seq,
  at: { utcMs: row.utc_ms, offsetMinutes: row.offset_minutes },
  by: row.by_name,
  fact: JSON.parse(row.body) as Fact,
  previousHash: row.previous_hash,
  hash: row.hash,
})

/** The journal table. Nothing here updates or deletes, and the triggers see that nothing else does. */
export function journalRows(db: Database): {
  insert(row: JournalRow): void
  factsOfSale(saleId: SaleId): readonly Fact[]
  unfinishedFacts(): readonly Fact[]
  /** Up to `limit` entries after a sequence number, in order. */
  after(seq: number, limit: number): readonly JournalRow[]
  /** The lines of up to `limit` entries after a sequence number, none after `through`; empty: there is none. */
  linesAfter(seq: number, through: number, limit: number, tillId: string): Uint8Array
  find(seq: number): JournalRow | undefined
} {
  const insert = db.prepare<(string | number | null)[]>(
    'INSERT INTO journal (seq, utc_ms, offset_minutes, by_name, kind, sale, body, previous_hash, hash) ' +
      'VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const ofSale = db
    .prepare<[string], string>(
      'SELECT body FROM journal WHERE sale = (SELECT seq FROM sales WHERE sale_id = ?) ORDER BY seq',
    )
    .pluck()
  const unfinished = db
    .prepare<[], string>(
      'SELECT body FROM journal ' +
        "WHERE sale IN (SELECT seq FROM sales WHERE state IN ('open', 'parked')) ORDER BY journal.seq",
    )
    .pluck()
  const after = db.prepare<[number, number], JournalRow>(
    'SELECT * FROM journal WHERE seq > ? ORDER BY seq LIMIT ?',
  )
  // Put together by SQLite: a month is two hundred thousand entries, and their texts need not become JavaScript's first. The
  // text of the entry is what `entryHash` hashes; its parts that need no quotes are numbers. The rows come in order (SQLite
  // keeps the inner ORDER BY of a group_concat); one inside of group_concat would sort and copy every line a second time.
  const lines = db
    .prepare<[string, number, number, number], Uint8Array | null>(
      `SELECT CAST(group_concat(line, '') AS BLOB) FROM (
        SELECT concat('{"hash":"', hash, '","previousHash":"', previous_hash, '","entry":{"by":', json_quote(by_name),
          ',"fact":', body, ',"offsetMinutes":', offset_minutes, ',"seq":', seq, ',"tillId":', json_quote(?),
          ',"utcMs":', utc_ms, '}}', char(10)) AS line
        FROM journal WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?)`,
    )
    .pluck()
  const find = db.prepare<[number], JournalRow>('SELECT * FROM journal WHERE seq = ?')
  return {
    insert: (row) =>
      void insert.run(
        row.seq,
        row.utc_ms,
        row.offset_minutes,
        row.by_name,
        row.kind,
        row.sale,
        row.body,
        row.previous_hash,
        row.hash,
      ),
    factsOfSale: (saleId) => ofSale.all(saleId).map((body) => JSON.parse(body) as Fact),
    unfinishedFacts: () => unfinished.all().map((body) => JSON.parse(body) as Fact),
    after: (seq, limit) => after.all(seq, limit),
    linesAfter: (seq, through, limit, tillId) => lines.get(tillId, seq, through, limit) ?? new Uint8Array(0),
    find: (seq) => find.get(seq),
  }
}
