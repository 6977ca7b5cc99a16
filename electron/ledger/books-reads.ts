import type { Database } from 'better-sqlite3'
import { dirham } from '#shared/money/amount.ts'
import type { BookReads } from './books-handles.ts'
import { bookShiftReads } from './subjects/book-shifts.ts'
import { closingReads } from './subjects/closings.ts'
import type { HeadRow } from './subjects/head.ts'
import { ownerReads } from './subjects/owner-reads.ts'
import { restoreReads } from './subjects/restores.ts'

/** Answers every question of `BookReads` from a database that is open. */
export function bookReads(db: Database, head: () => HeadRow): BookReads {
  const shifts = bookShiftReads(db)
  const closings = closingReads(db)
  const owners = ownerReads(db)
  const restores = restoreReads(db)
  return {
    shiftsOn: shifts.on,
    entriesBetween: shifts.between,
    listClosings: closings.list,
    findClosing: closings.find,
    closingOf: closings.of,
    closingsIn: closings.within,
    lastClosingNumber: closings.lastNumber,
    firstDay: shifts.firstDay,
    absoluteTotal: () => dirham(head().absolute_total),
    restores: restores.all,
    owners: owners.all,
    findOwner: owners.find,
    ownersOfItems: owners.ofItems,
    ownerMoves: owners.moves,
    ownerBalanceBefore: owners.balanceBefore,
  }
}
