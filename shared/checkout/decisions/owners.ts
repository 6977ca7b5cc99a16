import { dayRange } from '../../kernel/day-range.ts'
import { err } from '../../kernel/result.ts'
import { businessDayNow } from '../../kernel/stamp.ts'
import { subtract } from '../../money/amount.ts'
import { type Owner, ownersPerFact } from '../../owners/owner.ts'
import { ruleTrouble } from '../../owners/rule-trouble.ts'
import type { Command } from '../command.ts'
import type { Decisions } from '../decision.ts'
import { no, record } from '../decision.ts'
import type { Fact, FactOf } from '../fact.ts'
import type { CheckoutContext } from '../state/context.ts'
import type { Circumstances } from '../step.ts'

const namedTwice = (owners: readonly Owner[]): boolean =>
  new Set(owners.map(({ owner }) => owner)).size < owners.length

/** What was agreed with those who leave pieces with the shop, and the money they are given. Who may is the door's to ask. */
export const ownerDecisions: Decisions = {
  // Lines in carts and on tickets carry their own copy: nothing sold changes with it.
  setOwners: (_context, { owners }) => {
    if (owners.length === 0 || namedTwice(owners)) return no('badInput', { field: 'owners' })
    if (owners.length > ownersPerFact) return no('inputTooLarge', { field: 'owners' })
    if (owners.some(({ owner }) => owner.trim() === '')) return no('badName')
    if (owners.some(({ share }) => share !== null && ruleTrouble(share) !== null))
      return no('badInput', { field: 'share' })
    return record({ kind: 'ownersChanged', owners })
  },

  // On account there is no limit: what is given before it is due is deducted from what sells later.
  payOwner: (context, command, circumstances) => {
    const { ownerBalance: before } = circumstances
    const { amount, what, by } = command
    const { shift } = context
    if (by === 'cash' && shift === null) return no('noOpenShift')
    if (before === null) return no('unknownOwner')
    if (!Number.isSafeInteger(amount) || amount <= 0) return no('badAmount')
    if (what === 'payout' && amount > before) return no('exceedsOwnerDue', { due: before })
    const period = what === 'payout' ? command.period : null
    const days = period && dayRange(period.from, period.to, businessDayNow(shift, circumstances.at))
    if (days?.ok === false) return err(days.error)
    const paid = ownerPaid(context, command, circumstances, before)
    return by === 'cash' && shift !== null ? record(paid, cashOut(paid, shift)) : record(paid)
  },
}

function ownerPaid(
  { shift }: CheckoutContext,
  { owner, what, amount, by, reference, period }: Extract<Command, { type: 'payOwner' }>,
  { at }: Circumstances,
  before: FactOf<'ownerPaid'>['before'],
): FactOf<'ownerPaid'> {
  return {
    kind: 'ownerPaid',
    owner,
    what,
    amount,
    by,
    reference,
    businessDay: businessDayNow(shift, at),
    shiftId: shift?.shiftId ?? null,
    // Money on account is for no sale yet.
    period: what === 'payout' ? period : null,
    before,
    after: subtract(before, amount),
  }
}

/** The drawer's side of it, in the same append: a count in the evening must find it. */
const cashOut = (
  { owner, amount }: FactOf<'ownerPaid'>,
  { shiftId }: NonNullable<CheckoutContext['shift']>,
): Fact => ({ kind: 'cashMoved', shiftId, direction: 'out', amount, reason: owner, purpose: 'owner' })
