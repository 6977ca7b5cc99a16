import type { LocalizedText, OwnerShare } from '../catalogue/item.ts'
import type { LineId, Sku } from '../kernel/ids.ts'
import type { Dirham } from '../money/amount.ts'
import type { ExemptionKey } from '../tax/exemption.ts'
import type { VatClass } from '../tax/vat-class.ts'

/** The price shaken on. Equal to the posted price still counts as agreed: a later scan opens a new line. */
export interface AgreedPrice {
  readonly unit: Dirham
  readonly reason: string
  /** Who allowed it; `null` where the floor did not ask for anyone. */
  readonly manager: string | null
}

/** One line of a sale: a copy of the item as it was when scanned, so that a later catalogue cannot change it. */
export interface CartLine {
  readonly lineId: LineId
  readonly sku: Sku
  readonly name: LocalizedText
  readonly vat: VatClass
  readonly unique: boolean
  /** [1, 9999] */
  readonly quantity: number
  readonly posted: Dirham
  readonly floor: Dirham | null
  readonly agreed: AgreedPrice | null
  readonly owner: OwnerShare | null
  readonly category: string | null
  readonly maker: string | null
  readonly village: string | null
  /** Of class `exempt`: why; absent: as the country has it for items that do not say. */
  readonly exemption?: ExemptionKey
}
