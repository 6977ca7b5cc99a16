import type { ShiftId } from '../kernel/ids.ts'
import type { GivesBack, UndoneCharge } from './fact.ts'
import type { PastSale, TerminalAbilities } from './step.ts'

/**
 * The charge a void of this ticket would undo; `null`: it cannot be voided. A terminal undoes what it took itself and has
 * not settled yet, so: this shift, this terminal, the whole ticket on one card, nothing of it given back.
 */
export function chargeToUndo(
  past: PastSale,
  shiftId: ShiftId | null,
  terminal: Pick<TerminalAbilities, 'id' | 'canVoid'> | null,
): UndoneCharge | null {
  const { ticket, refunded, chargedOn } = past
  const [tender, ...others] = ticket.tenders
  if (ticket.shiftId !== shiftId) return null
  if (tender?.kind !== 'card' || others.length > 0) return null
  if ([...refunded.values()].some((units) => units > 0)) return null
  if (terminal === null || !terminal.canVoid || terminal.id !== chargedOn) return null
  const { attemptId, approval } = tender
  return approval === null || approval.trace === null ? null : { attemptId, approval }
}

/** All of a ticket. */
export const wholeOf = ({ ticket }: PastSale): GivesBack => ({
  ticket: ticket.number,
  lines: ticket.lines.map(({ quantity }, index) => ({ position: index + 1, quantity })),
})
