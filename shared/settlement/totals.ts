import { add, type Dirham, subtract, sum, zero } from '../money/amount.ts'
import type { CardMovement } from './movement.ts'

/** How many, and what they come to. Amounts are never negative: the group says which way the money went. */
export interface Counted {
  readonly count: number
  readonly amount: Dirham
}

/** What a batch comes to, from the shop's side: sales are money to the shop, refunds money back to visitors. */
export interface BatchTotals {
  readonly sales: Counted
  /** Sales undone before they were settled; they stand among `sales`, too. */
  readonly saleReversals: Counted
  readonly refunds: Counted
  readonly refundReversals: Counted
}

/** What the other side says a batch comes to. `null`: it does not say. */
export interface ToldTotals {
  readonly groups: { readonly [G in keyof BatchTotals]: Counted | null }
  /** Sales − reversals − refunds, signed. */
  readonly net: Dirham | null
}

export const totalGroups = ['sales', 'saleReversals', 'refunds', 'refundReversals'] as const

const none: Counted = { count: 0, amount: zero }

/** What of a movement its batch's totals are made of. */
export type Countable = Pick<CardMovement, 'attemptId' | 'kind' | 'amount' | 'undoes'>

/** A reversal by itself, or out of the sales it undid: acquirers differ. */
export type ReversalRule = 'counted' | 'netted'

/**
 * The totals of a batch's movements; integers throughout.
 * @param rule `netted`: a sale and the reversal of it in the same batch are both left out; a reversal of a sale settled
 * before counts as a refund
 */
export function totalsOf(movements: readonly Countable[], rule: ReversalRule): BatchTotals {
  if (rule === 'counted') return groups(movements)
  const here = new Set(movements.map((movement) => movement.attemptId))
  const undone = new Set(
    movements.flatMap(({ kind, undoes }) =>
      kind === 'saleReversal' && undoes !== null && here.has(undoes) ? [undoes] : [],
    ),
  )
  return groups(
    movements.flatMap((movement): Countable[] => {
      if (undone.has(movement.attemptId)) return []
      if (movement.kind !== 'saleReversal') return [movement]
      return movement.undoes !== null && undone.has(movement.undoes) ? [] : [{ ...movement, kind: 'refund' }]
    }),
  )
}

function groups(movements: readonly Countable[]): BatchTotals {
  const of = (kind: CardMovement['kind']): Counted => {
    const amounts = movements.flatMap((movement) => (movement.kind === kind ? [movement.amount] : []))
    return amounts.length === 0 ? none : { count: amounts.length, amount: sum(amounts) }
  }
  return {
    sales: of('sale'),
    saleReversals: of('saleReversal'),
    refunds: of('refund'),
    refundReversals: none,
  }
}

/** What the acquirer owes the shop; below zero: what the shop owes. */
export const netOf = ({ sales, saleReversals, refunds, refundReversals }: BatchTotals): Dirham =>
  subtract(add(sales.amount, refundReversals.amount), add(saleReversals.amount, refunds.amount))

/** Whether all that the other side says is what we have. `null`: it says nothing to compare. */
export function agreesWith(ours: BatchTotals, told: ToldTotals): boolean | null {
  const comparisons = [
    ...totalGroups.flatMap((group) => {
      const theirs = told.groups[group]
      if (theirs === null) return []
      return [theirs.count === ours[group].count && theirs.amount === ours[group].amount]
    }),
    ...(told.net === null ? [] : [told.net === netOf(ours)]),
  ]
  return comparisons.length === 0 ? null : comparisons.every(Boolean)
}

/** Whether the other side says something of all the money we have, by group or as a sum. */
export const saysAllOf = (ours: BatchTotals, told: ToldTotals): boolean =>
  told.net !== null || totalGroups.every((group) => told.groups[group] !== null || ours[group].count === 0)
