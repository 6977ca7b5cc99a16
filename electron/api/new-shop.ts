import type { ShopSettings } from '#shared/cart/settings.ts'
import type { ShopIdentity } from '#shared/kernel/shop.ts'
import { dirham, zero } from '#shared/money/amount.ts'

/** What a shop starts with until its owner says otherwise: no rounding, the legal cash ceiling (CGI art. 193), French. */
export const newShopSettings = (shop: ShopIdentity): ShopSettings => ({
  shop,
  cashRounding: zero,
  cashCeiling: dirham(2_000_000),
  receiptLanguage: 'fr',
  euroRate: null,
})
