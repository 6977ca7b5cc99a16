import { cashCeiling } from '../../cart/settings.ts'
import { cartTotal } from '../../cart/totals.ts'
import { taxInForce } from '../../tax/tax-in-force.ts'
import { beginAttempt } from '../begin-attempt.ts'
import { cashSoFar, splitCash } from '../cash-split.ts'
import { takeMoney } from '../completion.ts'
import type { Decisions } from '../decision.ts'
import { no, nothing, record } from '../decision.ts'
import { getSale, getShift, noAttemptWaits, requiring, saleIsOpen, shiftIsOpen } from '../requirements.ts'
import { due } from '../state/ask.ts'

const mayPay = [shiftIsOpen, saleIsOpen, noAttemptWaits] as const

export const tenderingDecisions: Decisions = {
  payCash: requiring(mayPay, (context, command, circumstances) => {
    const sale = getSale(context)
    const rest = due(sale)
    const { settings, fresh } = circumstances
    if (rest <= 0) return no('nothingToPay')
    const tax = taxInForce(settings.tax, getShift(context).businessDay)
    const ceiling = cashCeiling(settings, tax)
    if (cartTotal(sale.lines) >= ceiling) return no('cashCeiling', { ceiling })
    const rules = { step: settings.cashRounding, duty: tax.duty }
    const { duty, ...split } = splitCash(rest, command.given, cashSoFar(sale), rules)
    if (command.given < 0) return no('badAmount')
    // Nothing on the counter freezes no cart, unless rounding leaves nothing to put there.
    if (command.given === 0 && split.rounding === 0) return nothing
    const { saleId } = sale
    const facts = [
      {
        kind: 'cashTaken',
        saleId,
        tenderId: fresh.tenderId,
        given: command.given,
        ...split,
        ...(duty === 0 ? {} : { duty }),
      },
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
