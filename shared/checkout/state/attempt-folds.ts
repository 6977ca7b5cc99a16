import type { AttemptId } from '../../kernel/ids.ts'
import type { FactOf } from '../fact.ts'
import { pendingAttempt } from './ask.ts'
import type { Attempt, CheckoutContext, Sale, SettledAttempt } from './context.ts'
import type { Folds } from './folds.ts'
import { changeSale } from './folds.ts'
import { noStamp } from './shift-folds.ts'

/** The attempt of a fact, whether it still waits or was already settled once. */
const attemptOf = (context: CheckoutContext, attemptId: AttemptId): Attempt | null =>
  pendingAttempt(context, attemptId)?.attempt ??
  context.settled.find((settled) => settled.attemptId === attemptId) ??
  null

/** The context with a waiting attempt changed, whoever it belongs to. */
function changeAttempt(
  context: CheckoutContext,
  attemptId: AttemptId,
  change: (attempt: Attempt) => Attempt,
): CheckoutContext {
  const changed = <T extends { readonly attempt: Attempt | null }>(owner: T): T =>
    owner.attempt?.attemptId === attemptId ? { ...owner, attempt: change(owner.attempt) } : owner
  return { ...context, sales: context.sales.map(changed), errands: context.errands.map(changed) }
}

/** The sale after one of its attempts ended: the next disputed one, if any, comes forward. */
function afterAttempt(sale: Sale, attemptId: AttemptId): Sale {
  if (sale.attempt?.attemptId !== attemptId) return sale
  const [next, ...rest] = sale.disputed
  return { ...sale, attempt: next ?? null, disputed: rest }
}

/** The context after an attempt ended: kept among the settled, for its terminal may speak again. */
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
  const { attemptId } = fact
  const others = context.settled.filter((other) => other.attemptId !== attemptId)
  const errands = context.errands.filter((errand) => errand.attempt.attemptId !== attemptId)
  const after = { ...context, errands, settled: [...others, settled] }
  return changeSale(after, fact.saleId, (sale) => afterAttempt(sale, attemptId))
}

/** Contradicted after it was settled. Counted money stays counted; an attempt thought declined asks again. */
function dispute(
  context: CheckoutContext,
  settled: SettledAttempt,
  unknown: NonNullable<Attempt['unknown']>,
): CheckoutContext {
  const { saleId, outcome, byPerson: _, ...before } = settled
  const forgotten = { ...context, settled: context.settled.filter((one) => one !== settled) }
  if (outcome === 'approved') return forgotten
  const attempt = { ...before, unknown }
  if (attempt.purpose !== 'payment')
    return { ...forgotten, errands: [...context.errands, { saleId, attempt }] }
  return changeSale(forgotten, saleId, (sale) =>
    sale.attempt === null ? { ...sale, attempt } : { ...sale, disputed: [...sale.disputed, attempt] },
  )
}

const begun = (fact: FactOf<'attemptStarted'>): Attempt => ({
  attemptId: fact.attemptId,
  purpose: fact.purpose,
  byHand: fact.byHand ?? false,
  amount: fact.amount,
  terminal: fact.terminal,
  startedAt: fact.startedAt ?? noStamp,
  approval: null,
  unknown: null,
  givesBack: fact.givesBack ?? null,
  undoes: fact.undoes ?? null,
})

export const attemptFolds: Folds = {
  attemptStarted: (context, fact) => {
    const attempt = begun(fact)
    if (fact.purpose === 'payment')
      return changeSale(context, fact.saleId, (sale) => ({ ...sale, lastDecline: null, attempt }))
    const errands = [...context.errands, { saleId: fact.saleId, attempt }]
    return { ...context, errands, done: null, notGivenBack: null }
  },
  attemptApprovedUnconfirmed: (context, fact) =>
    changeAttempt(context, fact.attemptId, (attempt) => ({ ...attempt, approval: fact.approval })),
  attemptUnknown: (context, fact) => {
    const unknown = { cause: fact.cause, detail: fact.detail }
    const settled = context.settled.find((one) => one.attemptId === fact.attemptId)
    return settled === undefined
      ? changeAttempt(context, fact.attemptId, (attempt) => ({ ...attempt, unknown }))
      : dispute(context, settled, unknown)
  },
  attemptApproved: (context, fact) => {
    const attempt = attemptOf(context, fact.attemptId)
    if (attempt === null) return context
    const settled = settle(context, fact, attempt)
    if (attempt.purpose !== 'payment') return settled
    const { tenderId, attemptId, approval } = fact
    const tender = { kind: 'card', tenderId, amount: attempt.amount, attemptId, approval } as const
    return changeSale(settled, fact.saleId, (sale) => ({ ...sale, tenders: [...sale.tenders, tender] }))
  },
  attemptDeclined: (context, fact) => {
    const attempt = attemptOf(context, fact.attemptId)
    if (attempt === null) return context
    const { amount, givesBack, purpose } = attempt
    const settled = settle(context, fact, attempt)
    if (purpose === 'payment')
      return changeSale(settled, fact.saleId, (sale) => ({ ...sale, lastDecline: fact.reason }))
    if (purpose === 'test' || givesBack === null) return settled
    const notGivenBack = { purpose, ticket: givesBack.ticket, amount, reason: fact.reason }
    return { ...settled, notGivenBack }
  },
  terminalTested: (context, { outcome, reason }) => ({ ...context, lastTest: { outcome, reason } }),
}
