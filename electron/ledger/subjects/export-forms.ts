import type { Database } from 'better-sqlite3'
import type { FactOf } from '#shared/checkout/fact.ts'
import type { Entry, Projections } from '../entry.ts'
import { entryOf, type JournalRow } from '../journal.ts'
import type { ExportFormRow } from '../paper-handles.ts'
import { defineTable } from '../table.ts'
import { visitorRows } from '../visitors.ts'
import { nextOf } from './series.ts'

/** A bordereau de vente à l'exportation; what stands on it stays in the journal, at `seq`. */
export interface ExportFormRecord {
  number: number
  seq: number
  ticket: number
  visitor_hash: string
  /** The entry that voided it; `null`: it stands. */
  voided_seq: number | null
  /** The entry that forgot its visitor; `null`: they are kept beside the journal. */
  forgotten_seq: number | null
}

export const exportFormsTable = defineTable<ExportFormRecord>({
  name: 'export_forms',
  columns: ['number', 'seq', 'ticket', 'visitor_hash', 'voided_seq', 'forgotten_seq'],
  key: ['number'],
})

/** @throws when its number is not the next one */
export function exportFormIssued(to: Projections, entry: Entry, fact: FactOf<'exportFormIssued'>): void {
  const { number, ticketNumber: ticket, visitorHash } = fact
  to.head.last_export_form = nextOf('export form', to.head.last_export_form, number)
  to.exportForms.insert({
    number,
    seq: entry.seq,
    ticket,
    visitor_hash: visitorHash,
    voided_seq: null,
    forgotten_seq: null,
  })
}

/** @throws when it does not stand: it was never made out, or is void already */
export function exportFormVoided(to: Projections, entry: Entry, fact: FactOf<'exportFormVoided'>): void {
  const form = to.exportForms.get(fact.number)
  if (form?.voided_seq !== null || form.ticket !== fact.ticketNumber)
    throw new Error(`export form ${fact.number} does not stand for ticket ${fact.ticketNumber}`)
  to.exportForms.update({ voided_seq: entry.seq }, fact.number)
}

/** @throws when there is no such form, or nobody is known of it any more */
export function visitorForgotten(to: Projections, entry: Entry, fact: FactOf<'visitorForgotten'>): void {
  const form = to.exportForms.get(fact.form)
  if (form?.forgotten_seq !== null || form.ticket !== fact.ticketNumber)
    throw new Error(`nobody is kept of export form ${fact.form} of ticket ${fact.ticketNumber}`)
  to.exportForms.update({ forgotten_seq: entry.seq }, fact.form)
}

/** Reads of export forms. */
export function exportFormReads(db: Database): {
  find(number: number): ExportFormRow | null
  /** The number of the one that stands. */
  ofTicket(ticket: number): number | null
  /** Numbers of those, standing or void, whose visitor was not forgotten. */
  visitorsOf(ticket: number): readonly number[]
} {
  const visitors = visitorRows(db)
  const find = db.prepare<[number], JournalRow & Pick<ExportFormRecord, 'voided_seq'>>(
    'SELECT journal.*, voided_seq FROM export_forms JOIN journal USING (seq) WHERE number = ?',
  )
  const ofTicket = db
    .prepare<[number], number>('SELECT number FROM export_forms WHERE ticket = ? AND voided_seq IS NULL')
    .pluck()
  const visitorsOf = db
    .prepare<[number], number>(
      'SELECT number FROM export_forms WHERE ticket = ? AND forgotten_seq IS NULL ORDER BY number',
    )
    .pluck()
  return {
    find(number) {
      const row = find.get(number)
      if (row === undefined) return null
      const { fact, at, by } = entryOf(row)
      const { kind, ...form } = fact as FactOf<'exportFormIssued'>
      const visitor = visitors.find(number)?.visitor ?? null
      return { ...form, visitor, voided: row.voided_seq !== null, at, by }
    },
    ofTicket: (ticket) => ofTicket.get(ticket) ?? null,
    visitorsOf: (ticket) => visitorsOf.all(ticket),
  }
}
