import { ok } from '../../kernel/result.ts'
import type { Decision } from '../decision.ts'
import { nothing } from '../decision.ts'
import type { Fact } from '../fact.ts'
import { saleOnCounter } from '../state/ask.ts'
import type { CheckoutContext } from '../state/context.ts'
import type { Circumstances } from '../step.ts'

/**
 * The till came up again. An attempt it had under way is unknown from now on, never declined, and the terminal is
 * asked what became of it.
 */
export function decideRestart(context: CheckoutContext, { terminal }: Circumstances): Decision {
  const sale = saleOnCounter(context)
  const attempt = sale?.attempt ?? null
  if (sale === null || attempt === null) return nothing
  const { attemptId } = attempt
  const facts: readonly Fact[] =
    attempt.unknown === null
      ? [{ kind: 'attemptUnknown', attemptId, saleId: sale.saleId, cause: 'tillRestarted', detail: '' }]
      : []
  return ok({ facts, forwards: [], asks: terminal === null ? [] : [{ type: 'recoveryAsked', attemptId }] })
}
