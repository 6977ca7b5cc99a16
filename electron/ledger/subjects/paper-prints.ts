import type { Database } from 'better-sqlite3'
import type { FactOf } from '#shared/checkout/fact.ts'
import type { ShiftId } from '#shared/kernel/ids.ts'
import { paperKey } from '#shared/kernel/paper-kinds.ts'
import type { Entry, Projections } from '../entry.ts'
import { defineTable } from '../table.ts'

/** One try to put any paper but a receipt on paper. */
export interface PaperPrintRow {
  /** `paperKey` of it. */
  paper: string
  seq: number
  /** 0 = the original, 1… = DUPLICATA number. */
  copy: number
  outcome: 'done' | 'notStarted' | 'unknown'
  printer: string
}

export const paperPrintsTable = defineTable<PaperPrintRow>({
  name: 'paper_prints',
  columns: ['paper', 'seq', 'copy', 'outcome', 'printer'],
  key: ['paper', 'seq'],
})

/** Every print, also one of unknown end. */
export function paperPrinted(to: Projections, entry: Entry, fact: FactOf<'paperPrinted'>): void {
  const { copy, outcome, printer } = fact
  to.paperPrints.insert({ paper: paperKey(fact.paper), seq: entry.seq, copy, outcome, printer })
}

/** Reads of prints by the key of their paper; one of unknown end may have come out. */
export function paperPrintReads(db: Database): {
  /** The highest number of a copy that may have come out; `null`: none. */
  lastCopyOf(key: string): number | null
  /** The same of a shift's strip: once the shift is closed, what was read while it was open (X) is no copy of its Z. */
  lastStripOf(key: string, shift: ShiftId): number | null
} {
  const last = db
    .prepare<[string], number | null>(
      "SELECT max(copy) FROM paper_prints WHERE paper = ? AND outcome <> 'notStarted'",
    )
    .pluck()
  const lastStrip = db
    .prepare<[string, string], number | null>(
      "SELECT max(copy) FROM paper_prints WHERE paper = ? AND outcome <> 'notStarted' AND seq > coalesce((SELECT closed_seq FROM shifts WHERE shift_id = ?), 0)",
    )
    .pluck()
  return {
    lastCopyOf: (key) => last.get(key) ?? null,
    lastStripOf: (key, shift) => lastStrip.get(key, shift) ?? null,
  }
}
