import type { AttemptId, SaleId } from '../../kernel/ids.ts'
import type { FactOf } from '../fact.ts'
import { saleById } from './ask.ts'
import type { Attempt, CheckoutContext, Sale, SettledAttempt } from './context.ts'
import type { Folds } from './folds.ts'
import { changeSale } from './folds.ts'
import { noStamp } from './shift-folds.ts'

/** The attempt of a fact, whether it still waits or was already settled once. */
function attemptOf(
  context: CheckoutContext,
  fact: { readonly saleId: SaleId; readonly attemptId: AttemptId },
): Attempt | null {
  const waiting = saleById(context, fact.saleId)?.attempt ?? null
  if (waiting?.attemptId === fact.attemptId) return waiting
  return context.settled.find((settled) => settled.attemptId === fact.attemptId) ?? null
}

const changeAttempt = (
  context: CheckoutContext,
  fact: { readonly saleId: SaleId; readonly attemptId: AttemptId },
  change: (attempt: Attempt) => Attempt,
): CheckoutContext =>
  changeSale(context, fact.saleId, (sale) =>
    sale.attempt?.attemptId === fact.attemptId ? { ...sale, attempt: change(sale.attempt) } : sale,
  )

/** The sale after one of its attempts ended: the next disputed one, if any, comes forward. */
function afterAttempt(sale: Sale, attemptId: AttemptId): Sale {
  if (sale.attempt?.attemptId !== attemptId) return sale
  const [next, ...rest] = sale.disputed
  return { ...sale, attempt: next ?? null, disputed: rest }
}

function settle(
  context: CheckoutContext,
  fact: FactOf<'attemptApproved'> | FactOf<'attemptDeclined'>,
  attempt: Attempt,
): CheckoutContext {
  const settled: SettledAttempt = {
    ...attempt,
    saleId: fact.saleId,
    outcome: fact.kind === 'attemptApproved' ? 'approved' : 'declined',
    byPerson: fact.decidedBy.kind === 'person',
  }
  const others = context.settled.filter((other) => other.attemptId !== fact.attemptId)
  return { ...context, settled: [...others, settled] }
}

export const attemptFolds: Folds = {
  attemptStarted: (context, fact) =>
    changeSale(context, fact.saleId, (sale) => ({
      ...sale,
      lastDecline: null,
      attempt: {
        attemptId: fact.attemptId,
        amount: fact.amount,
        terminal: fact.terminal,
        startedAt: fact.startedAt ?? noStamp,
        approval: null,
        unknown: null,
      },
    })),
  attemptApprovedUnconfirmed: (context, fact) =>
    changeAttempt(context, fact, (attempt) => ({ ...attempt, approval: fact.approval })),
  attemptUnknown: (context, fact) => {
    const unknown = { cause: fact.cause, detail: fact.detail }
    const settled = context.settled.find((one) => one.attemptId === fact.attemptId)
    if (settled === undefined) {
      return changeAttempt(context, fact, (attempt) => ({ ...attempt, unknown }))
    }
    // Contradicted after it was settled. Counted money stays counted; an attempt thought declined asks again.
    const { saleId, outcome, byPerson: _, ...attempt } = settled
    const forgotten = {
      ...context,
      settled: context.settled.filter((one) => one !== settled),
    }
    if (outcome === 'approved') return forgotten
    return changeSale(forgotten, saleId, (sale) =>
      sale.attempt === null
        ? { ...sale, attempt: { ...attempt, unknown } }
        : { ...sale, disputed: [...sale.disputed, { ...attempt, unknown }] },
    )
  },
  attemptApproved: (context, fact) => {
    const attempt = attemptOf(context, fact)
    if (attempt === null) return context
    return changeSale(settle(context, fact, attempt), fact.saleId, (sale) => ({
      ...afterAttempt(sale, fact.attemptId),
      tenders: [
        ...sale.tenders,
        {
          kind: 'card',
          tenderId: fact.tenderId,
          amount: attempt.amount,
          attemptId: fact.attemptId,
          approval: fact.approval,
        },
      ],
    }))
  },
  attemptDeclined: (context, fact) => {
    const attempt = attemptOf(context, fact)
    if (attempt === null) return context
    return changeSale(settle(context, fact, attempt), fact.saleId, (sale) => ({
      ...afterAttempt(sale, fact.attemptId),
      lastDecline: fact.reason,
    }))
  },
}
