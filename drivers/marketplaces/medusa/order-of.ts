import { z } from 'zod'
import type { Sku } from '#shared/kernel/ids.ts'
import type { Stamp } from '#shared/kernel/stamp.ts'
import type { OnlineOrder, OrderState } from '#shared/marketplace/online.ts'
import { type Amount, amount, type Currency } from '#shared/money/amount.ts'
import { currencyOf, minorOf } from '../decimal.ts'
import { languageTag } from '../language-tag.ts'

export const orderFields = [
  'id,display_id,status,payment_status,fulfillment_status,created_at,currency_code,email,locale',
  'total,shipping_total,*items,*items.detail,*shipping_address,*shipping_methods',
  '*payment_collections.payments,*payment_collections.payments.captures,*payment_collections.payments.refunds',
  '*fulfillments,*fulfillments.items',
].join(',')

/** Dirhams as a JSON number, whose shortest text is what Medusa counted. */
const money = z.number().transform((said, context): Amount<Currency> => {
  const minor = minorOf(String(said))
  if (minor !== null) return amount<Currency>(minor)
  context.addIssue({ code: 'custom', message: 'no amount of money' })
  return z.NEVER
})
const currency = z.string().transform((code, context): Currency => {
  const known = currencyOf(code.toUpperCase())
  if (known !== null) return known
  context.addIssue({ code: 'custom', message: 'a currency the till does not count in' })
  return z.NEVER
})
const text = z.string().nullish()
const instant = z.iso.datetime().nullish()

export const medusaOrder = z.object({
  id: z.string(),
  display_id: z.int(),
  status: z.string(),
  payment_status: z.string(),
  fulfillment_status: z.string(),
  created_at: z.iso.datetime(),
  currency_code: currency,
  email: text,
  locale: text,
  total: money,
  shipping_total: money,
  items: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      variant_sku: text,
      quantity: z.int().min(0),
      unit_price: money,
      detail: z.object({ fulfilled_quantity: z.int() }),
    }),
  ),
  shipping_address: z
    .object({
      first_name: text,
      last_name: text,
      company: text,
      address_1: text,
      address_2: text,
      city: text,
      province: text,
      postal_code: text,
      country_code: text,
      phone: text,
    })
    .nullish(),
  shipping_methods: z.array(z.object({ shipping_option_id: text })),
  payment_collections: z.array(
    z.object({
      payments: z.array(
        z.object({
          id: z.string(),
          captures: z.array(z.object({ amount: money })).nullish(),
          refunds: z.array(z.object({ amount: money })).nullish(),
          canceled_at: instant,
        }),
      ),
    }),
  ),
  fulfillments: z.array(
    z.object({
      id: z.string(),
      shipped_at: instant,
      delivered_at: instant,
      canceled_at: instant,
      items: z.array(z.object({ line_item_id: text, quantity: z.int() })),
    }),
  ),
})
export type MedusaOrder = z.infer<typeof medusaOrder>

/** By what an order is told that cannot be understood. */
export const medusaName = z
  .object({
    id: z.string(),
    display_id: z.int(),
    currency_code: z.string().catch(''),
    created_at: z.iso.datetime().nullable().catch(null),
  })
  .transform(({ id, display_id, currency_code, created_at }) => ({
    id,
    number: String(display_id),
    currency: currency_code,
    atMs: created_at === null ? null : Date.parse(created_at),
  }))

/** As the till knows it. */
export function orderOf(
  order: MedusaOrder,
  pickUpOptions: readonly string[],
  { offsetMinutes }: Stamp,
): OnlineOrder {
  const delivery = order.shipping_methods.some(({ shipping_option_id }) =>
    pickUpOptions.includes(shipping_option_id ?? ''),
  )
    ? 'pickUp'
    : 'ship'
  const address = order.shipping_address
  return {
    id: order.id,
    number: String(order.display_id),
    state: stateOf(order, delivery),
    placedAt: { utcMs: Date.parse(order.created_at), offsetMinutes },
    lines: order.items.map((item) => ({
      sku: item.variant_sku ? (item.variant_sku as Sku) : null,
      name: item.title,
      units: item.quantity,
      price: item.unit_price,
    })),
    total: order.total,
    currency: order.currency_code,
    shipping: order.shipping_total,
    buyer: {
      name: [address?.first_name, address?.last_name].filter(Boolean).join(' '),
      email: order.email ?? '',
      language: languageTag(order.locale),
      address: addressOf(address),
      country: address?.country_code?.toUpperCase() ?? '',
    },
    delivery,
  }
}

type Payment = MedusaOrder['payment_collections'][number]['payments'][number]

export const paymentsOf = ({ payment_collections }: MedusaOrder): readonly Payment[] =>
  payment_collections.flatMap(({ payments }) => payments)

const summed = (parts: readonly { readonly amount: number }[] | null | undefined): number =>
  (parts ?? []).reduce((sum, { amount: part }) => sum + part, 0)

/** What a payment still holds of the buyer's money, in minor units. */
export const keptOf = ({ captures, refunds }: Payment): number => summed(captures) - summed(refunds)

/** By what was taken, given back and sent, each of which Medusa keeps apart. */
function stateOf(order: MedusaOrder, delivery: OnlineOrder['delivery']): OrderState {
  const payments = paymentsOf(order)
  const taken = payments.some(({ captures }) => summed(captures) > 0)
  if (taken && payments.every((payment) => keptOf(payment) <= 0)) return 'refunded'
  if (order.status === 'canceled') return 'cancelled'
  if (order.fulfillment_status === 'delivered') return delivery === 'pickUp' ? 'handedOver' : 'shipped'
  if (order.fulfillment_status === 'shipped') return 'shipped'
  return taken ? 'paid' : 'placed'
}

function addressOf(address: MedusaOrder['shipping_address']): string {
  const { company, address_1, address_2, postal_code, city, province, phone } = address ?? {}
  const place = [postal_code, city].filter(Boolean).join(' ')
  return [company, address_1, address_2, place, province, phone].filter(Boolean).join('\n')
}
