import { cartTotal } from '../../cart/totals.ts'
import type { Dirham } from '../../money/amount.ts'
import { subtract, zero } from '../../money/amount.ts'
import { roundToStep } from '../../money/rounding.ts'
import { beginAttempt } from '../begin-attempt.ts'
import { takeMoney } from '../completion.ts'
import type { Decisions } from '../decision.ts'
import { no, nothing, record } from '../decision.ts'
import type { FactOf } from '../fact.ts'
import { getSale, noAttemptWaits, requiring, saleIsOpen, shiftIsOpen } from '../requirements.ts'
import { due } from '../state/ask.ts'

const mayPay = [shiftIsOpen, saleIsOpen, noAttemptWaits] as const

type CashSplit = Pick<FactOf<'cashTaken'>, 'kept' | 'change' | 'rounding'>

/**
 * What becomes of cash put on the counter. Cash that covers the rest, rounded to the step, settles it; less is a
 * part payment, unrounded. Coins that cover the rest but not its rounding settle it as it is: a part payment
 * never takes more than is due.
 */
export function splitCash(rest: Dirham, given: Dirham, step: Dirham): CashSplit {
  const rounded = roundToStep(rest, step)
  if (given >= rounded) {
    return { kept: rounded, change: subtract(given, rounded), rounding: subtract(rounded, rest) }
  }
  const kept = given < rest ? given : rest
  return { kept, change: subtract(given, kept), rounding: zero }
}

export const tenderingDecisions: Decisions = {
  payCash: requiring(mayPay, (context, command, circumstances) => {
    const sale = getSale(context)
    const rest = due(sale)
    const { settings, fresh } = circumstances
    if (rest <= 0) return no('nothingToPay')
    if (cartTotal(sale.lines) >= settings.cashCeiling) {
      return no('cashCeiling', { ceiling: settings.cashCeiling })
    }
    const split = splitCash(rest, command.given, settings.cashRounding)
    if (command.given < 0) return no('badAmount')
    // Nothing on the counter freezes no cart, unless rounding leaves nothing to put there.
    if (command.given === 0 && split.rounding === 0) return nothing
    const { saleId } = sale
    const facts = [
      { kind: 'cashTaken', saleId, tenderId: fresh.tenderId, given: command.given, ...split },
    ] as const
    return takeMoney(context, saleId, facts, circumstances)
  }),

  payCard: requiring(mayPay, (context, command, circumstances) => {
    const sale = getSale(context)
    const rest = due(sale)
    const { terminal } = circumstances
    const amount = command.amount ?? rest
    if (rest <= 0) return no('nothingToPay')
    if (amount <= 0) return no('badAmount')
    if (amount > rest) return no('exceedsDue', { due: rest })
    if (terminal === null) return no('noTerminal')
    return record(beginAttempt('payment', sale.saleId, amount, terminal, circumstances))
  }),

  payOther: requiring(mayPay, (context, command, circumstances) => {
    const sale = getSale(context)
    const { saleId, lines } = sale
    const rest = due(sale)
    const amount = command.amount ?? rest
    // A sale whose agreed total is nothing has nothing to pay and still deserves its ticket.
    if (rest === 0 && amount === 0 && lines.length > 0) {
      return takeMoney(context, saleId, [], circumstances)
    }
    if (rest <= 0) return no('nothingToPay')
    if (amount <= 0) return no('badAmount')
    if (amount > rest) return no('exceedsDue', { due: rest })
    const { tender, reference } = command
    const tenderId = circumstances.fresh.tenderId
    const facts = [{ kind: 'otherTaken', saleId, tenderId, tender, amount, reference }] as const
    return takeMoney(context, saleId, facts, circumstances)
  }),
}
