import type { Approval } from '../../kernel/attempt.ts'
import { err } from '../../kernel/result.ts'
import type { SlipProof } from '../command.ts'
import type { Decisions } from '../decision.ts'
import { ask, no } from '../decision.ts'
import type { Requirement } from '../requirements.ts'
import { requiring, shiftIsOpen } from '../requirements.ts'
import { approve, decline, notCountable } from '../settlement.ts'
import type { Pending } from '../state/ask.ts'
import { attemptOnCounter, pendingAttempt, saleOnCounter } from '../state/ask.ts'
import type { Attempt, CheckoutContext } from '../state/context.ts'
import type { Circumstances } from '../step.ts'

/** A sale is open, or the terminal is at something without one. */
const counterIsBusy: Requirement = (context) =>
  saleOnCounter(context) === null && attemptOnCounter(context) === null ? 'noOpenSale' : null

/** The attempt is not under the terminal's hands any more, or never was. */
const attemptIsUnknown: Requirement = (context) =>
  attemptOnCounter(context)?.unknown ? null : 'nothingToResolve'

/** Only a person can end it: nobody knows, or nothing is connected that could tell. */
const attemptAwaitsPerson: Requirement = (context) =>
  attemptOnCounter(context)?.byHand ? null : attemptIsUnknown(context)

/** The terminal still holds the attempt and hears us: it can be asked to stop. */
const attemptCanBeStopped: Requirement = (context) => {
  const attempt = attemptOnCounter(context)
  if (attempt === null) return 'nothingToResolve'
  if (attempt.unknown !== null) return 'unresolvedCharge'
  return attempt.byHand ? 'attemptInProgress' : null
}

function getPending(context: CheckoutContext): Pending {
  const attempt = attemptOnCounter(context)
  const pending = attempt && pendingAttempt(context, attempt.attemptId)
  if (pending === null) throw new Error('no attempt on the counter')
  return pending
}

/** Whether this terminal is the one that began it, and can say what became of it. */
export const canBeAsked = (attempt: Attempt, terminal: Circumstances['terminal']): boolean =>
  terminal?.id === attempt.terminal && terminal.canAsk

/** What the terminal said of itself, and where it did not, what stands on its slip; `null`: neither. */
function signedApproval(heard: Approval | null, slip: SlipProof | null): Approval | null {
  if (slip === null) return heard
  const { authorisation, lastFour } = slip
  const maskedPan = `************${lastFour}`
  if (heard === null) {
    return {
      maskedPan,
      authorisation,
      scheme: null,
      trace: null,
      terminalId: null,
      terminalTime: null,
      slip: [],
    }
  }
  return {
    ...heard,
    maskedPan: heard.maskedPan ?? maskedPan,
    authorisation: heard.authorisation ?? authorisation,
  }
}

export const attemptDecisions: Decisions = {
  cancelAttempt: requiring([shiftIsOpen, counterIsBusy, attemptCanBeStopped], (context) =>
    ask({ type: 'abortAsked', attemptId: getPending(context).attempt.attemptId }),
  ),

  askTerminal: requiring(
    [shiftIsOpen, counterIsBusy, attemptIsUnknown],
    (context, _command, { terminal }) => {
      const { attempt } = getPending(context)
      return canBeAsked(attempt, terminal)
        ? ask({ type: 'recoveryAsked', attemptId: attempt.attemptId })
        : no('noTerminal')
    },
  ),

  // A person looked at the terminal and signs what it shows. What cannot be counted cannot be signed for.
  resolveAttempt: requiring(
    [shiftIsOpen, counterIsBusy, attemptAwaitsPerson],
    (context, command, circumstances) => {
      const pending = getPending(context)
      const { attemptId = null } = command
      if (attemptId !== null && attemptId !== pending.attempt.attemptId) return no('nothingToResolve')
      const decidedBy = { kind: 'person', name: command.name } as const
      if (command.outcome === 'declined')
        return decline(pending, { code: 'TILL-PERSON', text: '' }, decidedBy)
      const { byHand, approval } = pending.attempt
      const slip = command.slip ?? null
      if (byHand && slip === null) return no('slipMissing')
      const refusal = notCountable(pending, circumstances)
      if (refusal !== null) return err(refusal)
      return approve(context, pending, signedApproval(approval, slip), decidedBy, circumstances)
    },
  ),
}
