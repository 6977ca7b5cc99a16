import type { BatchTotals, Counted, ToldTotals } from '#shared/settlement/totals.ts'
import { totalGroups } from '#shared/settlement/totals.ts'
import { type AmountEntry, amountOf, westernDigits } from '../../../input/amount-entry.ts'

type Group = keyof BatchTotals

/** One line of a slip as it is typed; both empty: the slip does not say. */
export interface SlipGroup {
  readonly count: string
  readonly amount: AmountEntry
}

export type SlipTotals = Readonly<Record<Group, SlipGroup>>

const empty: SlipGroup = { count: '', amount: '' }
export const emptySlip: SlipTotals = {
  sales: empty,
  saleReversals: empty,
  refunds: empty,
  refundReversals: empty,
}

/** A count as it is typed or pasted: digits, six at most. `null`: it cannot become one. */
export function typedCount(text: string): string | null {
  const digits = westernDigits(text).trim()
  return /^\d{0,6}$/.test(digits) ? digits : null
}

const isEmpty = ({ count, amount }: SlipGroup): boolean => count === '' && amount === ''

/** `null`: only half of it is there. */
function countedOf({ count, amount }: SlipGroup): Counted | null {
  const money = amountOf(amount)
  return count === '' || money === null ? null : { count: Number(count), amount: money }
}

/** The lines of which only half is typed. */
export const slipFaults = (slip: SlipTotals): readonly Group[] =>
  totalGroups.filter((group) => !isEmpty(slip[group]) && countedOf(slip[group]) === null)

/** What the slip says; `null`: nothing, or a line is half. */
export function toldOf(slip: SlipTotals): ToldTotals | null {
  if (slipFaults(slip).length > 0 || totalGroups.every((group) => isEmpty(slip[group]))) return null
  const said = (group: Group): Counted | null => countedOf(slip[group])
  return {
    groups: {
      sales: said('sales'),
      saleReversals: said('saleReversals'),
      refunds: said('refunds'),
      refundReversals: said('refundReversals'),
    },
    net: null,
  }
}
