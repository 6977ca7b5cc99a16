import type { Dirham } from '#shared/money/amount.ts'
import type { BatchTotals, Counted, ToldTotals } from '#shared/settlement/totals.ts'
import { netOf, totalGroups } from '#shared/settlement/totals.ts'

/** One group of a settlement as both sides count it. */
export interface TwoSides {
  readonly group: keyof BatchTotals
  readonly ours: Counted
  /** `null`: the other side does not say. */
  readonly theirs: Counted | null
  readonly countDiffers: boolean
  readonly amountDiffers: boolean
}

/** The groups that either side counts anything in; payments always, so that there is something to look at. */
export const twoSides = (ours: BatchTotals, told: ToldTotals | null): readonly TwoSides[] =>
  totalGroups
    .map((group) => {
      const mine = ours[group]
      const theirs = told?.groups[group] ?? null
      return {
        group,
        ours: mine,
        theirs,
        countDiffers: theirs !== null && theirs.count !== mine.count,
        amountDiffers: theirs !== null && theirs.amount !== mine.amount,
      }
    })
    .filter(
      ({ group, ours: { count }, theirs }) => group === 'sales' || count > 0 || (theirs?.count ?? 0) > 0,
    )

/** What the other side says the whole comes to, said outright or by every group. `null`: it does not say. */
export function theirNet(told: ToldTotals | null): Dirham | null {
  if (told === null) return null
  if (told.net !== null) return told.net
  const { sales, saleReversals, refunds, refundReversals } = told.groups
  if (sales === null || saleReversals === null || refunds === null || refundReversals === null) return null
  return netOf({ sales, saleReversals, refunds, refundReversals })
}

/** Whether anything that both sides say differs. */
export function sidesDiffer(ours: BatchTotals, told: ToldTotals | null): boolean {
  const net = theirNet(told)
  return (
    twoSides(ours, told).some(({ countDiffers, amountDiffers }) => countDiffers || amountDiffers) ||
    (net !== null && net !== netOf(ours))
  )
}
