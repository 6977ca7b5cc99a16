import type { LocalizedText } from '../catalogue/item.ts'
import type { Sku } from '../kernel/ids.ts'
import type { PieceDetails } from '../kernel/papers.ts'
import type { Stamp } from '../kernel/stamp.ts'
import type { Amount, Currency, Dirham } from '../money/amount.ts'

/** Where a piece stands on a platform, in its own words: product, variant, stock item, place. */
export interface OnlineRef {
  readonly product: string
  readonly variant: string
  /** `''` where the platform has no such thing. */
  readonly stockItem: string
  readonly location: string
}

/** A piece as buyers see it. */
export interface OnlinePiece {
  readonly sku: Sku
  readonly name: LocalizedText
  readonly description: LocalizedText
  readonly price: Dirham
  readonly unique: boolean
  readonly count: number
  readonly details: PieceDetails
  /** For shipping. `null`: not measured. */
  readonly weightGrams: number | null
  readonly sizeMillimetres: {
    readonly length: number
    readonly width: number
    readonly height: number
  } | null
  /** PNG or JPEG, the first is the one shown in lists. */
  readonly photographs: readonly { readonly name: string; readonly bytes: Uint8Array }[]
}

/**
 * Where an order stands, whatever the platform calls it. `placed`: not paid yet, holds nothing for good. `paid`: the buyer's
 * money is taken. `handedOver` (in the shop) and `shipped` are ends of our part.
 */
export type OrderState = 'placed' | 'paid' | 'handedOver' | 'shipped' | 'cancelled' | 'refunded'

export interface OnlineOrder {
  readonly id: string
  /** As the buyer knows it. */
  readonly number: string
  readonly state: OrderState
  readonly placedAt: Stamp
  readonly lines: readonly OnlineOrderLine[]
  readonly total: Amount<Currency>
  readonly currency: Currency
  readonly shipping: Amount<Currency>
  readonly buyer: OnlineBuyer
  /** `pickUp`: the buyer comes to the shop. */
  readonly delivery: 'pickUp' | 'ship'
}

export interface OnlineOrderLine {
  /** `null`: no sku of ours. */
  readonly sku: Sku | null
  readonly name: string
  readonly units: number
  readonly price: Amount<Currency>
}

/** What is needed to hand over or to ship, and to say sorry. */
export interface OnlineBuyer {
  readonly name: string
  readonly email: string
  /** BCP 47, as the platform knows it; `''`: it does not. */
  readonly language: string
  readonly address: string
  /** ISO 3166-1 alpha-2, or `''`. */
  readonly country: string
}

export type OrderMove =
  | { readonly to: 'handedOver' }
  | { readonly to: 'shipped'; readonly carrier: string; readonly tracking: string }
