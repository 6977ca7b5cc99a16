import type { ReceiptLanguage } from '../kernel/language.ts'
import type { ShopIdentity } from '../kernel/shop.ts'
import type { Dirham } from '../money/amount.ts'

/** Journalled whole at each change, so that any past moment can be explained. */
export interface ShopSettings {
  readonly shop: ShopIdentity
  /** Cash settles to the nearest step; 0: no rounding. In minor units: 10 = ten centimes. */
  readonly cashRounding: Dirham
  /** A ticket of this much or more takes no cash at all (CGI art. 193). */
  readonly cashCeiling: Dirham
  /** The shop's own language on paper, always beside Arabic. */
  readonly receiptLanguage: ReceiptLanguage
  /** Indicative only: how many MAD one euro is worth, × 10 000; `null`: not shown. */
  readonly euroRate: number | null
}
