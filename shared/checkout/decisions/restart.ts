import { ok } from '../../kernel/result.ts'
import type { Decision } from '../decision.ts'
import { nothing } from '../decision.ts'
import type { Fact } from '../fact.ts'
import { attemptOnCounter, pendingAttempt } from '../state/ask.ts'
import type { CheckoutContext } from '../state/context.ts'
import type { Circumstances } from '../step.ts'
import { canBeAsked } from './attempt.ts'

/**
 * The till came up again. An attempt it had under way is unknown from now on, never declined, and the terminal that
 * began it, if it is the one that is here and can be asked, is asked what became of it.
 */
export function decideRestart(context: CheckoutContext, { terminal }: Circumstances): Decision {
  const attempt = attemptOnCounter(context)
  const pending = attempt && pendingAttempt(context, attempt.attemptId)
  if (attempt === null || pending === null) return nothing
  const { attemptId } = attempt
  const { saleId } = pending
  const facts: readonly Fact[] =
    attempt.unknown === null
      ? [{ kind: 'attemptUnknown', attemptId, saleId, cause: 'tillRestarted', detail: '' }]
      : []
  const asks = canBeAsked(attempt, terminal) ? [{ type: 'recoveryAsked', attemptId } as const] : []
  return ok({ facts, forwards: [], asks })
}
