import type { FactOf } from '#shared/checkout/fact.ts'
import type { Entry, Projections } from '../entry.ts'
import { defineTable } from '../table.ts'
import { shiftOf } from './shifts.ts'

/** Money put into or taken out of the drawer beside sales, and the drawer opened for nothing. */
export interface CashMovementRow {
  seq: number
  /** `shifts.seq` */
  shift: number
  kind: 'in' | 'out' | 'opened'
  /** Minor units; 0 for `opened`. */
  amount: number
  reason: string
}

export const cashMovementsTable = defineTable<CashMovementRow>({
  name: 'cash_movements',
  columns: ['seq', 'shift', 'kind', 'amount', 'reason'],
  key: ['seq'],
})

/** Into or out of the drawer, and onto the shift's sums. */
export function cashMoved(to: Projections, entry: Entry, fact: FactOf<'cashMoved'>): void {
  const shift = shiftOf(to, fact.shiftId)
  const { direction: kind, amount, reason } = fact
  to.cashMovements.insert({ seq: entry.seq, shift: shift.seq, kind, amount, reason })
  if (kind === 'in') to.shifts.update({ cash_in: shift.cash_in + amount }, shift.seq)
  else to.shifts.update({ cash_out: shift.cash_out + amount }, shift.seq)
}

/** Kept beside the movements of money: an owner looks for both in one place. */
export function drawerOpened(to: Projections, entry: Entry, fact: FactOf<'drawerOpened'>): void {
  const shift = shiftOf(to, fact.shiftId).seq
  to.cashMovements.insert({ seq: entry.seq, shift, kind: 'opened', amount: 0, reason: fact.reason })
}
