import type { Web } from '#drivers/marketplaces/web.ts'
import type { WooCommerceSettings } from '#drivers/marketplaces/woocommerce/settings.ts'
import { wooCommerce } from '#drivers/marketplaces/woocommerce/woocommerce.ts'
import {
  WooCommerceSimulator,
  type WooSimulatorOptions,
  wooKeys,
} from '#drivers/simulators/marketplace/woocommerce/woocommerce-simulator.ts'
import type { MarketplaceRig } from './marketplace-rig.ts'

const settings: WooCommerceSettings = {
  shop: 'https://shop.example',
  ...wooKeys,
  language: 'fr',
  weightUnit: 'kg',
  lengthUnit: 'cm',
  timeoutMs: 5_000,
}

export interface WooRig extends MarketplaceRig {
  readonly shop: WooCommerceSimulator
  /** Moves the shop's clock. */
  wait(ms: number): void
}

/** The adapter before the simulated shop. @param url of the shop where it listens; without, no socket is between */
export function wooRig(
  options: Partial<WooSimulatorOptions> = {},
  over?: { readonly url: string; readonly web: Web },
): WooRig {
  let now = 1_795_000_000_000
  const shop = new WooCommerceSimulator({ nowMs: () => now, ...options })
  const web = over?.web ?? shop.door.web
  const reached = { ...settings, shop: over?.url ?? settings.shop }
  return {
    shop,
    wait: (ms) => {
      now += ms
    },
    open: (line = (same) => same) => wooCommerce(reached, line(web)),
    openWithWrongKey: () => wooCommerce({ ...reached, consumerKey: 'ck_nobody' }, web),
    async buy(ref, units, delivery) {
      now += 1_000
      const good = shop.goods().find(({ id }) => String(id) === ref.variant)
      const order = good && shop.buy({ sku: good.sku, units, pickUp: delivery === 'pickUp' })
      return order ? String(order.id) : null
    },
    async deletePiece(ref) {
      shop.remove(shop.goods().find(({ id }) => String(id) === ref.variant)?.sku ?? '')
    },
    stop: async () => undefined,
  }
}
