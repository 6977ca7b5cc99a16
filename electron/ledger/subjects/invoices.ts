import type { Database } from 'better-sqlite3'
import type { FactOf } from '#shared/checkout/fact.ts'
import type { Entry, Projections } from '../entry.ts'
import { entryOf, type JournalRow } from '../journal.ts'
import type { InvoiceRow } from '../paper-handles.ts'
import { defineTable } from '../table.ts'
import { nextOf } from './series.ts'

/** The invoice of a sale ticket; who it is made out to stays in the journal, at `seq`. */
export interface InvoiceRecord {
  number: number
  seq: number
  ticket: number
}

export const invoicesTable = defineTable<InvoiceRecord>({
  name: 'invoices',
  columns: ['number', 'seq', 'ticket'],
  key: ['number'],
  alternate: 'ticket',
})

/** @throws when its number is not the next one, or its ticket has one already */
export function invoiceIssued(to: Projections, entry: Entry, fact: FactOf<'invoiceIssued'>): void {
  const { number, ticketNumber: ticket } = fact
  to.head.last_invoice = nextOf('invoice', to.head.last_invoice, number)
  if (to.invoices.by(ticket) !== undefined) throw new Error(`ticket ${ticket} has an invoice already`)
  to.invoices.insert({ number, seq: entry.seq, ticket })
}

/** Reads of invoices. */
export function invoiceReads(db: Database): {
  find(number: number): InvoiceRow | null
  /** Its number. */
  ofTicket(ticket: number): number | null
} {
  const find = db.prepare<[number], JournalRow>(
    'SELECT journal.* FROM invoices JOIN journal USING (seq) WHERE number = ?',
  )
  const ofTicket = db.prepare<[number], number>('SELECT number FROM invoices WHERE ticket = ?').pluck()
  return {
    find(number) {
      const row = find.get(number)
      if (row === undefined) return null
      const { fact, at, by } = entryOf(row)
      const { ticketNumber, buyer } = fact as FactOf<'invoiceIssued'>
      return { number, ticketNumber, buyer, at, by }
    },
    ofTicket: (ticket) => ofTicket.get(ticket) ?? null,
  }
}
