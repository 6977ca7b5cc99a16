import type { Database } from 'better-sqlite3'
import type { Forward } from '#shared/checkout/effect.ts'
import type { Fact } from '#shared/checkout/fact.ts'
import type { PaperRequest } from '#shared/kernel/paper-kinds.ts'
import type { Stamp } from '#shared/kernel/stamp.ts'
import { buyerRows } from './buyers.ts'
import { durably } from './database.ts'
import { enter } from './enter.ts'
import type { Projections } from './entry.ts'
import { emptyLog } from './forgetting.ts'
import { type JournalEntry, LedgerUnwritable, type WriteLedger } from './handles.ts'
import { journalRows } from './journal.ts'
import { journalCursor } from './journal-cursor.ts'
import { logCheckpoints } from './log-checkpoints.ts'
import { marketRows } from './market-rows.ts'
import { outboxRows } from './outbox.ts'
import type { BesideJournal, PrintJob } from './paper-handles.ts'
import { printJobMoves } from './print-queue.ts'
import { sqlProjections } from './project.ts'
import { type History, readLedger } from './read-ledger.ts'
import { type diskReserve, mayUseReserve } from './reserve.ts'
import { headReads } from './subjects/head.ts'
import { pinReads } from './subjects/pins.ts'
import { visitorRows } from './visitors.ts'

/** A ledger open for writing: the contract every room knows, and what books need besides. */
export type Ledger = WriteLedger & History

// A commit of the longest basket changes fewer pages than this.
const pagesOfACommit = 64

/**
 * @param db open, migrated, with a head row
 * @param reserve `null` for a ledger whose loss would be no loss (training)
 * @param firstCopyOf what the first copy of a paper is numbered here: more than 0 where another ledger printed it before
 */
export function writeLedger(
  db: Database,
  reserve: ReturnType<typeof diskReserve> | null,
  onClose: () => void,
  firstCopyOf: (paper: PaperRequest) => number = () => 0,
): Ledger {
  const heads = headReads(db)
  const journal = journalRows(db)
  const outbox = outboxRows(db)
  const cursor = journalCursor(db, 'shop')
  const pins = pinReads(db)
  const jobs = printJobMoves(db)
  const visitors = visitorRows(db)
  const buyers = buyerRows(db)
  const projections = sqlProjections(db)
  const checkpoints = logCheckpoints(db)
  const touch = db.prepare('UPDATE head SET id = id')

  const loadHead = () => {
    const head = heads.find()
    if (head === undefined) throw new Error('the ledger has no head row')
    return head
  }

  const appendAll = db.transaction(
    (
      facts: readonly Fact[],
      by: string,
      at: Stamp,
      forwards: readonly Forward[],
      beside: BesideJournal,
    ): JournalEntry[] => {
      const head = loadHead()
      const to: Projections = { head, ...projections }
      const entries = facts.map((fact) => enter(journal, to, fact, by, at))
      for (const forward of forwards) outbox.enqueue(head, forward)
      for (const fact of facts)
        if (fact.kind === 'batchFrozen' || fact.kind === 'settlementBegun')
          outbox.settled(fact.through, at.utcMs)
      for (const id of beside.delivered ?? []) outbox.delivered(id, at.utcMs)
      for (const end of beside.printEnds ?? []) jobs.end(end)
      for (const job of beside.printsLeft ?? []) jobs.leave(job)
      for (const paper of beside.prints ?? []) jobs.add(head.seq, paper, at)
      for (const kept of beside.visitors ?? []) visitors.keep(kept)
      for (const form of beside.visitorsForgotten ?? []) visitors.forget(form)
      for (const { order, buyer } of beside.buyers ?? []) buyers.keep(order, buyer)
      for (const order of beside.buyersForgotten ?? []) buyers.forget(order)
      heads.save(head)
      return entries
    },
  )

  const savePin = db.transaction((person: Parameters<WriteLedger['setPin']>[0], pinHash: string) => {
    const head = loadHead()
    head.pins += pins.save(head.till_id, person, pinHash)
    heads.save(head)
  })

  const own = readLedger(db)
  const reads = {
    ...own,
    nextCopyOf: (paper: PaperRequest) => Math.max(own.nextCopyOf(paper), firstCopyOf(paper)),
  }
  const beginJob = db.transaction((id: number, printer: string): PrintJob => {
    const job = reads.printJobs.find(id)
    if (job === null) throw new Error(`there is no print job ${id}`)
    jobs.begin(id, printer, reads.nextCopyOf(job.paper))
    return reads.printJobs.find(id) ?? job
  })

  const beginForward = db.transaction(outbox.begin)
  const deliver = db.transaction(outbox.delivered)
  const beginPart = db.transaction(cursor.begin)

  const committed = <T>(write: () => T): T => {
    const written = durably(write)
    checkpoints.committed()
    return written
  }

  const writeOrRelease = <T>(write: () => T, facts: readonly Fact[]): T => {
    try {
      return write()
    } catch (error) {
      if (reserve === null || !isDiskFull(error) || !mayUseReserve(facts)) throw error
      reserve.release()
      return write()
    }
  }

  return {
    ...reads,
    append(facts, by, at, forwards = [], beside = {}) {
      const write = () => committed(() => appendAll.immediate(facts, by, at, forwards, beside))
      const entries = writeOrRelease(write, facts)
      if (beside.visitorsForgotten !== undefined || beside.buyersForgotten !== undefined) emptyLog(db)
      return entries
    },
    printQueue: {
      ...reads.printJobs,
      begin: (id, printer) => committed(() => beginJob.immediate(id, printer)),
    },
    setPin: (person, pinHash) => committed(() => savePin.immediate(person, pinHash)),
    assertWritable() {
      reserve?.ensure()
      const pages = db.pragma('page_count', { simple: true }) as number
      const most = db.pragma('max_page_count', { simple: true }) as number
      if (pages + pagesOfACommit > most) throw new LedgerUnwritable('the ledger has no room to grow')
      committed(() => touch.run())
    },
    outbox: {
      waiting: outbox.waiting,
      destinations: outbox.destinations,
      lane: outbox.lane,
      find: outbox.find,
      begin: (id) => committed(() => beginForward.immediate(id)),
      failed: (id, next, error, unsent) => committed(() => outbox.failed(id, next, error, unsent)),
      delivered: (id, at, also) => committed(() => deliver.immediate(id, at, also)),
      setAside: (id, at, error) => committed(() => outbox.setAside(id, at, error)),
      release: (id) => committed(() => outbox.release(id)),
    },
    market: marketRows(db),
    journalCursor: {
      ...cursor,
      begin: (id) => committed(() => beginPart.immediate(id)),
      failed: (id, next, error) => committed(() => cursor.failed(id, next, error)),
      delivered: (id, at) => committed(() => cursor.delivered(id, at)),
      setAside: (id, at, error) => committed(() => cursor.setAside(id, at, error)),
      release: (id) => committed(() => cursor.release(id)),
    },
    close() {
      checkpoints.end()
      db.close()
      onClose()
    },
  }
}

// SQLite says FULL for ENOSPC on a write, IOERR where the file system only tells at fsync or on growing the WAL index.
const isDiskFull = (error: unknown): boolean =>
  error instanceof LedgerUnwritable && /\(SQLITE_(FULL|IOERR)/.test(error.message)
