import type { TicketHead } from '../../cart/issue-ticket.ts'
import { issueRefundTicket, returnedLines } from '../../cart/issue-ticket.ts'
import type { Tender } from '../../cart/ticket.ts'
import { subtract, sum, zero } from '../../money/amount.ts'
import { roundToStep } from '../../money/rounding.ts'
import { cardForward, stockForwards } from '../completion.ts'
import type { Decisions } from '../decision.ts'
import { no, recordAndForward } from '../decision.ts'
import { getShift, noSaleIsOpen, requiring, shiftIsOpen } from '../requirements.ts'

export const refundDecisions: Decisions = {
  /*
   * The ceiling on cash (CGI art. 193) is on what a ticket takes, not on what it gives back.
   * The agreed price goes back, and the units to the shelf. A card refund is recorded as made by other means (a void
   * on the terminal by hand, a transfer): the terminal contract has no refund of its own, so nothing is sent.
   */
  refund: requiring([shiftIsOpen, noSaleIsOpen], (context, command, circumstances) => {
    const { refundOf, settings, fresh, nextTicket } = circumstances
    // A refund ticket gives nothing back a second time.
    if (refundOf === null || refundOf.ticket.kind !== 'sale') {
      return no('unknownTicket', { ticket: command.ticket })
    }
    const { ticket, refunded } = refundOf
    const line = ticket.lines[command.line - 1]
    if (line === undefined) return no('unknownLine', { line: command.line })
    if (!Number.isSafeInteger(command.quantity) || command.quantity < 1) return no('badQuantity')
    const left = line.quantity - (refunded.get(command.line) ?? 0)
    if (command.quantity > left) return no('overRefund', { left })

    const returned = [{ position: command.line, quantity: command.quantity }]
    const gross = sum(returnedLines(ticket, returned).map((each) => each.gross))
    const inCash = command.tender === 'cash'
    const amount = inCash ? roundToStep(gross, settings.cashRounding) : gross
    const { tenderId, attemptId, saleId } = fresh
    const tender: Tender = inCash
      ? { kind: 'cash', tenderId, amount, given: amount, change: zero }
      : { kind: 'card', tenderId, amount, attemptId, approval: null }

    const { shiftId, businessDay, cashier } = getShift(context)
    const head: TicketHead = {
      number: nextTicket,
      saleId,
      shiftId,
      businessDay,
      cashier,
      language: ticket.language,
    }
    const refund = issueRefundTicket(head, ticket, returned, tender, subtract(amount, gross))
    const card = inCash ? [] : [cardForward('cardRefund', attemptId, amount, circumstances)]
    return recordAndForward(
      [{ kind: 'refundCompleted', saleId, ticket: refund }],
      [...card, ...stockForwards(refund)],
    )
  }),
}
