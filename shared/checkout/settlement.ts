import type { Tender } from '../cart/ticket.ts'
import type { Approval, DecidedBy, DeclineReason } from '../kernel/attempt.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { refuse } from '../kernel/refusal.ts'
import { assertNever } from '../kernel/result.ts'
import { beginAttempt } from './begin-attempt.ts'
import { cardForward, stockForwards, takeMoney } from './completion.ts'
import type { Decision } from './decision.ts'
import { no, record, recordAndForward } from './decision.ts'
import type { Forward } from './effect.ts'
import type { Fact, FactOf } from './fact.ts'
import { notReturnable, papersVoided, refundCompleted } from './giving-back.ts'
import { due, type Pending } from './state/ask.ts'
import type { Attempt, CheckoutContext, Sale } from './state/context.ts'
import type { Circumstances } from './step.ts'
import { named } from './undoing.ts'

/** Why an approval cannot be counted now; `null`: it can. Money beyond what is due, or already given back otherwise. */
export function notCountable({ sale, attempt }: Pending, { refundOf }: Circumstances): Refusal | null {
  if (sale !== null) return attempt.amount > due(sale) ? refuse('exceedsDue', { due: due(sale) }) : null
  const { givesBack } = attempt
  if (givesBack === null) return null
  return refundOf === null
    ? refuse('unknownTicket', { ticket: givesBack.ticket })
    : notReturnable(refundOf, givesBack)
}

/** The terminal did it: recorded, with all that follows from it in the same decision. @param pending is countable */
export function approve(
  context: CheckoutContext,
  pending: Pending,
  approval: Approval | null,
  decidedBy: DecidedBy,
  circumstances: Circumstances,
): Decision {
  const { saleId, sale, attempt } = pending
  const { attemptId } = attempt
  const { tenderId } = circumstances.fresh
  const approved = { kind: 'attemptApproved', attemptId, saleId, tenderId, approval, decidedBy } as const
  if (sale !== null) return charged(context, sale, attempt, approved, circumstances)
  switch (attempt.purpose) {
    case 'payment':
      // A sale that is gone is paid by nothing: whoever calls has looked.
      return no('internal')
    case 'test':
      return undoTest(pending, approved, circumstances)
    case 'refund':
    case 'void':
      return attempt.givesBack === null
        ? record(approved, ...tested(pending, 'undone', null))
        : gaveBack(context, pending, approved, circumstances)
    default:
      return assertNever(attempt.purpose)
  }
}

/** The terminal did not do it. What ends with it ends here; a sale goes on. */
export function decline(pending: Pending, reason: DeclineReason, decidedBy: DecidedBy): Decision {
  const { saleId, attempt } = pending
  const { attemptId, purpose, amount, undoes, givesBack } = attempt
  const declined = { kind: 'attemptDeclined', attemptId, saleId, reason, decidedBy } as const
  if (purpose === 'test') return record(declined, ...tested(pending, 'declined', reason))
  if (undoes === null || givesBack !== null) return record(declined)
  return recordAndForward(
    [declined, ...tested(pending, 'standing', reason)],
    [testForward({ attemptId: undoes.attemptId, amount })],
  )
}

/** A payment: the money is in, and the sale finished where that settles it. */
function charged(
  context: CheckoutContext,
  { saleId }: Sale,
  { attemptId, amount }: Attempt,
  approved: FactOf<'attemptApproved'>,
  circumstances: Circumstances,
): Decision {
  const forwards = [cardForward('cardPayment', attemptId, amount, circumstances)]
  return takeMoney(context, saleId, [approved], circumstances, forwards)
}

/** A refund or a void: the money is back, and its ticket is made. */
function gaveBack(
  context: CheckoutContext,
  { saleId, attempt }: Pending,
  approved: FactOf<'attemptApproved'>,
  circumstances: Circumstances,
): Decision {
  const { attemptId, amount, givesBack } = attempt
  const past = circumstances.refundOf
  if (past === null || givesBack === null) return no('internal')
  const { tenderId, approval } = approved
  const tender: Tender = { kind: 'card', tenderId, amount, attemptId, approval }
  const completed = refundCompleted(context, saleId, past, givesBack, tender, circumstances)
  return recordAndForward(
    [approved, completed, ...papersVoided(circumstances.papers, givesBack)],
    [cardForward('cardRefund', attemptId, amount, circumstances), ...stockForwards(completed.ticket)],
  )
}

/** A test charge went through: undone at once, by the terminal that took it and knows its number. */
function undoTest(
  pending: Pending,
  approved: FactOf<'attemptApproved'>,
  circumstances: Circumstances,
): Decision {
  const { saleId, attempt } = pending
  const { attemptId, amount } = attempt
  const { terminal } = circumstances
  const undoes = named(attemptId, approved.approval)
  if (terminal?.id !== attempt.terminal || !terminal.canVoid || undoes === null) {
    return recordAndForward([approved, ...tested(pending, 'standing', null)], [testForward(attempt)])
  }
  return record(approved, beginAttempt('void', saleId, amount, terminal, circumstances, { undoes }))
}

/** @param pending the test charge, or the void of it */
function tested(
  { saleId, attempt }: Pending,
  outcome: FactOf<'terminalTested'>['outcome'],
  reason: DeclineReason | null,
): readonly Fact[] {
  const attemptId = attempt.undoes?.attemptId ?? attempt.attemptId
  return [{ kind: 'terminalTested', saleId, attemptId, amount: attempt.amount, outcome, reason }]
}

/** The acquirer's totals will have it, so that it must be told why no ticket does. */
const testForward = ({ attemptId, amount }: Pick<Attempt, 'attemptId' | 'amount'>): Forward => ({
  destination: 'acquirer',
  key: `card:${attemptId}`,
  body: { type: 'cardTest', attemptId, amount },
})
