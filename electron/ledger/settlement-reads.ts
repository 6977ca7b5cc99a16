import type { Database } from 'better-sqlite3'
import type { FactOf } from '#shared/checkout/fact.ts'
import type { Seq } from '#shared/kernel/ids.ts'
import { entryOf, journalRows } from './journal.ts'
import type { SettlementReads } from './settlement-handles.ts'
import { acquirerReads } from './subjects/acquirers.ts'
import { attemptDoubts } from './subjects/attempt-doubts.ts'
import { batchReads } from './subjects/batch-reads.ts'
import { cardMovementReads } from './subjects/card-movement-reads.ts'
import type { HeadRow } from './subjects/head.ts'
import { shiftReads } from './subjects/shifts.ts'
import { statementReads } from './subjects/statement-reads.ts'

/** Answers every question of `SettlementReads` from a database that is open. */
export function settlementReads(db: Database, head: () => HeadRow): SettlementReads {
  const movements = cardMovementReads(db)
  const doubts = attemptDoubts(db)
  const batches = batchReads(db)
  const acquirers = acquirerReads(db)
  const statements = statementReads(db)
  const journal = journalRows(db)
  const shifts = shiftReads(db)
  return {
    collected: movements.collected,
    movementsToSettle: movements.toSettle,
    unknownAttempts: doubts.unknown,
    retractedAttempts: doubts.retracted,
    findBatch: batches.find,
    listBatches: batches.list,
    openBatches: batches.open,
    movementsOfBatch: movements.ofBatch,
    findMovement: movements.find,
    paidBy: movements.paidBy,
    lastNumbers: acquirers.lastNumbers,
    settledThrough: movements.settledThrough,
    settlesTerminal: movements.settles,
    lastClosing() {
      const seq = head().last_closing
      const row = seq === null ? undefined : journal.find(seq)
      if (row === undefined) return null
      const closed = entryOf(row).fact as FactOf<'shiftClosed'>
      const shift = shifts.findById(closed.shiftId)
      return shift && { seq: row.seq as Seq, businessDay: shift.businessDay }
    },
    statementOf: statements.byContent,
    findStatement: statements.find,
    listStatements: statements.list,
    statementLines: statements.lines,
    movementsOfDays: movements.ofDays,
    unpaidMovements: movements.unpaid,
  }
}
