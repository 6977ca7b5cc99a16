import type { CompanionLanguage, ReceiptLanguage } from '../kernel/language.ts'
import type { ShopIdentity } from '../kernel/shop.ts'
import { type Dirham, dirham } from '../money/amount.ts'
import type { TaxSettings } from '../tax/regime.ts'
import type { TaxInForce } from '../tax/tax-in-force.ts'

/** Journalled whole at each change, so that any past moment can be explained. */
export interface ShopSettings {
  readonly shop: ShopIdentity
  /** Cash settles to the nearest step; 0: no rounding. In minor units: 10 = ten centimes. */
  readonly cashRounding: Dirham
  /** A ticket of this much or more takes no cash at all (CGI art. 193). */
  readonly cashCeiling: Dirham
  /** What a sale's paper leads in until the visitor's language is chosen. */
  readonly receiptLanguage: ReceiptLanguage
  /** Indicative only: how many MAD one euro is worth, × 10 000; `null`: not shown. */
  readonly euroRate: number | null
  /** What stands beside the visitor's language on paper; absent: Arabic. */
  readonly paperCompanion?: CompanionLanguage
  /**
   * Whether the shop makes out bordereaux de vente à l'exportation, and for whom (`''`: the tax office itself); absent
   * or `null`: it does not, as every shop that is not liable to VAT must not.
   */
  readonly exportForms?: { readonly operator: string } | null
  /**
   * The acquirer's own merchant QR (EMVCo text, CRC checked at the door); absent or `null`: none. Journalled, since
   * a swapped code is a stolen shop.
   */
  readonly merchantQr?: string | null
  /** Absent: Morocco, liable to VAT, no duty on cash receipts. */
  readonly tax?: TaxSettings
}

/**
 * From how much on a ticket takes no cash: the shop's own limit, never above the law's. A shop that has not said under which
 * rules it sells keeps to its own, which is the law's in Morocco until it says otherwise.
 */
export const cashCeiling = (
  settings: Pick<ShopSettings, 'tax' | 'cashCeiling'>,
  tax: Pick<TaxInForce, 'cashCeiling'>,
): Dirham =>
  settings.tax === undefined || tax.cashCeiling === null
    ? settings.cashCeiling
    : dirham(Math.min(settings.cashCeiling, tax.cashCeiling))

/** What holds before a shop said anything: nobody's name, no rounding, the cash ceiling of the law (CGI art. 193). */
export const unsetSettings: ShopSettings = {
  shop: {
    name: '',
    nameAr: '',
    address: '',
    city: '',
    phone: '',
    ice: '',
    taxId: '',
    patente: '',
    tradeRegister: '',
    cnss: '',
  },
  cashRounding: dirham(0),
  cashCeiling: dirham(2_000_000),
  receiptLanguage: 'fr',
  euroRate: null,
}
