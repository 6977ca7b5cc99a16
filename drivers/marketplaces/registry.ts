import { ok, type Result } from '#shared/kernel/result.ts'
import type { MarketShopConfig } from '#shared/marketplace/config.ts'
import { openMapped } from './mapped/mapped.ts'
import { readMapping } from './mapped/read-mapping.ts'
import type { Marketplace } from './marketplace.ts'
import { openMedusa } from './medusa/medusa.ts'
import { shopify } from './shopify/shopify.ts'
import { openVendure } from './vendure/vendure.ts'
import type { Web } from './web.ts'
import { wooCommerce } from './woocommerce/woocommerce.ts'

export interface MarketParts {
  readonly web: Web
  /** Of the platform `mapped`: what its mapping file says, as JSON was parsed. */
  readonly mapping?: unknown
}

/**
 * The adapter of one shop. Nothing is sent.
 *
 * @returns an error only for `mapped`: one sentence on what in the mapping cannot be meant, and where
 */
export function openMarketplace(
  shop: MarketShopConfig,
  { web, mapping }: MarketParts,
): Result<Marketplace, string> {
  switch (shop.platform) {
    case 'vendure':
      return ok(openVendure(shop, web))
    case 'medusa':
      return ok(openMedusa(shop, web))
    case 'woocommerce':
      return ok(wooCommerce(shop, web))
    case 'shopify':
      return ok(shopify(shop, web))
    case 'mapped': {
      const read = readMapping(mapping)
      return read.ok ? ok(openMapped(shop, read.value, web)) : read
    }
  }
}
