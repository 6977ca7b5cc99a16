import type { HookQueue } from '#drivers/simulators/marketplace/hook-queue.ts'
import { SoukSimulator, soukKeys } from '#drivers/simulators/marketplace/mapped/souk-simulator.ts'
import type { ShopDoor } from '#drivers/simulators/marketplace/shop-door.ts'
import { locationId } from '#drivers/simulators/marketplace/shopify/catalogue.ts'
import { ShopifySimulator, shopifyKeys } from '#drivers/simulators/marketplace/shopify/shopify-simulator.ts'
import {
  WooCommerceSimulator,
  wooKeys,
} from '#drivers/simulators/marketplace/woocommerce/woocommerce-simulator.ts'

/** A simulated shop as the command line works it. */
export interface SimulatedShop {
  readonly door: ShopDoor
  readonly hooks: HookQueue
  /** What opens it, for people. */
  readonly keys: string
  /** @returns what came of it */
  obey(line: string): string
  /** How the last webhook was taken. */
  delivered(ok: boolean): void
}

interface Where {
  /** Ms since 1970. */
  readonly nowMs: () => number
  readonly origin: () => string
}

const known = 'buy SKU [unpaid], remove SKU, keys, orders, or a fault'

export const simulatedShops: Readonly<Record<string, (where: Where) => SimulatedShop>> = {
  woocommerce({ nowMs }) {
    const shop = new WooCommerceSimulator({ nowMs })
    return {
      door: shop.door,
      hooks: shop.hooks,
      keys: `${wooKeys.consumerKey} ${wooKeys.consumerSecret}`,
      delivered: (ok) => shop.delivered(ok),
      obey(line) {
        const [word, sku = '', paid] = line.split(/\s+/)
        if (word === 'buy') {
          const order = shop.buy({ sku, paid: paid !== 'unpaid' })
          return order === null ? `${sku} cannot be bought` : `order ${order.id}, ${order.status}`
        }
        if (word === 'remove' || word === 'bin') shop.remove(sku, word === 'bin' ? 'bin' : 'nowhere')
        else if (word === 'keys') shop.revokeKey()
        else if (word !== 'orders') return `Known: ${known}, bin SKU.`
        return word === 'orders' ? listed(shop.orders().map(({ id, status }) => `${id} ${status}`)) : line
      },
    }
  },
  shopify({ nowMs, origin }) {
    const shop = new ShopifySimulator({ nowMs, origin })
    return {
      door: shop.door,
      hooks: shop.hooks,
      keys: `${shopifyKeys.accessToken}, ${locationId}, ${shopifyKeys.publication}`,
      delivered: () => undefined,
      obey(line) {
        const [word, sku = '', paid] = line.split(/\s+/)
        if (word === 'buy') {
          const order = shop.buy({ sku, paid: paid !== 'unpaid' })
          return order === null ? `${sku} cannot be bought` : `order ${order.name}, ${order.financial}`
        }
        if (word === 'remove') {
          for (const each of shop.variants()) if (each.sku === sku) shop.remove(each.id)
        } else if (word === 'keys') shop.revokeKey()
        else if (word !== 'orders') return `Known: ${known}.`
        const all = (): string => listed(shop.orders().map(({ name, financial }) => `${name} ${financial}`))
        return word === 'orders' ? all() : line
      },
    }
  },
  mapped({ nowMs, origin }) {
    const shop = new SoukSimulator({ nowMs })
    return {
      door: shop.door,
      hooks: shop.hooks,
      get keys() {
        return `its API at ${origin()}/api/v1, ${soukKeys.key}, drivers/marketplaces/mapped/souk.json`
      },
      delivered: () => undefined,
      obey(line) {
        const [word, reference = '', paid] = line.split(/\s+/)
        if (word === 'buy') {
          const order = shop.buy({ reference, paid: paid !== 'unpaid' })
          return order === null
            ? `${reference} cannot be bought`
            : `order ${order.reference}, ${order.payment}`
        }
        if (word === 'remove') {
          for (const each of shop.articles()) if (each.reference === reference) shop.remove(each.id)
        } else if (word === 'keys') shop.revokeKey()
        else if (word === 'doubled' || word === 'reversed' || word === 'inOrder')
          shop.orderLists.manner = word
        else if (word !== 'orders') return `Known: ${known}, doubled, reversed, inOrder.`
        const all = (): string =>
          listed(shop.orders().map((order) => `${order.reference} ${order.payment}, ${order.fulfilment}`))
        return word === 'orders' ? all() : line
      },
    }
  },
}

const listed = (orders: readonly string[]): string => (orders.length === 0 ? 'no orders' : orders.join('; '))
