import type { MarketShopConfig } from '#shared/marketplace/config.ts'

/**
 * Whether two settings are of one shop, so that what is known of its pieces and orders stays true: the address, and within
 * it what a piece's place is made of. Keys, languages and waits may change.
 */
export const isSameShop = (a: MarketShopConfig, b: MarketShopConfig): boolean =>
  JSON.stringify(placeOf(a)) === JSON.stringify(placeOf(b))

/** Whether both are asked with one key: the same platform at the same origin. */
export const isSameHost = (a: MarketShopConfig, b: MarketShopConfig): boolean =>
  a.platform === b.platform && new URL(addressOf(a)).origin === new URL(addressOf(b)).origin

const addressOf = (shop: MarketShopConfig): string => ('url' in shop ? shop.url : shop.shop)

function placeOf(shop: MarketShopConfig): readonly string[] {
  const place = [shop.platform, addressOf(shop)]
  switch (shop.platform) {
    case 'vendure':
      return [...place, shop.channel, shop.location]
    case 'medusa':
      return [...place, shop.location, shop.salesChannel]
    case 'shopify':
      return [...place, shop.location]
    case 'woocommerce':
      return place
    case 'mapped':
      return [...place, shop.mapping]
  }
}
