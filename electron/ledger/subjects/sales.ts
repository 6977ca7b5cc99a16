import type { Database } from 'better-sqlite3'
import type { Fact } from '#shared/checkout/fact.ts'
import type { SaleId } from '#shared/kernel/ids.ts'
import type { Entry, Projections } from '../entry.ts'
import { defineTable } from '../table.ts'

/** A sale or a refund from its first entry to its ticket. */
export interface SaleRow {
  /** The sequence number of its first entry. */
  seq: number
  sale_id: string
  /** `shifts.seq` open at its first entry. */
  shift: number | null
  cashier: string
  state: 'open' | 'parked' | 'completed' | 'cancelled'
  parked_as: string | null
  language: string | null
  ticket: number | null
}

export const salesTable = defineTable<SaleRow>({
  name: 'sales',
  columns: ['seq', 'sale_id', 'shift', 'cashier', 'state', 'parked_as', 'language', 'ticket'],
  key: ['seq'],
  alternate: 'sale_id',
})

/** The sale a fact belongs to; `null` for facts of the shop, the shift or the paper. */
export const saleIdOf = (fact: Fact): SaleId | null => ('saleId' in fact ? fact.saleId : null)

/** A sale begins with whatever its first entry is: a refund by card begins with its attempt. */
export function saleBegins(to: Projections, entry: Entry, saleId: SaleId): void {
  to.sales.insert({
    seq: entry.seq,
    sale_id: saleId,
    shift: to.head.open_shift,
    cashier: entry.fact.kind === 'saleOpened' ? entry.fact.cashier : entry.by,
    state: 'open',
    parked_as: null,
    language: null,
    ticket: null,
  })
}

/** What the sale's own row learns from an entry. */
export function saleContinues(to: Projections, sale: number, fact: Fact): void {
  switch (fact.kind) {
    case 'languageChosen':
      to.sales.update({ language: fact.language }, sale)
      break
    case 'saleParked':
      to.sales.update({ state: 'parked', parked_as: fact.name }, sale)
      break
    case 'saleResumed':
      to.sales.update({ state: 'open', parked_as: null }, sale)
      break
    case 'saleCancelled':
      to.sales.update({ state: 'cancelled' }, sale)
      break
    case 'saleCompleted':
    case 'refundCompleted':
      to.sales.update({ state: 'completed', ticket: fact.ticket.number }, sale)
      break
  }
}

/** Reads of sales. */
export function saleReads(db: Database): {
  /** `sales.seq` */
  find(saleId: SaleId): number | null
  unfinished(): readonly SaleId[]
} {
  const seqOf = db.prepare<[string], number>('SELECT seq FROM sales WHERE sale_id = ?').pluck()
  const unfinished = db
    .prepare<[], SaleId>("SELECT sale_id FROM sales WHERE state IN ('open', 'parked') ORDER BY seq")
    .pluck()
  return {
    find: (saleId) => seqOf.get(saleId) ?? null,
    unfinished: () => unfinished.all(),
  }
}
