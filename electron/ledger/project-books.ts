import type { Database } from 'better-sqlite3'
import type { Fact } from '#shared/checkout/fact.ts'
import type { Entry, Projections } from './entry.ts'
import { memoryRows } from './memory-rows.ts'
import { sqlRows } from './sql-rows.ts'
import { closingsTable, periodClosed } from './subjects/closings.ts'
import { ownerPaid, ownerPaymentsTable, ownersChanged, ownersTable } from './subjects/owners.ts'
import { ledgerRestored, restoresTable } from './subjects/restores.ts'

/** Tables of the books, by their names among the projections. */
export const bookTables = {
  closings: closingsTable,
  owners: ownersTable,
  ownerPayments: ownerPaymentsTable,
  restores: restoresTable,
} as const

export const booksInSql = (db: Database) => ({
  closings: sqlRows(db, closingsTable),
  owners: sqlRows(db, ownersTable),
  ownerPayments: sqlRows(db, ownerPaymentsTable),
  restores: sqlRows(db, restoresTable),
})

export const booksInMemory = () => ({
  closings: memoryRows(closingsTable),
  owners: memoryRows(ownersTable),
  ownerPayments: memoryRows(ownerPaymentsTable),
  restores: memoryRows(restoresTable),
})

/** Closings, owners and restores. @throws when the entry cannot follow what came before it */
export function projectBooks(to: Projections, entry: Entry, fact: Fact): void {
  switch (fact.kind) {
    case 'periodClosed':
      periodClosed(to, entry, fact)
      break
    case 'ownersChanged':
      ownersChanged(to, entry, fact)
      break
    case 'ownerPaid':
      ownerPaid(to, entry, fact)
      break
    case 'ledgerRestored':
      ledgerRestored(to, entry, fact)
      break
  }
}
