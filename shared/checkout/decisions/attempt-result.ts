import type { Approval, DecidedBy, UnknownCause } from '../../kernel/attempt.ts'
import type { AttemptId } from '../../kernel/ids.ts'
import { assertNever } from '../../kernel/result.ts'
import { cardForward, takeMoney } from '../completion.ts'
import type { Decision } from '../decision.ts'
import { no, nothing, record } from '../decision.ts'
import type { Fact } from '../fact.ts'
import { due, pendingAttempt, saleOnCounter } from '../state/ask.ts'
import type { Attempt, CheckoutContext, Sale, SettledAttempt } from '../state/context.ts'
import type { AttemptResult, Circumstances } from '../step.ts'

/** The money of an attempt is in: recorded, forwarded, and the sale finished where that settles it. */
export function approve(
  context: CheckoutContext,
  sale: Sale,
  attempt: Attempt,
  approval: Approval | null,
  decidedBy: DecidedBy,
  circumstances: Circumstances,
): Decision {
  const { attemptId, amount } = attempt
  const { saleId } = sale
  const { tenderId } = circumstances.fresh
  const facts = [{ kind: 'attemptApproved', attemptId, saleId, tenderId, approval, decidedBy }] as const
  const forwards = [cardForward('cardPayment', attemptId, amount, circumstances)]
  return takeMoney(context, saleId, facts, circumstances, forwards)
}

const decider = (asked: boolean): DecidedBy => ({ kind: asked ? 'terminalAsked' : 'terminal' })

/** What the terminal, or its recovery, said in the end. Matched by the attempt's id, never by "the one that waits". */
export function decideAttemptEnded(
  context: CheckoutContext,
  attemptId: AttemptId,
  result: AttemptResult,
  circumstances: Circumstances,
): Decision {
  const pending = pendingAttempt(context, attemptId)
  // A parked sale takes no money behind its back: its attempt is asked about again once it is resumed.
  if (pending !== null && pending.sale.parkedAs !== null) return nothing
  if (pending !== null) return endPending(context, pending.sale, pending.attempt, result, circumstances)
  const settled = context.settled.find((one) => one.attemptId === attemptId)
  return settled === undefined ? nothing : hearAgain(context, settled, result, circumstances)
}

function endPending(
  context: CheckoutContext,
  sale: Sale,
  attempt: Attempt,
  result: AttemptResult,
  circumstances: Circumstances,
): Decision {
  const { attemptId } = attempt
  const { saleId } = sale
  switch (result.outcome) {
    case 'approved':
      if (attempt.amount > due(sale))
        return unknownAgain(attempt, sale, 'answersDisagree', 'more than is due')
      return approve(context, sale, attempt, result.approval, decider(result.asked), circumstances)
    case 'declined': {
      const decidedBy = decider(result.asked)
      return record({ kind: 'attemptDeclined', attemptId, saleId, reason: result.reason, decidedBy })
    }
    case 'unknown':
      return unknownAgain(attempt, sale, result.cause, result.detail)
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
function unknownAgain(attempt: Attempt, sale: Sale, cause: UnknownCause, detail: string): Decision {
  if (attempt.unknown?.cause === cause) return nothing
  const { attemptId } = attempt
  return record({ kind: 'attemptUnknown', attemptId, saleId: sale.saleId, cause, detail })
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
  return sale !== null && waits
    ? approve(context, sale, settled, result.approval, decider(result.asked), circumstances)
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
    if (pending.attempt.approval !== null) return nothing
    const { saleId } = pending.sale
    return record({ kind: 'attemptApprovedUnconfirmed', attemptId, saleId, approval })
  }
  const settled = context.settled.find((one) => one.attemptId === attemptId)
  return settled?.outcome === 'approved' ? nothing : no('nothingToResolve')
}
