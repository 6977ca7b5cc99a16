import type { Database } from 'better-sqlite3'
import type { Fact } from '#shared/checkout/fact.ts'
import type { SaleId } from '#shared/kernel/ids.ts'
import type { Entry, Projections } from '../entry.ts'
import { defineTable } from '../table.ts'

/** A sale or a refund from its first entry to its ticket; a test of the terminal is one without a ticket. */
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

/** A sale begins with whatever its first entry is: a refund by card, a void and a test begin with their attempt. */
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
    case 'terminalTested':
      to.sales.update({ state: 'completed' }, sale)
      break
  }
}

/**
 * A refund, a void or a test lives as long as its attempt: it is over where that is declined, and open again where a
 * "declined" is contradicted. A sale outlives its attempts. Looks at the attempt as it was before the entry.
 */
export function errandMoves(to: Projections, sale: number, fact: Fact): void {
  if (fact.kind !== 'attemptDeclined' && fact.kind !== 'attemptUnknown') return
  const attempt = to.attempts.by(fact.attemptId)
  if (attempt === undefined || attempt.purpose === 'payment') return
  if (fact.kind === 'attemptDeclined') to.sales.update({ state: 'cancelled' }, sale)
  else if (attempt.state === 'declined') to.sales.update({ state: 'open' }, sale)
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
