import type { Database } from 'better-sqlite3'
import { sqlRows } from '../sql-rows.ts'
import { defineTable } from '../table.ts'

/** The one row that knows where everything stands: what a till needs at start without reading any history. */
export interface HeadRow {
  id: 1
  till_id: string
  seq: number
  hash: string
  utc_ms: number
  offset_minutes: number
  /** Signed minor units of all tickets since the first day. */
  grand_total: number
  last_ticket: number
  /** The last one given to a terminal; 0 before the first. */
  terminal_sequence: number
  /** `shifts.seq` */
  open_shift: number | null
  /** `seq` of the newest `shiftClosed` entry. */
  last_closing: number | null
  /** The newest outbox row and its hash, and how many rows were ever written for each destination. */
  outbox_id: number
  outbox_hash: string
  outbox_acquirer: number
  outbox_marketplace: number
  /** To the hosts of all acquirers together. */
  outbox_host: number
  /** How many people have a PIN. */
  pins: number
  /** Newest numbers of the papers' own series; 0 before the first. */
  last_invoice: number
  last_export_form: number
  last_certificate: number
  /** Σ |gross| of all tickets since the first day, minor units. */
  absolute_total: number
  /** How many times the ledger was brought back from a backup. */
  restores: number
}

export const headTable = defineTable<HeadRow>({
  name: 'head',
  columns: [
    'id',
    'till_id',
    'seq',
    'hash',
    'utc_ms',
    'offset_minutes',
    'grand_total',
    'last_ticket',
    'terminal_sequence',
    'open_shift',
    'last_closing',
    'outbox_id',
    'outbox_hash',
    'outbox_acquirer',
    'outbox_marketplace',
    'outbox_host',
    'pins',
    'last_invoice',
    'last_export_form',
    'last_certificate',
    'absolute_total',
    'restores',
  ],
  key: ['id'],
})

/** @param genesis what the first journal entry and the first outbox row are chained to */
export const emptyHead = (tillId: string, genesis: string): HeadRow => ({
  id: 1,
  till_id: tillId,
  seq: 0,
  hash: genesis,
  utc_ms: 0,
  offset_minutes: 0,
  grand_total: 0,
  last_ticket: 0,
  terminal_sequence: 0,
  open_shift: null,
  last_closing: null,
  outbox_id: 0,
  outbox_hash: genesis,
  outbox_acquirer: 0,
  outbox_marketplace: 0,
  outbox_host: 0,
  pins: 0,
  last_invoice: 0,
  last_export_form: 0,
  last_certificate: 0,
  absolute_total: 0,
  restores: 0,
})

/** Reads and writes of the head row. */
export function headReads(db: Database): {
  find(): HeadRow | undefined
  save(head: HeadRow): void
  create(head: HeadRow): void
} {
  const rows = sqlRows(db, headTable)
  return {
    find: () => rows.get(1),
    save(head) {
      const { id, ...changes } = head
      if (!rows.update(changes, id)) throw new Error('the ledger has no head row')
    },
    create: (head) => rows.insert(head),
  }
}
