import type { Dirham } from '../money/amount.ts'

/**
 * What the owner of a piece is due of what it was sold for, VAT included.
 * `percentage`: of the price. `fixed`: so much a unit, whatever it was sold for (never more than that). `tiered`: the
 * percentage of the first tier whose `upTo` the agreed price of a unit does not pass; the last tier has none.
 */
export type ShareRule =
  | { readonly kind: 'percentage'; readonly ppm: number }
  | { readonly kind: 'fixed'; readonly perUnit: Dirham }
  | {
      readonly kind: 'tiered'
      readonly tiers: readonly { readonly upTo: Dirham | null; readonly ppm: number }[]
    }

/**
 * In whose name a consigned piece is sold. `principal`: in the shop's own (commissionnaire): the whole price is its turnover,
 * the owner's part a purchase. `agent`: in the artisan's (mandataire): only the commission is.
 */
export const ownerRoles = ['principal', 'agent'] as const
export type OwnerRole = (typeof ownerRoles)[number]
