import { z } from 'zod'
import type { Sku } from '#shared/kernel/ids.ts'
import type { Stamp } from '#shared/kernel/stamp.ts'
import type { OnlineOrder, OrderState } from '#shared/marketplace/online.ts'
import { amount } from '#shared/money/amount.ts'
import { languageTag } from '../language-tag.ts'
import type { VendureSettings } from './settings.ts'

/**
 * `Order.updatedAt` is left out: it stands still while an order moves (3.7.3). What language the buyer went to pay in Vendure
 * does not keep; our plugin does.
 */
export const orderFieldsOf = ({ plugin }: VendureSettings): string => `
  ${plugin ? 'customFields { buyerLanguage }' : ''}
  id code state orderPlacedAt currencyCode totalWithTax shippingWithTax
  customer { firstName lastName emailAddress }
  shippingAddress { fullName company streetLine1 streetLine2 city province postalCode country countryCode phoneNumber }
  shippingLines { shippingMethod { code } }
  lines { id quantity orderPlacedQuantity proratedUnitPriceWithTax productVariant { sku name } }
  payments { id state amount refunds { state total } }
  fulfillments { id state lines { orderLineId quantity } }
`
/** Minor units, as Vendure counts. */
const money = z.int()
const text = z.string().nullish()

export const vendureOrder = z.object({
  id: z.string(),
  code: z.string(),
  state: z.string(),
  orderPlacedAt: z.iso.datetime().nullable(),
  currencyCode: z.enum(['MAD', 'EUR', 'USD', 'GBP']),
  totalWithTax: money,
  shippingWithTax: money,
  customer: z.object({ firstName: z.string(), lastName: z.string(), emailAddress: z.string() }).nullable(),
  shippingAddress: z
    .object({
      fullName: text,
      company: text,
      streetLine1: text,
      streetLine2: text,
      city: text,
      province: text,
      postalCode: text,
      country: text,
      countryCode: text,
      phoneNumber: text,
    })
    .nullable(),
  customFields: z.object({ buyerLanguage: text }).nullish(),
  shippingLines: z.array(z.object({ shippingMethod: z.object({ code: z.string() }) })),
  lines: z.array(
    z.object({
      id: z.string(),
      quantity: z.int().min(0),
      orderPlacedQuantity: z.int().min(0),
      proratedUnitPriceWithTax: money,
      productVariant: z.object({ sku: z.string(), name: z.string() }),
    }),
  ),
  payments: z
    .array(
      z.object({
        id: z.string(),
        state: z.string(),
        amount: money,
        refunds: z.array(z.object({ state: z.string(), total: money })),
      }),
    )
    .nullable(),
  fulfillments: z
    .array(
      z.object({
        id: z.string(),
        state: z.string(),
        lines: z.array(z.object({ orderLineId: z.string(), quantity: z.int() })),
      }),
    )
    .nullable(),
})
export type VendureOrder = z.infer<typeof vendureOrder>

/** By what an order is told that cannot be understood. */
export const vendureName = z
  .object({
    id: z.string(),
    code: z.string().min(1),
    currencyCode: z.string().catch(''),
    orderPlacedAt: z.iso.datetime().nullable().catch(null),
  })
  .transform(({ id, code, currencyCode, orderPlacedAt }) => ({
    id,
    number: code,
    currency: currencyCode,
    atMs: orderPlacedAt === null ? null : Date.parse(orderPlacedAt),
  }))

/** As the till knows it; `null`: a basket, a draft, or a hold of a till, which nobody placed. */
export function orderOf(
  order: VendureOrder,
  pickUpMethods: readonly string[],
  { offsetMinutes }: Stamp,
): OnlineOrder | null {
  if (order.orderPlacedAt === null) return null
  const { firstName = '', lastName = '', emailAddress = '' } = order.customer ?? {}
  const delivery = isPickedUp(order, pickUpMethods) ? 'pickUp' : 'ship'
  return {
    id: order.id,
    number: order.code,
    state: stateOf(order, delivery),
    placedAt: { utcMs: Date.parse(order.orderPlacedAt), offsetMinutes },
    lines: order.lines.map((line) => ({
      sku: line.productVariant.sku === '' ? null : (line.productVariant.sku as Sku),
      name: line.productVariant.name,
      // A cancelled line has no units left; what was wanted is what has to be told.
      units: order.state === 'Cancelled' ? line.orderPlacedQuantity : line.quantity,
      price: amount(line.proratedUnitPriceWithTax),
    })),
    total: amount(order.totalWithTax),
    currency: order.currencyCode,
    shipping: amount(order.shippingWithTax),
    buyer: {
      name: order.shippingAddress?.fullName || `${firstName} ${lastName}`.trim(),
      email: emailAddress,
      language: languageTag(order.customFields?.buyerLanguage),
      address: addressOf(order.shippingAddress),
      country: order.shippingAddress?.countryCode ?? '',
    },
    delivery,
  }
}

const isPickedUp = ({ shippingLines }: VendureOrder, pickUpMethods: readonly string[]): boolean =>
  shippingLines.some(({ shippingMethod }) => pickUpMethods.includes(shippingMethod.code))

/** What a payment still holds of the buyer's money. */
export function keptOf({ amount: paid, refunds }: NonNullable<VendureOrder['payments']>[number]): number {
  const back = refunds.filter(({ state }) => state !== 'Failed').reduce((sum, { total }) => sum + total, 0)
  return paid - back
}

/** States of the default order process. A shop's own states between paid and sent count as paid: its money was taken. */
function stateOf({ state, payments }: VendureOrder, delivery: OnlineOrder['delivery']): OrderState {
  const taken = (payments ?? []).filter((each) => each.state === 'Settled')
  const givenBack = taken.length > 0 && taken.every((each) => keptOf(each) === 0)
  if (givenBack && taken.some((each) => each.refunds.length > 0)) return 'refunded'
  if (state === 'Cancelled') return 'cancelled'
  if (state === 'PaymentAuthorized') return 'placed'
  if (state === 'Shipped') return 'shipped'
  if (state === 'Delivered') return delivery === 'pickUp' ? 'handedOver' : 'shipped'
  return 'paid'
}

function addressOf(address: VendureOrder['shippingAddress']): string {
  if (address === null) return ''
  const { company, streetLine1, streetLine2, postalCode, city, province, country, phoneNumber } = address
  const place = [postalCode, city].filter(Boolean).join(' ')
  return [company, streetLine1, streetLine2, place, province, country, phoneNumber].filter(Boolean).join('\n')
}
