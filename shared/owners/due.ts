import type { OwnerShare } from '../catalogue/item.ts'
import { assertNever } from '../kernel/result.ts'
import type { Dirham } from '../money/amount.ts'
import { dirham, subtract, times, zero } from '../money/amount.ts'
import { scale } from '../money/rounding.ts'
import type { ShareRule } from './share-rule.ts'

/** Of a line, what its owner's part is worked out from. */
export interface OwnedUnits {
  /** With what was agreed when the piece was scanned; `null`: the shop's own. */
  readonly owner: Pick<OwnerShare, 'sharePpm' | 'rule'> | null
  /** What one is sold for, VAT included. */
  readonly unit: Dirham
  readonly quantity: number
}

/** All of something, in millionths. */
export const whole = 1_000_000

/**
 * What the owner is due of a line; 0 without one. A percentage is `round(unit × quantity × share)`, halves away from zero, of
 * the line and not of each unit. Never more than the line was sold for, and never less for more units.
 */
export function dueOf({ owner, unit, quantity }: OwnedUnits): Dirham {
  if (owner === null) return zero
  const rule: ShareRule = owner.rule ?? { kind: 'percentage', ppm: owner.sharePpm }
  switch (rule.kind) {
    case 'percentage':
      return scale(times(unit, quantity), rule.ppm, whole)
    case 'fixed':
      return times(dirham(Math.min(rule.perUnit, unit)), quantity)
    case 'tiered':
      return scale(times(unit, quantity), tierOf(rule.tiers, unit).ppm, whole)
    default:
      return assertNever(rule)
  }
}

type Tiers = Extract<ShareRule, { kind: 'tiered' }>['tiers']

/**
 * The tier that a price falls into.
 * @throws RangeError where no tier takes so high a price: rules are looked at before they are kept
 */
export function tierOf(tiers: Tiers, unit: Dirham): Tiers[number] {
  const tier = tiers.find(({ upTo }) => upTo === null || unit <= upTo)
  if (tier === undefined) throw new RangeError(`no tier for a price of ${unit}`)
  return tier
}

/**
 * What is clawed back when units of a line come back after others did: all parts together are exactly what the line was due,
 * however they are cut. `due(before + quantity) − due(before)`.
 *
 * @param before units of the line that came back already
 */
export const dueReturned = (line: OwnedUnits, before: number): Dirham =>
  subtract(dueOf({ ...line, quantity: before + line.quantity }), dueOf({ ...line, quantity: before }))

/** What the shop keeps of a line that it sells for somebody. */
export const commissionOf = ({ gross, ownerDue }: { gross: Dirham; ownerDue: Dirham }): Dirham =>
  subtract(gross, ownerDue)
