import type { Dirham } from '#shared/money/amount.ts'
import type { Counted, ToldTotals } from '#shared/settlement/totals.ts'

/** Of the groups, those that a terminal told; `null` as a whole where it told nothing at all. */
export function told(groups: Partial<ToldTotals['groups']>, net: Dirham | null): ToldTotals | null {
  const { sales = null, saleReversals = null, refunds = null, refundReversals = null } = groups
  const whole = { sales, saleReversals, refunds, refundReversals }
  const silent = net === null && Object.values(whole).every((group) => group === null)
  return silent ? null : { groups: whole, net }
}

/** None without an amount, none of nothing: what else a terminal says of a group cannot be meant. */
export const isConsistent = ({ count, amount }: Counted): boolean =>
  Number.isSafeInteger(count) && count >= 0 && amount >= 0 && (count === 0) === (amount === 0)
