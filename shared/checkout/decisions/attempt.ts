import type { Decisions } from '../decision.ts'
import { ask, no, record } from '../decision.ts'
import type { Requirement } from '../requirements.ts'
import { getSale, requiring, saleIsOpen, shiftIsOpen } from '../requirements.ts'
import { due, saleOnCounter } from '../state/ask.ts'
import type { Attempt, CheckoutContext } from '../state/context.ts'
import { approve } from './attempt-result.ts'

/** The attempt is not under the terminal's hands any more, or never was. */
const attemptIsUnknown: Requirement = (context) =>
  saleOnCounter(context)?.attempt?.unknown ? null : 'nothingToResolve'

/** The terminal still holds the attempt: it can be asked to stop. */
const attemptIsRunning: Requirement = (context) => {
  const attempt = saleOnCounter(context)?.attempt ?? null
  if (attempt === null) return 'nothingToResolve'
  return attempt.unknown === null ? null : 'unresolvedCharge'
}

function getAttempt(context: CheckoutContext): Attempt {
  const { attempt } = getSale(context)
  if (attempt === null) throw new Error('no attempt on the counter')
  return attempt
}

export const attemptDecisions: Decisions = {
  cancelAttempt: requiring([shiftIsOpen, saleIsOpen, attemptIsRunning], (context) =>
    ask({ type: 'abortAsked', attemptId: getAttempt(context).attemptId }),
  ),

  askTerminal: requiring([shiftIsOpen, saleIsOpen, attemptIsUnknown], (context, _command, { terminal }) =>
    terminal === null
      ? no('noTerminal')
      : ask({ type: 'recoveryAsked', attemptId: getAttempt(context).attemptId }),
  ),

  // A person looked at the terminal and signs what it shows. Money beyond what is due cannot be signed for.
  resolveAttempt: requiring(
    [shiftIsOpen, saleIsOpen, attemptIsUnknown],
    (context, command, circumstances) => {
      const sale = getSale(context)
      const attempt = getAttempt(context)
      const decidedBy = { kind: 'person', name: command.name } as const
      if (command.outcome === 'declined') {
        return record({
          kind: 'attemptDeclined',
          attemptId: attempt.attemptId,
          saleId: sale.saleId,
          reason: { code: 'TILL-PERSON', text: '' },
          decidedBy,
        })
      }
      if (attempt.amount > due(sale)) return no('exceedsDue', { due: due(sale) })
      return approve(context, sale, attempt, attempt.approval, decidedBy, circumstances)
    },
  ),
}
