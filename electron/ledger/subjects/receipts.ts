import type { Database } from 'better-sqlite3'
import type { FactOf } from '#shared/checkout/fact.ts'
import type { TicketNumber } from '#shared/kernel/ids.ts'
import type { Entry, Projections } from '../entry.ts'
import { defineTable } from '../table.ts'

/** One try to put a ticket on paper. */
export interface ReceiptRow {
  ticket: number
  seq: number
  /** 0 = the receipt, 1… = DUPLICATA number. */
  copy: number
  outcome: 'done' | 'notStarted' | 'unknown'
  printer: string
}

export const receiptsTable = defineTable<ReceiptRow>({
  name: 'receipts',
  columns: ['ticket', 'seq', 'copy', 'outcome', 'printer'],
  key: ['ticket', 'seq'],
})

/** Every print, also one of unknown end. */
export function receiptPrinted(to: Projections, entry: Entry, fact: FactOf<'receiptPrinted'>): void {
  const { ticketNumber: ticket, copy, outcome, printer } = fact
  to.receipts.insert({ ticket, seq: entry.seq, copy, outcome, printer })
}

/** Reads of prints by their ticket; one of unknown end may have come out. */
export function receiptReads(db: Database): {
  /** The highest number of a copy that may have come out; `null`: none. */
  lastCopyOf(number: TicketNumber): number | null
} {
  const last = db
    .prepare<[number], number | null>(
      "SELECT max(copy) FROM receipts WHERE ticket = ? AND outcome <> 'notStarted'",
    )
    .pluck()
  return { lastCopyOf: (number) => last.get(number) ?? null }
}
