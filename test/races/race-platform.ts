import type { Web } from '#drivers/marketplaces/web.ts'
import { leftOf } from '#drivers/simulators/marketplace/shopify/order-book.ts'
import { ShopifySimulator, shopifyKeys } from '#drivers/simulators/marketplace/shopify/shopify-simulator.ts'
import { totalOf } from '#drivers/simulators/marketplace/woocommerce/order-book.ts'
import {
  WooCommerceSimulator,
  wooKeys,
} from '#drivers/simulators/marketplace/woocommerce/woocommerce-simulator.ts'
import type { Sku } from '#shared/kernel/ids.ts'
import type { MarketConfig } from '#shared/marketplace/config.ts'

/** An order as its buyer has it. */
export interface PlatformOrder {
  readonly id: string
  readonly sku: string
  readonly units: number
  readonly state: 'unpaid' | 'paid' | 'over'
  /** Whether the shop has the buyer's money. */
  readonly moneyKept: boolean
}

/** A platform as buyers and its owner see it, whichever it is. */
export interface RacePlatform {
  readonly web: Web
  readonly config: MarketConfig
  /** @returns whether the shop let them */
  buy(sku: Sku, paid: boolean): boolean
  /** The money of an unpaid order comes. */
  pay(id: string): void
  /** An unpaid order is given up. */
  giveUp(id: string): void
  /** How many of it a buyer could have now. */
  countOf(sku: Sku): number
  orders(): readonly PlatformOrder[]
}

export const racePlatforms = { woocommerce, shopify } as const
export type RacePlatformName = keyof typeof racePlatforms

const common = { language: 'fr', timeoutMs: 5_000 } as const
const asked = { askSeconds: 30, webhooks: null } as const

/** The weakest: a count is set and never compared. */
function woocommerce(nowMs: () => number): RacePlatform {
  const shop = new WooCommerceSimulator({ nowMs })
  return {
    web: shop.door.web,
    config: {
      shop: {
        ...common,
        ...wooKeys,
        platform: 'woocommerce',
        shop: 'https://shop.example',
        weightUnit: 'kg',
        lengthUnit: 'cm',
      },
      ...asked,
    },
    buy: (sku, paid) => shop.buy({ sku, paid }) !== null,
    pay: (id) => shop.pay(Number(id)),
    giveUp: (id) => shop.cancel(Number(id)),
    countOf: (sku) => shop.goods().find((good) => good.sku === sku)?.stock ?? Number.NaN,
    orders: () =>
      shop.orders().map((order) => {
        const given = order.refunds.reduce((sum, { amount }) => sum + amount, 0)
        const [line] = order.lines
        return {
          id: String(order.id),
          sku: line?.sku ?? '',
          units: line?.units ?? 0,
          state: order.status === 'on-hold' ? 'unpaid' : order.status === 'processing' ? 'paid' : 'over',
          moneyKept: order.paidMs !== null && given < totalOf(order),
        }
      }),
  }
}

/** One that compares before it sets. */
function shopify(nowMs: () => number): RacePlatform {
  const points = { maximum: 1_000_000, restoreRate: 1_000 }
  const shop = new ShopifySimulator({ nowMs, points })
  const orderOf = (id: string) => {
    const found = shop.orders().find((order) => order.id.endsWith(`/${id}`))
    if (found === undefined) throw new RangeError(`no order ${id}`)
    return found
  }
  return {
    web: shop.door.web,
    config: {
      shop: {
        ...common,
        ...shopifyKeys,
        platform: 'shopify',
        shop: 'https://derb.myshopify.com',
        location: 'gid://shopify/Location/7',
      },
      ...asked,
    },
    buy: (sku, paid) => shop.buy({ sku, paid }) !== null,
    pay: (id) => shop.pay(orderOf(id)),
    giveUp: (id) => shop.cancel(orderOf(id), false),
    countOf: (sku) => {
      const variant = shop.variants().find((each) => each.sku === sku)
      return shop.available(variant?.item ?? '') ?? Number.NaN
    },
    orders: () =>
      shop.orders().map((order) => {
        const [line] = order.lines
        const isOver =
          order.cancelledMs !== null || order.fulfilled !== null || order.financial === 'REFUNDED'
        return {
          id: order.id.split('/').at(-1) ?? '',
          sku: line?.sku ?? '',
          units: line?.units ?? 0,
          state: isOver ? 'over' : order.financial === 'PAID' ? 'paid' : 'unpaid',
          moneyKept: leftOf(order) > 0,
        }
      }),
  }
}
