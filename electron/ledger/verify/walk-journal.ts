import type { Database } from 'better-sqlite3'
import type { Fact } from '#shared/checkout/fact.ts'
import { entryHash, genesis } from '../chain.ts'
import { type MemoryProjections, project, saleOf } from '../project.ts'
import type { ReplayedEntry } from './check-closings.ts'
import { FoundWrong } from './wrong-row.ts'

/** What a walk over the journal looks at: the chain, the projections, or both in one go. */
export interface Walk {
  readonly tillId: string
  /** Last entry to look at. */
  readonly upTo: number
  readonly chain: boolean
  /** Empty projections to recompute; `null`: leave them to somebody else. */
  readonly replay: MemoryProjections | null
  onProgress(entries: number): void
  /** Each entry, after it was replayed. */
  onEntry?(entry: ReplayedEntry): void
}

/** seq, utc_ms, offset_minutes, by_name, kind, sale, body, previous_hash, hash */
type RawRow = readonly [number, number, number, string, string, number | null, string, string, string]

// Often enough that rows compared and let go of die young, seldom enough to cost nothing.
const progressEvery = 1000

// Cheaper than one by one; few, because a thousand items of a catalogue are one entry.
const rowsAtOnce = 64

const wrong = (seq: number, what: string): FoundWrong => new FoundWrong('journal', `seq ${seq}`, what)

/**
 * Walks the journal from its first entry. The chain: sequence without gaps, each entry chained to the one before it,
 * each hash the hash of what is written. The replay: every projection recomputed.
 * @returns the hash of the last entry; the genesis hash where the chain was not asked for
 * @throws FoundWrong
 */
export function walkJournal(db: Database, walk: Walk): string {
  const { tillId, upTo, chain, replay, onProgress } = walk
  const hashes = chain ? 'previous_hash, hash' : "'', ''"
  const some = db
    .prepare<[number, number], RawRow>(
      `SELECT seq, utc_ms, offset_minutes, by_name, kind, sale, body, ${hashes} FROM journal ` +
        `WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ${rowsAtOnce}`,
    )
    .raw()
  let last = genesis
  let seq = 0
  for (let rows = some.all(seq, upTo); rows.length > 0; rows = some.all(seq, upTo))
    for (const row of rows) {
      seq += 1
      if (row[0] !== seq) throw wrong(seq, `is missing; the next entry is ${row[0]}`)
      if (chain) last = linked(row, last, tillId)
      if (replay !== null) replayRow(row, replay, walk.onEntry)
      if (seq % progressEvery === 0) onProgress(seq)
    }
  // Entries cut off the end leave a chain without a flaw: only the head still knows of them.
  if (seq < upTo) throw wrong(seq + 1, `is missing; the last entry written was ${upTo}`)
  return last
}

function linked(row: RawRow, last: string, tillId: string): string {
  const [seq, utcMs, offsetMinutes, by, , , body, previousHash, written] = row
  if (previousHash !== last) throw wrong(seq, 'is not chained to the entry before it')
  const hash = entryHash(last, tillId, seq, utcMs, offsetMinutes, by, body)
  if (written !== hash) throw wrong(seq, 'its hash is not the hash of what it says')
  return hash
}

function replayRow(row: RawRow, to: MemoryProjections, onEntry: Walk['onEntry']): void {
  const [seq, utcMs, offsetMinutes, by, kind, sale, body] = row
  const fact = factOf(seq, body)
  if (fact.kind !== kind) throw wrong(seq, `its kind is written as ${kind} and is ${fact.kind}`)
  const belongs = saleOf(to, seq, fact)
  if (sale !== belongs) throw wrong(seq, `its sale is written as ${sale} and is ${belongs}`)
  if (fact.kind === 'tillCreated' && fact.tillId !== to.head.till_id)
    throw wrong(seq, `is of till ${fact.tillId}, the ledger of ${to.head.till_id}`)
  try {
    project(to, { seq, utcMs, offsetMinutes, by, sale, fact })
  } catch (error) {
    throw wrong(seq, (error as Error).message)
  }
  to.head.seq = seq
  to.head.utc_ms = utcMs
  to.head.offset_minutes = offsetMinutes
  onEntry?.({ seq, at: { utcMs, offsetMinutes }, by, fact })
}

function factOf(seq: number, body: string): Fact {
  try {
    return JSON.parse(body) as Fact
  } catch {
    throw wrong(seq, 'its body is not JSON')
  }
}
