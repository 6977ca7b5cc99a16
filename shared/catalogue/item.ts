import type { Sku } from '../kernel/ids.ts'
import type { PieceDetails } from '../kernel/papers.ts'
import type { Dirham } from '../money/amount.ts'
import type { OwnerRole, ShareRule } from '../owners/share-rule.ts'
import type { ExemptionKey } from '../tax/exemption.ts'
import type { VatClass } from '../tax/vat-class.ts'

/** A name as written by the shop; any of the three may be missing from a catalogue, `nameIn` picks the best. */
export interface LocalizedText {
  readonly ar?: string
  readonly fr?: string
  readonly en?: string
}

/** What an artisan left on consignment is due of each line. */
export interface OwnerShare {
  readonly owner: string
  /** Owner's part of the gross, in millionths: 0.333 → 333000. [0, 1_000_000] */
  readonly sharePpm: number
  /** As agreed with the owner when the piece was scanned; absent: `sharePpm`. */
  readonly rule?: ShareRule
  /** Absent: `principal`. */
  readonly role?: OwnerRole
}

/** As packed. `null`: not measured. */
export interface ShippingMeasures {
  /** [1, 100_000] */
  readonly weightGrams: number | null
  /** Each [1, 10_000]. */
  readonly sizeMillimetres: {
    readonly length: number
    readonly width: number
    readonly height: number
  } | null
}

/** 100 kg: more goes by freight, not by parcel. */
export const heaviestGrams = 100_000
/** 10 m: no carpet is rolled longer. */
export const longestMillimetres = 10_000

/** One thing the shop sells: a piece (`unique`) or an item with a count. Prices include VAT. */
export interface CatalogueItem {
  readonly sku: Sku
  readonly name: LocalizedText
  readonly price: Dirham
  /** Lowest agreed price without a manager; `null`: any price down to zero. */
  readonly floor: Dirham | null
  readonly vat: VatClass
  /** Of class `exempt`: why; absent: as the country has it for items that do not say (in Morocco handmade carpets). */
  readonly exemption?: ExemptionKey
  readonly unique: boolean
  /** Count on the shelf when loaded. A piece has 0 or 1. May go below zero: the customer is holding it. */
  readonly stock: number
  readonly owner: OwnerShare | null
  /** Scanned codes besides the sku (EAN-13 …). */
  readonly barcodes: readonly string[]
  /** Key of `demo-categories` or the shop's own; drawn as a tile. */
  readonly category: string | null
  readonly maker: string | null
  readonly village: string | null
  /** For whoever sends it; absent: not measured. */
  readonly shipping?: ShippingMeasures | null
  /** What a certificate says of it, besides maker and village; absent: nothing yet. */
  readonly details?: Pick<PieceDetails, 'technique' | 'materials' | 'dimensions' | 'stamps'> | null
}

/** A `catalogueLoaded` fact carries at most this many items; a larger catalogue is several facts. */
export const itemsPerFact = 1000
