import { z } from 'zod'
import type { Sku } from '#shared/kernel/ids.ts'
import type { OnlineOrder, OrderState } from '#shared/marketplace/online.ts'
import { currencyOf, decimal } from '../decimal.ts'
import { done, refused } from '../json.ts'
import { languageTag } from '../language-tag.ts'
import type { Done } from '../marketplace.ts'
import { numberOf } from './gid.ts'

const price = 'shopMoney { amount currencyCode }'
export const lineFields = `nodes { name sku quantity discountedUnitPriceAfterAllDiscountsSet { ${price} } }
  pageInfo { hasNextPage endCursor }`
const address = 'name formatted(withName: false) countryCodeV2'

/** Of an order, what is looked at. Ten lines at first: a question may cost 1,000 points ([S] rate limits), and each object is one. */
export const orderFields = `id name createdAt updatedAt cancelledAt email customerLocale
  displayFinancialStatus displayFulfillmentStatus
  totalPriceSet { ${price} } totalShippingPriceSet { ${price} }
  shippingAddress { ${address} } billingAddress { ${address} }
  lineItems(first: 10) { ${lineFields} }
  fulfillmentOrders(first: 5) { nodes { id status deliveryMethod { methodType } } }`

/** RFC 3339, in UTC ([S] scalar DateTime). */
const time = z.iso.datetime().transform((text) => Date.parse(text))
const money = z.object({ shopMoney: z.object({ amount: decimal, currencyCode: z.string() }) })
const place = z.object({
  name: z.string().nullable(),
  formatted: z.array(z.string()),
  countryCodeV2: z.string().nullable(),
})
export const lines = z.object({
  nodes: z.array(
    z.object({
      name: z.string(),
      sku: z.string().nullable(),
      quantity: z.int().positive(),
      discountedUnitPriceAfterAllDiscountsSet: money,
    }),
  ),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
})
export type Lines = z.infer<typeof lines>

export const shopifyOrder = z.object({
  id: z.string().refine((id) => numberOf('Order', id) !== null),
  name: z.string().min(1),
  createdAt: time,
  updatedAt: time,
  cancelledAt: time.nullable(),
  email: z.string().nullable(),
  customerLocale: z.string().nullable(),
  displayFinancialStatus: z.string().nullable(),
  displayFulfillmentStatus: z.string(),
  totalPriceSet: money,
  totalShippingPriceSet: money,
  shippingAddress: place.nullable(),
  billingAddress: place.nullable(),
  lineItems: lines,
  fulfillmentOrders: z.object({
    nodes: z.array(
      z.object({
        id: z.string(),
        status: z.string(),
        deliveryMethod: z.object({ methodType: z.string() }).nullable(),
      }),
    ),
  }),
})
export type ShopifyOrder = z.infer<typeof shopifyOrder>

/** By what an order is told that cannot be understood. */
export const shopifyName = z
  .object({
    id: z.string(),
    name: z.string().min(1),
    updatedAt: time.nullable().catch(null),
    totalPriceSet: z
      .object({ shopMoney: z.object({ currencyCode: z.string() }) })
      .nullable()
      .catch(null),
  })
  .transform(({ id, name, updatedAt, totalPriceSet }, context) => {
    const number = numberOf('Order', id)
    if (number === null) context.addIssue({ code: 'custom', message: 'no order of Shopify' })
    const currency = totalPriceSet?.shopMoney.currencyCode ?? ''
    return { id: number ?? '', number: name, currency, atMs: updatedAt }
  })

/** @param items all of its lines, where it has more than come with it */
export function onlineOrder(
  order: ShopifyOrder,
  items: Lines['nodes'] = order.lineItems.nodes,
): Done<OnlineOrder> {
  const { currencyCode } = order.totalPriceSet.shopMoney
  const currency = currencyOf(currencyCode)
  if (currency === null) return refused('otherCurrency', `order ${order.name}: ${currencyCode}`)
  const delivery = isPickUp(order) ? 'pickUp' : 'ship'
  const to = order.shippingAddress ?? order.billingAddress
  return done({
    id: numberOf('Order', order.id) ?? '',
    number: order.name,
    state: stateOf(order),
    placedAt: { utcMs: order.createdAt, offsetMinutes: 0 },
    lines: items.map(({ sku, name, quantity, discountedUnitPriceAfterAllDiscountsSet: each }) => ({
      sku: sku ? (sku as Sku) : null,
      name,
      units: quantity,
      price: each.shopMoney.amount,
    })),
    total: order.totalPriceSet.shopMoney.amount,
    currency,
    shipping: order.totalShippingPriceSet.shopMoney.amount,
    buyer: {
      name: to?.name ?? '',
      email: order.email ?? '',
      language: languageTag(order.customerLocale),
      address: to?.formatted.join(', ') ?? '',
      country: to?.countryCodeV2 ?? '',
    },
    delivery,
  })
}

/** [S] OrderDisplayFinancialStatus, OrderDisplayFulfillmentStatus. Money that is only authorised is not taken yet. */
export function stateOf(order: ShopifyOrder): OrderState {
  const { cancelledAt, displayFinancialStatus: money, displayFulfillmentStatus: goods } = order
  if (money === 'REFUNDED') return 'refunded'
  if (cancelledAt !== null || money === 'VOIDED' || money === 'EXPIRED') return 'cancelled'
  if (goods === 'FULFILLED') return isPickUp(order) ? 'handedOver' : 'shipped'
  return isPaid(order) ? 'paid' : 'placed'
}

/** Money of the buyer's is here, all or some. */
export const isPaid = ({ displayFinancialStatus }: ShopifyOrder): boolean =>
  displayFinancialStatus === 'PAID' || displayFinancialStatus === 'PARTIALLY_REFUNDED'

const isPickUp = ({ fulfillmentOrders: { nodes } }: ShopifyOrder): boolean =>
  nodes.length > 0 && nodes.every(({ deliveryMethod }) => deliveryMethod?.methodType === 'PICK_UP')
