import { assertNever } from '../kernel/result.ts'
import { largestMinor } from '../money/amount.ts'
import { whole } from './due.ts'
import type { ShareRule } from './share-rule.ts'

/** More tiers than anybody can agree on by word of mouth. */
export const mostTiers = 12

/** Why a rule cannot be meant. `tiersNotAscending`: each must reach further than the one before; `tiersNotOpen`: the last, and only it, has no end. */
export type RuleTrouble =
  | 'badShare'
  | 'badAmount'
  | 'noTiers'
  | 'tooManyTiers'
  | 'tiersNotAscending'
  | 'tiersNotOpen'

const isShare = (ppm: number): boolean => Number.isSafeInteger(ppm) && ppm >= 0 && ppm <= whole
const isPrice = (minor: number): boolean => Number.isSafeInteger(minor) && minor > 0 && minor <= largestMinor

/** `null`: nothing is wrong with it. */
export function ruleTrouble(rule: ShareRule): RuleTrouble | null {
  switch (rule.kind) {
    case 'percentage':
      return isShare(rule.ppm) ? null : 'badShare'
    case 'fixed':
      return isPrice(rule.perUnit) ? null : 'badAmount'
    case 'tiered':
      return tiersTrouble(rule.tiers)
    default:
      return assertNever(rule)
  }
}

function tiersTrouble(tiers: Extract<ShareRule, { kind: 'tiered' }>['tiers']): RuleTrouble | null {
  if (tiers.length === 0) return 'noTiers'
  if (tiers.length > mostTiers) return 'tooManyTiers'
  if (!tiers.every(({ ppm }) => isShare(ppm))) return 'badShare'
  const ends = tiers.map(({ upTo }) => upTo)
  if (ends.at(-1) !== null || ends.slice(0, -1).includes(null)) return 'tiersNotOpen'
  const closed = ends.filter((end) => end !== null)
  if (!closed.every(isPrice)) return 'badAmount'
  return closed.every((end, index) => index === 0 || end > (closed[index - 1] ?? 0))
    ? null
    : 'tiersNotAscending'
}
