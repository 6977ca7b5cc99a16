import type { Database } from 'better-sqlite3'
import { genesis } from '../chain.ts'
import { opening } from '../database.ts'
import { memoryRows } from '../memory-rows.ts'
import { connectReadOnly } from '../open.ts'
import { type MemoryProjections, memoryProjections } from '../project.ts'
import { LedgerRefused } from '../refused.ts'
import { emptyHead, type HeadRow, headReads, headTable } from '../subjects/head.ts'
import { chainsApart } from './chains-apart.ts'
import { checkDeliveries, checkPrintQueue, checkVisitors } from './check-beside-journal.ts'
import { type ClosingCheck, checkClosings } from './check-closings.ts'
import { checkBuyers, checkToldStock } from './check-market.ts'
import { checkNothingAfter, checkOutbox } from './check-outbox.ts'
import { checkPins } from './check-pins.ts'
import { checkSchema } from './check-schema.ts'
import { checkSearch } from './check-search.ts'
import { comparison } from './compare-table.ts'
import { comparisons } from './compare-tables.ts'
import { walkJournal } from './walk-journal.ts'
import { type WrongRow, wrongRowOf } from './wrong-row.ts'

export interface Verdict {
  readonly ok: boolean
  /** Empty, or the first row that is wrong. */
  readonly problems: readonly WrongRow[]
  readonly tillId: string
  /** Journal entries the ledger says it has. */
  readonly entries: number
  /** Number of the newest; a till that was brought back from a backup may have left some out. */
  readonly tickets: number
  /** Hash of the newest entry. */
  readonly hash: string
  /** Closings of shifts, months and years that were looked at, and those of them that the till could not sign. */
  readonly closings: number
  readonly unsignedClosings: number
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
    return inOneGo(db, head, onProgress)
  } finally {
    db.close()
  }
}

/** The same on two processors: the chains are walked by a thread of their own. For ledgers of many years. */
export async function verifyLongLedger(folder: string, onProgress: Progress = () => {}): Promise<Verdict> {
  const { db, head } = openMoment(folder)
  try {
    const apart = chainsApart({ folder, tillId: head.till_id, upTo: head.seq, outboxUpTo: head.outbox_id })
    if (apart === null) return inOneGo(db, head, onProgress)
    const due = memoryProjections(emptyHead(head.till_id, genesis))
    const closings = checkClosings(db, due)
    const inTables = firstWrong(() => checkTables(db, head, due, closings, false, onProgress))
    const chains = await apart
    const wrong =
      'wrong' in chains
        ? chains.wrong
        : (inTables ?? firstWrong(() => checkHead(db, { ...due.head, ...chains })))
    return verdict(head, wrong, closings)
  } finally {
    db.close()
  }
}

function inOneGo(db: Database, head: HeadRow, onProgress: Progress): Verdict {
  const due = memoryProjections(emptyHead(head.till_id, genesis))
  const closings = checkClosings(db, due)
  const wrong = firstWrong(() => {
    const hash = checkTables(db, head, due, closings, true, onProgress)
    checkHead(db, { ...due.head, hash, ...checkOutbox(db, head.outbox_id) })
  })
  return verdict(head, wrong, closings)
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

const verdict = (head: HeadRow, wrong: WrongRow | null, closings: ClosingCheck): Verdict => ({
  ok: wrong === null,
  problems: wrong === null ? [] : [wrong],
  tillId: head.till_id,
  entries: head.seq,
  tickets: head.last_ticket,
  hash: head.hash,
  closings: closings.closings,
  unsignedClosings: closings.unsigned,
})

function checkTables(
  db: Database,
  head: HeadRow,
  due: MemoryProjections,
  closings: ClosingCheck,
  chain: boolean,
  onProgress: Progress,
): string {
  checkSchema(db)
  const tables = comparisons(db, due)
  const hash = walkJournal(db, {
    tillId: head.till_id,
    upTo: head.seq,
    chain,
    replay: due,
    onEntry: closings.entry,
    onProgress(entries) {
      tables.after(entries)
      onProgress(entries, head.seq)
    },
  })
  const items = [...due.items.all.values()]
  tables.toTheEnd()
  checkSearch(db, items)
  checkPins(db, due.head)
  checkVisitors(db)
  checkBuyers(db)
  checkToldStock(db, head)
  checkPrintQueue(db, head)
  checkDeliveries(db)
  checkNothingAfter(db, head)
  return hash
}

function checkHead(db: Database, due: HeadRow): void {
  const heads = memoryRows(headTable)
  heads.insert(due)
  comparison(db, heads).toTheEnd()
}
