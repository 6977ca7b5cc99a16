import type { ShopifySettings } from '#drivers/marketplaces/shopify/settings.ts'
import { shopify } from '#drivers/marketplaces/shopify/shopify.ts'
import type { Web } from '#drivers/marketplaces/web.ts'
import {
  ShopifySimulator,
  type ShopifySimulatorOptions,
  shopifyKeys,
} from '#drivers/simulators/marketplace/shopify/shopify-simulator.ts'
import type { MarketplaceRig } from './marketplace-rig.ts'

const settings: ShopifySettings = {
  shop: 'https://derb.myshopify.com',
  ...shopifyKeys,
  location: 'gid://shopify/Location/7',
  language: 'fr',
  timeoutMs: 5_000,
}
/** So that a suite is not throttled on a clock that stands still. */
const plenty = { maximum: 1_000_000, restoreRate: 100 }

export interface ShopifyRig extends MarketplaceRig {
  readonly shop: ShopifySimulator
  /** Moves the shop's clock. */
  wait(ms: number): void
}

/** The adapter before the simulated shop. @param over of the shop where it listens; without, no socket is between */
export function shopifyRig(
  options: Partial<ShopifySimulatorOptions> = {},
  over?: { readonly url: string; readonly web: Web },
): ShopifyRig {
  let now = 1_795_000_000_000
  const shop = new ShopifySimulator({ nowMs: () => now, points: plenty, ...options })
  const web = over?.web ?? shop.door.web
  const reached = { ...settings, shop: over?.url ?? settings.shop }
  return {
    shop,
    wait: (ms) => {
      now += ms
    },
    open: (line = (same) => same) => shopify(reached, line(web)),
    openWithWrongKey: () => shopify({ ...reached, accessToken: 'shpat_nobody' }, web),
    async buy(ref, units, delivery) {
      now += 1_000
      const variant = shop.variants().find(({ id }) => id === ref.variant)
      const order = variant && shop.buy({ sku: variant.sku, units, pickUp: delivery === 'pickUp' })
      return order ? (order.id.split('/').at(-1) ?? null) : null
    },
    async deletePiece(ref) {
      shop.remove(ref.variant)
    },
    stop: async () => undefined,
  }
}
