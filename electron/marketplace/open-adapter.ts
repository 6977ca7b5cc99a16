import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Marketplace } from '#drivers/marketplaces/marketplace.ts'
import { openMarketplace } from '#drivers/marketplaces/registry.ts'
import type { Web } from '#drivers/marketplaces/web.ts'
import { err, type Result } from '#shared/kernel/result.ts'
import type { MarketShopConfig } from '#shared/marketplace/config.ts'

/** Settings by which no shop can be asked: which of them, and one sentence. */
export interface AdapterRefused {
  /** Of `MarketConfig`, for the door. */
  readonly field: string
  readonly sentence: string
}

/** The adapter of a shop; nothing is sent. @param folder where a mapping's path begins that is not absolute */
export function openAdapter(
  shop: MarketShopConfig,
  { folder, web }: { readonly folder: string; readonly web: Web },
): Result<Marketplace, AdapterRefused> {
  if (shop.platform !== 'mapped') return named(openMarketplace(shop, { web }))
  let mapping: unknown
  try {
    mapping = JSON.parse(readFileSync(resolve(folder, shop.mapping), 'utf8'))
  } catch {
    return err({ field: 'shop.mapping', sentence: `${shop.mapping} cannot be read, or is no JSON` })
  }
  return named(openMarketplace(shop, { web, mapping }))
}

const named = (opened: Result<Marketplace, string>): Result<Marketplace, AdapterRefused> =>
  opened.ok ? opened : err({ field: 'shop.mapping', sentence: opened.error })
