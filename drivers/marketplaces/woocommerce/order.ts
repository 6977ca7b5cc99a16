import { z } from 'zod'
import type { Sku } from '#shared/kernel/ids.ts'
import type { Stamp } from '#shared/kernel/stamp.ts'
import type { OnlineBuyer, OnlineOrder, OrderState } from '#shared/marketplace/online.ts'
import { type Amount, add, type Currency } from '#shared/money/amount.ts'
import { currencyOf, decimal, perUnit } from '../decimal.ts'
import { done, refused } from '../json.ts'
import { languageTag } from '../language-tag.ts'
import type { Done } from '../marketplace.ts'

/** `2026-11-27T09:30:00`, without a zone: which one it is, the field's name says ([S] wc/v3 docs). To the second. */
const wooTime = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/)
  .refine((text) => Number.isFinite(Date.parse(`${text}Z`)))
const text = z.string().catch('')
const address = z.object({
  first_name: text,
  last_name: text,
  company: text,
  address_1: text,
  address_2: text,
  city: text,
  state: text,
  postcode: text,
  country: text,
})

/** Of an order, what is looked at ([S] wc/v3 docs, Order properties). */
export const wooOrder = z.object({
  id: z.int().positive(),
  number: z.string().min(1),
  status: z.string().min(1),
  currency: z.string(),
  date_created: wooTime,
  date_created_gmt: wooTime,
  date_modified_gmt: wooTime,
  date_paid_gmt: wooTime.nullable(),
  total: decimal,
  shipping_total: decimal,
  shipping_tax: decimal,
  billing: address.extend({ email: text }),
  shipping: address,
  line_items: z.array(
    z.object({
      name: z.string(),
      sku: z.string().nullable(),
      quantity: z.int().positive(),
      total: decimal,
      total_tax: decimal,
    }),
  ),
  shipping_lines: z.array(z.object({ method_id: z.string().nullable() })),
  /** Each total is below zero. */
  refunds: z.array(z.object({ id: z.int(), total: decimal })),
  meta_data: z.array(z.object({ key: z.string(), value: z.unknown() })),
})
export type WooOrder = z.infer<typeof wooOrder>

/** By what an order is told that cannot be understood. */
export const wooName = z
  .object({
    id: z.int().positive(),
    number: z.string().min(1),
    currency: z.string().catch(''),
    date_modified_gmt: wooTime.nullable().catch(null),
  })
  .transform(({ id, number, currency, date_modified_gmt: at }) => ({
    id: String(id),
    number,
    currency,
    atMs: at === null ? null : msOf(at),
  }))

/** How we remember which of our two ends an order came to: WooCommerce has `completed` for both. */
export const moveKey = 'hanout_move'

/** @param gmt one of `wooTime` */
export const msOf = (gmt: string): number => Date.parse(`${gmt}Z`)

/** What is left of an order's money, refunds taken off. */
export const leftToRefund = ({ total, refunds }: WooOrder): Amount<Currency> =>
  refunds.reduce((left, refund) => add(left, refund.total), total)

export function onlineOrder(order: WooOrder): Done<OnlineOrder> {
  const read = orderFrom(order)
  return read === null ? refused('otherCurrency', `order ${order.number}: ${order.currency}`) : done(read)
}

/** @returns `null`: in a currency that the till does not count in */
export function orderFrom(order: WooOrder): OnlineOrder | null {
  const currency = currencyOf(order.currency)
  if (currency === null) return null
  return {
    id: String(order.id),
    number: order.number,
    state: stateOf(order),
    placedAt: placedAt(order),
    lines: order.line_items.map((line) => ({
      sku: line.sku ? (line.sku as Sku) : null,
      name: line.name,
      units: line.quantity,
      price: perUnit(add(line.total, line.total_tax), line.quantity),
    })),
    total: order.total,
    currency,
    shipping: add(order.shipping_total, order.shipping_tax),
    buyer: buyerOf(order),
    delivery: isPickUp(order) ? 'pickUp' : 'ship',
  }
}

/**
 * `on-hold` waits for a bank transfer and `failed` for another try: neither is paid. A status that a plugin added is
 * judged by whether there is a date of payment.
 */
export function stateOf(order: WooOrder): OrderState {
  switch (order.status) {
    case 'processing':
      return 'paid'
    case 'completed':
      return endOf(order)
    case 'refunded':
      return 'refunded'
    case 'cancelled':
    case 'trash':
      return order.date_paid_gmt !== null && leftToRefund(order) <= 0 ? 'refunded' : 'cancelled'
    case 'pending':
    case 'on-hold':
    case 'failed':
    case 'checkout-draft':
      return 'placed'
    default:
      return order.date_paid_gmt === null ? 'placed' : 'paid'
  }
}

const endOf = (order: WooOrder): OrderState => {
  const move = order.meta_data.find(({ key }) => key === moveKey)?.value
  if (move === 'handedOver' || move === 'shipped') return move
  return isPickUp(order) ? 'handedOver' : 'shipped'
}

/** [K] The ids of WooCommerce's two ways to collect: of shipping zones, and of the block checkout. */
const isPickUp = ({ shipping_lines }: WooOrder): boolean =>
  shipping_lines.length > 0 &&
  shipping_lines.every(({ method_id }) => method_id === 'local_pickup' || method_id === 'pickup_location')

function placedAt(order: WooOrder): Stamp {
  const utcMs = msOf(order.date_created_gmt)
  const offsetMinutes = (msOf(order.date_created) - utcMs) / 60_000
  return { utcMs, offsetMinutes: Math.abs(offsetMinutes) <= 840 ? offsetMinutes : 0 }
}

/**
 * Where it goes; where nothing is shipped, who pays. WooCommerce itself knows no language; a shop in several has one of the
 * plugins for that, and the most used of them writes the buyer's beside the order ([K] WPML: `wpml_language`).
 */
function buyerOf({ billing, shipping, meta_data }: WooOrder): OnlineBuyer {
  const to = shipping.address_1 === '' ? billing : shipping
  const place = [to.company, to.address_1, to.address_2, `${to.postcode} ${to.city}`.trim(), to.state]
  return {
    name: `${to.first_name} ${to.last_name}`.trim() || `${billing.first_name} ${billing.last_name}`.trim(),
    email: billing.email,
    language: languageTag(meta_data.find(({ key }) => key === 'wpml_language')?.value),
    address: place.filter((part) => part !== '').join(', '),
    country: /^[A-Z]{2}$/.test(to.country) ? to.country : '',
  }
}
