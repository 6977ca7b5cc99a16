import type { Database } from 'better-sqlite3'
import type { TicketNumber } from '#shared/kernel/ids.ts'
import type { Projections } from '../entry.ts'
import { defineTable } from '../table.ts'

/** Units given back of a line of a sale ticket, all refunds together. */
export interface RefundedRow {
  ticket: number
  /** Position on the sale ticket, 1 = first. */
  line: number
  units: number
}

export const refundedTable = defineTable<RefundedRow>({
  name: 'refunded',
  columns: ['ticket', 'line', 'units'],
  key: ['ticket', 'line'],
})

/** @param ticket the sale ticket. @param line position on it, from 1 */
export function unitsGivenBack(to: Projections, ticket: number, line: number, units: number): void {
  const before = to.refunded.get(ticket, line)
  if (before === undefined) to.refunded.insert({ ticket, line, units })
  else to.refunded.update({ units: before.units + units }, ticket, line)
}

/** Units given back, by position on the sale ticket. */
export function refundReads(db: Database): {
  unitsOf(number: TicketNumber): ReadonlyMap<number, number>
} {
  const units = db.prepare<[number], RefundedRow>('SELECT * FROM refunded WHERE ticket = ? ORDER BY line')
  return { unitsOf: (number) => new Map(units.all(number).map((row) => [row.line, row.units])) }
}
