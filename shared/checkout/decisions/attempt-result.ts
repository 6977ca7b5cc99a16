import type { Approval, DecidedBy, UnknownCause } from '../../kernel/attempt.ts'
import type { AttemptId } from '../../kernel/ids.ts'
import { assertNever } from '../../kernel/result.ts'
import type { Decision } from '../decision.ts'
import { no, nothing, record } from '../decision.ts'
import type { Fact } from '../fact.ts'
import { approve, decline, notCountable } from '../settlement.ts'
import type { Pending } from '../state/ask.ts'
import { attemptOnCounter, due, pendingAttempt, saleOnCounter } from '../state/ask.ts'
import type { CheckoutContext, SettledAttempt } from '../state/context.ts'
import type { AttemptResult, Circumstances } from '../step.ts'

const decider = (asked: boolean): DecidedBy => ({ kind: asked ? 'terminalAsked' : 'terminal' })

/** What the terminal, or its recovery, said in the end. Matched by the attempt's id, never by "the one that waits". */
export function decideAttemptEnded(
  context: CheckoutContext,
  attemptId: AttemptId,
  result: AttemptResult,
  circumstances: Circumstances,
): Decision {
  const pending = pendingAttempt(context, attemptId)
  if (pending !== null) {
    // Nothing happens behind the counter's back: what is parked or waits its turn is asked about again once it is
    // there.
    const onCounter = attemptOnCounter(context)?.attemptId === attemptId
    return onCounter ? endPending(context, pending, result, circumstances) : nothing
  }
  const settled = context.settled.find((one) => one.attemptId === attemptId)
  return settled === undefined ? nothing : hearAgain(context, settled, result, circumstances)
}

function endPending(
  context: CheckoutContext,
  pending: Pending,
  result: AttemptResult,
  circumstances: Circumstances,
): Decision {
  const { saleId, attempt } = pending
  const { attemptId } = attempt
  switch (result.outcome) {
    case 'approved': {
      const refusal = notCountable(pending, circumstances)
      if (refusal !== null) return unknownAgain(pending, 'answersDisagree', refusal.code)
      return approve(context, pending, result.approval, decider(result.asked), circumstances)
    }
    case 'declined':
      return decline(pending, result.reason, decider(result.asked))
    case 'unknown':
      return unknownAgain(pending, result.cause, result.detail)
    case 'approvedUnconfirmed': {
      const { approval, cause, detail } = result
      const heard: Fact[] =
        attempt.approval === null ? [{ kind: 'attemptApprovedUnconfirmed', attemptId, saleId, approval }] : []
      return record(...heard, { kind: 'attemptUnknown', attemptId, saleId, cause, detail })
    }
    default:
      return assertNever(result)
  }
}

/** Written once a cause: asking a silent terminal ten times is one thing not known. */
function unknownAgain({ saleId, attempt }: Pending, cause: UnknownCause, detail: string): Decision {
  if (attempt.unknown?.cause === cause) return nothing
  const { attemptId } = attempt
  return record({ kind: 'attemptUnknown', attemptId, saleId, cause, detail })
}

/**
 * A terminal speaks of an attempt that already had its outcome. The same word again is nothing new. An approval after
 * "declined" is money: taken where its sale still waits for it, and otherwise written down as answers that disagree,
 * so that the books show it until a person has dealt with it. So is a "declined" after a person signed "approved".
 */
function hearAgain(
  context: CheckoutContext,
  settled: SettledAttempt,
  result: AttemptResult,
  circumstances: Circumstances,
): Decision {
  const { attemptId, saleId } = settled
  const disagree = (detail: string): Decision =>
    record({ kind: 'attemptUnknown', attemptId, saleId, cause: 'answersDisagree', detail })

  if (settled.outcome === 'approved') {
    return settled.byPerson && result.outcome === 'declined'
      ? disagree('signed as approved, then declined by the terminal')
      : nothing
  }
  if (result.outcome === 'approvedUnconfirmed')
    return disagree('declined, then approved without confirmation')
  if (result.outcome !== 'approved') return nothing
  const sale = saleOnCounter(context)
  const waits = sale?.saleId === saleId && sale.attempt === null && settled.amount <= due(sale)
  return waits
    ? approve(
        context,
        { saleId, sale, attempt: settled },
        result.approval,
        decider(result.asked),
        circumstances,
      )
    : disagree('declined, then approved by the terminal')
}

/**
 * The terminal approved and waits for our confirmation. Refused where the sale has gone on without this attempt: a
 * driver that is refused does not confirm, and the terminal gives the money back by itself.
 */
export function decideApprovalReceived(
  context: CheckoutContext,
  attemptId: AttemptId,
  approval: Approval,
): Decision {
  const pending = pendingAttempt(context, attemptId)
  if (pending !== null) {
    const { saleId, attempt } = pending
    return attempt.approval === null
      ? record({ kind: 'attemptApprovedUnconfirmed', attemptId, saleId, approval })
      : nothing
  }
  const settled = context.settled.find((one) => one.attemptId === attemptId)
  return settled?.outcome === 'approved' ? nothing : no('nothingToResolve')
}
