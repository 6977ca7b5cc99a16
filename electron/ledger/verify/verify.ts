import type { Database } from 'better-sqlite3'
import { genesis } from '../chain.ts'
import { opening } from '../database.ts'
import { type MemoryRows, memoryRows } from '../memory-rows.ts'
import { connectReadOnly } from '../open.ts'
import { memoryProjections, projectedTables } from '../project.ts'
import { LedgerRefused } from '../refused.ts'
import { emptyHead, type HeadRow, headReads, headTable } from '../subjects/head.ts'
import { chainApart } from './chain-apart.ts'
import { checkOutbox } from './check-outbox.ts'
import { checkPins } from './check-pins.ts'
import { checkSchema } from './check-schema.ts'
import { checkSearch } from './check-search.ts'
import { compareTable } from './compare-table.ts'
import { walkJournal } from './walk-journal.ts'
import { FoundWrong, type WrongRow, wrongRowOf } from './wrong-row.ts'

export interface Verdict {
  readonly ok: boolean
  /** Empty, or the first row that is wrong. */
  readonly problems: readonly WrongRow[]
  readonly tillId: string
  /** Journal entries the ledger says it has. */
  readonly entries: number
  readonly tickets: number
  /** Hash of the newest entry. */
  readonly hash: string
}

/** @param entries walked so far, of `total` */
export type Progress = (entries: number, total: number) => void

/**
 * Verifies a folder's ledger from its first entry: the chain, then every projection recomputed from the journal and
 * compared with what its table says. Reads one moment of it, also while a till sells.
 * @throws LedgerRefused when it cannot be read at all
 */
export function verifyLedger(folder: string, onProgress: Progress = () => {}): Verdict {
  const { db, head } = openMoment(folder)
  try {
    const wrong = firstWrong(() => checkAll(db, head, true, onProgress))
    return verdict(head, wrong)
  } finally {
    db.close()
  }
}

/** The same on two processors: the chain is walked by a thread of its own. For ledgers of many years. */
export async function verifyLongLedger(folder: string, onProgress: Progress = () => {}): Promise<Verdict> {
  const { db, head } = openMoment(folder)
  try {
    const chain = chainApart({ folder, tillId: head.till_id, upTo: head.seq, hash: head.hash })
    const inTables = firstWrong(() => checkAll(db, head, chain === null, onProgress))
    const inChain = await chain
    return verdict(head, inChain ?? inTables)
  } finally {
    db.close()
  }
}

function openMoment(folder: string): { readonly db: Database; readonly head: HeadRow } {
  const db = connectReadOnly(folder)
  // All reads see the ledger as it is now, whatever a till appends meanwhile.
  db.exec('BEGIN')
  const head = opening(folder, () => headReads(db).find())
  if (head !== undefined) return { db, head }
  db.close()
  throw new LedgerRefused('corrupted', `the ledger in ${folder} has lost its head row`)
}

function firstWrong(check: () => void): WrongRow | null {
  try {
    check()
    return null
  } catch (error) {
    return wrongRowOf(error)
  }
}

const verdict = (head: HeadRow, wrong: WrongRow | null): Verdict => ({
  ok: wrong === null,
  problems: wrong === null ? [] : [wrong],
  tillId: head.till_id,
  entries: head.seq,
  tickets: head.last_ticket,
  hash: head.hash,
})

function checkAll(db: Database, head: HeadRow, chain: boolean, onProgress: Progress): void {
  checkSchema(db)
  const due = memoryProjections(emptyHead(head.till_id, genesis))
  const last = walkJournal(db, {
    tillId: head.till_id,
    upTo: head.seq,
    chain,
    replay: due,
    onProgress: (entries) => onProgress(entries, head.seq),
  })
  checkNothingAfter(db, head)
  for (const name of Object.keys(projectedTables) as (keyof typeof projectedTables)[])
    compareTable(db, due[name] as MemoryRows<object>)
  checkSearch(db, due.items.all.values())
  checkOutbox(db, due.head)
  checkPins(db, due.head)
  // Where the chain is walked apart, so is the question whether it ends in the head's hash.
  due.head.hash = chain ? last : head.hash
  const heads = memoryRows(headTable)
  heads.insert(due.head)
  compareTable(db, heads)
}

function checkNothingAfter(db: Database, head: HeadRow): void {
  const newest = db.prepare<[], number>('SELECT max(seq) FROM journal').pluck().get() ?? 0
  if (newest > head.seq)
    throw new FoundWrong('journal', `seq ${newest}`, `comes after the last entry written, ${head.seq}`)
}
