import type { Database } from 'better-sqlite3'
import type { FactOf } from '#shared/checkout/fact.ts'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import type { PaperRequest } from '#shared/kernel/paper-kinds.ts'
import type { Stamp } from '#shared/kernel/stamp.ts'
import type { WriteLedger } from './handles.ts'
import { notBefore } from './not-before.ts'
import type { PrintEnd, PrintJob, PrintJobs } from './paper-handles.ts'

interface PrintJobRow {
  readonly id: number
  readonly paper: string
  readonly utc_ms: number
  readonly offset_minutes: number
  readonly state: PrintJob['state']
  readonly printer: string | null
  readonly copy: number | null
  readonly trouble: string | null
}

const jobOf = (row: PrintJobRow): PrintJob => ({
  id: row.id,
  paper: JSON.parse(row.paper) as PaperRequest,
  state: row.state,
  queuedAt: { utcMs: row.utc_ms, offsetMinutes: row.offset_minutes },
  copy: row.copy,
  printer: row.printer,
  trouble: row.trouble,
})

/** The fact that a job came to this end. @param printer device id of the printer that had it */
export function printedFact(
  paper: PaperRequest,
  copy: number,
  outcome: PrintEnd['outcome'],
  printer: string,
): FactOf<'receiptPrinted'> | FactOf<'paperPrinted'> {
  return paper.kind === 'receipt'
    ? { kind: 'receiptPrinted', ticketNumber: paper.ticket, copy, outcome, printer }
    : { kind: 'paperPrinted', paper, copy, outcome, printer }
}

/** Asked about at most so many at once: a shop that never answers still has a screen. */
const mostOpen = 100

/** How the jobs of printers stand. */
export function printJobReads(db: Database): PrintJobs {
  const columns = 'id, paper, utc_ms, offset_minutes, state, printer, copy, trouble'
  const find = db.prepare<[number], PrintJobRow>(`SELECT ${columns} FROM print_queue WHERE id = ?`)
  // The condition of the partial index, word for word: jobs that ended are never walked over.
  const open = "print_queue INDEXED BY print_queue_open WHERE state NOT IN ('done', 'left')"
  const inState = db.prepare<[string], PrintJobRow>(
    `SELECT ${columns} FROM ${open} AND state = ? ORDER BY id`,
  )
  const allOpen = db.prepare<[number], PrintJobRow>(`SELECT ${columns} FROM ${open} ORDER BY id DESC LIMIT ?`)
  const ended = db.prepare<[number], PrintJobRow>(
    `SELECT ${columns} FROM print_queue WHERE state IN ('done', 'left') ORDER BY id DESC LIMIT ?`,
  )
  return {
    find(id) {
      const row = find.get(id)
      return row === undefined ? null : jobOf(row)
    },
    waiting: () => inState.all('queued').map(jobOf),
    printing: () => inState.all('printing').map(jobOf),
    recent: (count) => [...allOpen.all(mostOpen), ...ended.all(count)].sort((a, b) => a.id - b.id).map(jobOf),
  }
}

/** What changes a job; each inside the transaction of whoever calls. */
export function printJobMoves(db: Database): {
  add(seq: number, paper: PaperRequest, at: Stamp): void
  begin(id: number, printer: string, copy: number): void
  end(end: PrintEnd): void
  leave(id: number): void
} {
  const add = db.prepare<(number | string)[]>(
    "INSERT INTO print_queue (seq, paper, utc_ms, offset_minutes, state) VALUES (?, ?, ?, ?, 'queued')",
  )
  const begin = db.prepare<[string, number, number]>(
    "UPDATE print_queue SET state = 'printing', printer = ?, copy = coalesce(copy, ?), trouble = NULL " +
      "WHERE id = ? AND state IN ('queued', 'printing')",
  )
  const end = db.prepare<[string, string | null, number]>(
    "UPDATE print_queue SET state = ?, trouble = ? WHERE id = ? AND state IN ('queued', 'printing')",
  )
  const leave = db.prepare<[number]>(
    "UPDATE print_queue SET state = 'left' WHERE id = ? AND state NOT IN ('done', 'printing')",
  )
  const moved = (id: number, { changes }: { readonly changes: number }, to: string): void => {
    if (changes !== 1) throw new Error(`print job ${id} cannot be ${to} as it stands`)
  }
  return {
    add: (seq, paper, { utcMs, offsetMinutes }) =>
      void add.run(seq, canonicalJson(paper), utcMs, offsetMinutes),
    begin: (id, printer, copy) => moved(id, begin.run(printer, copy, id), 'begun'),
    end: ({ job, outcome, trouble }) => moved(job, end.run(outcome, trouble, job), outcome),
    leave: (id) => moved(id, leave.run(id), 'left'),
  }
}

/**
 * At open, before anything else: what was printing when the till died may be on paper, whole, in half or not at all.
 * @throws LedgerUnwritable
 */
export function endInterrupted(ledger: Pick<WriteLedger, 'append' | 'head' | 'printJobs'>, now: Stamp): void {
  const at = notBefore(ledger, now)
  for (const { id, paper, copy, printer } of ledger.printJobs.printing()) {
    const fact = printedFact(paper, copy ?? 0, 'unknown', printer ?? '')
    const end = { job: id, outcome: 'unknown', trouble: 'tillRestarted' } as const
    ledger.append([fact], 'till', at, [], { printEnds: [end] })
  }
}
