import type { OwnerShare } from '../catalogue/item.ts'
import type { Dirham } from '../money/amount.ts'
import { tierOf } from './due.ts'

/** What a line's rule came to: a part of the price, in millionths, or so much for each. */
export type AppliedShare =
  | { readonly kind: 'part'; readonly ppm: number }
  | { readonly kind: 'each'; readonly amount: Dirham }

/** What an owner was due by, in the words of a slip. @param unit what one was sold for */
export function appliedShare({ sharePpm, rule }: OwnerShare, unit: Dirham): AppliedShare {
  switch (rule?.kind) {
    case 'fixed':
      return { kind: 'each', amount: rule.perUnit }
    case 'tiered':
      return { kind: 'part', ppm: tierOf(rule.tiers, unit).ppm }
    case 'percentage':
      return { kind: 'part', ppm: rule.ppm }
    case undefined:
      return { kind: 'part', ppm: sharePpm }
  }
}
