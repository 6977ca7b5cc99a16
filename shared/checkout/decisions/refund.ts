import type { Tender } from '../../cart/ticket.ts'
import { err } from '../../kernel/result.ts'
import type { Dirham } from '../../money/amount.ts'
import { zero } from '../../money/amount.ts'
import { roundToStep } from '../../money/rounding.ts'
import { beginAttempt } from '../begin-attempt.ts'
import { cardForward, stockForwards } from '../completion.ts'
import type { Decisions } from '../decision.ts'
import { no, record, recordAndForward } from '../decision.ts'
import { notReturnable, papersVoided, refundCompleted, worthOf } from '../giving-back.ts'
import { getShift, noSaleIsOpen, requiring, shiftIsOpen } from '../requirements.ts'
import type { Circumstances, PastSale } from '../step.ts'
import { chargeToUndo, wholeOf } from '../undoing.ts'

/**
 * A refund that the terminal has no part in: cash, a card by other means (a transfer, a void by hand), or the marketplace,
 * which gives back what it took for the same order. `null`: it took nothing for this ticket.
 */
function tenderOf(
  kind: 'cash' | 'card' | 'online',
  gross: Dirham,
  past: PastSale,
  { fresh, settings }: Circumstances,
): Tender | null {
  const { tenderId, attemptId } = fresh
  if (kind === 'online') {
    const took = past.ticket.tenders.find((tender) => tender.kind === kind)
    return took === undefined ? null : { ...took, tenderId, amount: gross }
  }
  if (kind === 'card') return { kind, tenderId, amount: gross, attemptId, approval: null }
  const amount = roundToStep(gross, settings.cashRounding)
  return { kind, tenderId, amount, given: amount, change: zero }
}

export const refundDecisions: Decisions = {
  /*
   * The ceiling on cash (CGI art. 193) is on what a ticket takes, not on what it gives back.
   * The agreed price goes back, and the units to the shelf. Where a terminal gives money back on a card it is asked to,
   * and the ticket waits for its word; where none does, the refund was made by other means and is recorded at once.
   */
  refund: requiring([shiftIsOpen, noSaleIsOpen], (context, command, circumstances) => {
    const { refundOf: past, fresh, terminal } = circumstances
    const { saleId } = fresh
    // A refund ticket is no sale: it gives nothing back a second time.
    if (past === null) return no('unknownTicket', { ticket: command.ticket })
    const lines = [{ position: command.line, quantity: command.quantity }]
    const givesBack = { ticket: command.ticket, lines }
    const refusal = notReturnable(past, givesBack)
    if (refusal !== null) return err(refusal)

    const gross = worthOf(past, givesBack)
    const asked = terminal !== null && (terminal.canRefund || terminal.byHand)
    if (command.tender === 'card' && asked && gross > 0)
      return record(beginAttempt('refund', saleId, gross, terminal, circumstances, { givesBack }))

    const tender = tenderOf(command.tender, gross, past, circumstances)
    if (tender === null) return no('badInput', { field: 'tender' })
    const completed = refundCompleted(context, saleId, past, givesBack, tender, circumstances)
    const card =
      tender.kind === 'card' ? [cardForward('cardRefund', tender.attemptId, gross, circumstances)] : []
    return recordAndForward(
      [completed, ...papersVoided(circumstances.papers, givesBack)],
      [...card, ...stockForwards(completed.ticket)],
    )
  }),

  // Nothing moves but the charge itself: the terminal takes back what it took, before it is settled.
  voidTicket: requiring([shiftIsOpen, noSaleIsOpen], (context, command, circumstances) => {
    const { refundOf: past, fresh, terminal } = circumstances
    if (past === null) return no('unknownTicket', { ticket: command.ticket })
    const undoes = chargeToUndo(past, getShift(context).shiftId, terminal)
    if (undoes === null || terminal === null) return no('notVoidable')
    const givesBack = wholeOf(past)
    return record(
      beginAttempt('void', fresh.saleId, past.ticket.gross, terminal, circumstances, { givesBack, undoes }),
    )
  }),
}
