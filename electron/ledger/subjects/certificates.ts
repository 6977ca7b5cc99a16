import type { Database } from 'better-sqlite3'
import type { FactOf } from '#shared/checkout/fact.ts'
import type { StandingPapers } from '#shared/kernel/papers.ts'
import type { Entry, Projections } from '../entry.ts'
import { entryOf, type JournalRow } from '../journal.ts'
import type { CertificateRow } from '../paper-handles.ts'
import { defineTable } from '../table.ts'
import { nextOf } from './series.ts'

/** The certificate of one piece; what it says stays in the journal, at `seq`. */
export interface CertificateRecord {
  number: number
  seq: number
  ticket: number
  /** Position on the ticket, 1 = first. */
  line: number
  /** The entry that voided it; `null`: it stands. */
  voided_seq: number | null
}

export const certificatesTable = defineTable<CertificateRecord>({
  name: 'certificates',
  columns: ['number', 'seq', 'ticket', 'line', 'voided_seq'],
  key: ['number'],
})

/** @throws when its number is not the next one */
export function certificateIssued(to: Projections, entry: Entry, fact: FactOf<'certificateIssued'>): void {
  const { number, ticketNumber: ticket, line } = fact
  to.head.last_certificate = nextOf('certificate', to.head.last_certificate, number)
  to.certificates.insert({ number, seq: entry.seq, ticket, line, voided_seq: null })
}

/** @throws when it does not stand: it was never made out, or is void already */
export function certificateVoided(to: Projections, entry: Entry, fact: FactOf<'certificateVoided'>): void {
  const certificate = to.certificates.get(fact.number)
  if (certificate?.voided_seq !== null || certificate.ticket !== fact.ticketNumber)
    throw new Error(`certificate ${fact.number} does not stand for ticket ${fact.ticketNumber}`)
  to.certificates.update({ voided_seq: entry.seq }, fact.number)
}

/** Reads of certificates. */
export function certificateReads(db: Database): {
  find(number: number): CertificateRow | null
  /** Those that stand. */
  ofTicket(ticket: number): StandingPapers['certificates']
} {
  const find = db.prepare<[number], JournalRow & Pick<CertificateRecord, 'voided_seq'>>(
    'SELECT journal.*, voided_seq FROM certificates JOIN journal USING (seq) WHERE number = ?',
  )
  const ofTicket = db.prepare<[number], { number: number; line: number }>(
    'SELECT number, line FROM certificates WHERE ticket = ? AND voided_seq IS NULL ORDER BY line',
  )
  return {
    find(number) {
      const row = find.get(number)
      if (row === undefined) return null
      const { fact, at, by } = entryOf(row)
      const { kind, ...certificate } = fact as FactOf<'certificateIssued'>
      return { ...certificate, voided: row.voided_seq !== null, at, by }
    },
    ofTicket: (ticket) => ofTicket.all(ticket),
  }
}
