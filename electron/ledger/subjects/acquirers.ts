import type { Database } from 'better-sqlite3'
import { numberAfter } from '#shared/settlement/batch.ts'
import type { Projections } from '../entry.ts'
import { sqlRows } from '../sql-rows.ts'
import { defineTable } from '../table.ts'

/** The last numbers given to an acquirer. */
export interface AcquirerRow {
  acquirer: string
  batch: number
  stan: number
}

export const acquirersTable = defineTable<AcquirerRow>({
  name: 'acquirers',
  columns: ['acquirer', 'batch', 'stan'],
  key: ['acquirer'],
})

/** STANs and batch numbers run from 1 to here, then from 1 again. */
const most = 999_999

/** How many numbers further `to` is than `from`, round the end. [1, 999999]; 999999: the very same. */
const stepsTo = (from: number, to: number): number => ((to - from - 1 + most) % most) + 1

// Behind and far ahead look the same on a circle: what is more than half of it ahead is behind.
const furthest = most / 2

/**
 * Takes numbers of an acquirer for good; those in between are taken, too.
 * @throws when the batch number is not the next one, or the STAN was given before
 */
export function takeNumbers(to: Projections, acquirer: string, batch: number, stan: number): void {
  const last = to.acquirers.get(acquirer) ?? { batch: 0, stan: 0 }
  if (batch !== numberAfter(last.batch))
    throw new Error(`batch number ${batch} of ${acquirer} follows ${last.batch}`)
  checkAhead(acquirer, last.stan, stan, 1)
  if (!to.acquirers.update({ batch, stan }, acquirer)) to.acquirers.insert({ acquirer, batch, stan })
}

/** Reserves STANs from `first` up to `closing`. @throws when any was given before, or fewer than `movements` lie between */
export function reserveStans(
  to: Projections,
  acquirer: string,
  {
    first,
    closing,
    movements,
  }: { readonly first: number; readonly closing: number; readonly movements: number },
): void {
  const last = to.acquirers.get(acquirer)?.stan ?? 0
  checkAhead(acquirer, last, first, 1)
  checkAhead(acquirer, first, closing, movements)
  to.acquirers.update({ stan: closing }, acquirer)
}

function checkAhead(acquirer: string, last: number, stan: number, least: number): void {
  const inRange = Number.isInteger(stan) && stan >= 1 && stan <= most
  const steps = stepsTo(last, stan)
  if (!inRange || steps < least || steps > furthest)
    throw new Error(`STAN ${stan} of ${acquirer} follows ${last}, at least ${least} on`)
}

/** Reads of the numbers. */
export function acquirerReads(db: Database): {
  lastNumbers(acquirer: string): { readonly batch: number; readonly stan: number }
} {
  const rows = sqlRows(db, acquirersTable)
  return {
    lastNumbers(acquirer) {
      const { batch, stan } = rows.get(acquirer) ?? { batch: 0, stan: 0 }
      return { batch, stan }
    },
  }
}
