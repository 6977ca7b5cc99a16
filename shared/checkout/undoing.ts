import type { Approval } from '../kernel/attempt.ts'
import type { AttemptId, ShiftId } from '../kernel/ids.ts'
import type { GivesBack, UndoneCharge } from './fact.ts'
import type { PastSale, TerminalAbilities } from './step.ts'

/**
 * The charge a void of this ticket would undo; `null`: it cannot be voided. A terminal undoes what it took itself
 * and has not settled yet, so: this shift, this terminal, the whole ticket on one card, nothing of it given back.
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
  return named(tender.attemptId, tender.approval)
}

/** A charge as a terminal can find it again: by the number it gave it; `null`: it gave none. */
export const named = (attemptId: AttemptId, approval: Approval | null): UndoneCharge | null =>
  approval === null || approval.trace === null ? null : { attemptId, approval }

/** All of a ticket. */
export const wholeOf = ({ ticket }: PastSale): GivesBack => ({
  ticket: ticket.number,
  lines: ticket.lines.map(({ quantity }, index) => ({ position: index + 1, quantity })),
})
