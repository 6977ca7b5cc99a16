import { type BookOrder, type BookRefund, totalOf } from '../order-book.ts'

/** Minutes from UTC to the shop's own zone: Casablanca. */
export const siteOffsetMinutes = 60

/** To the second, without a zone. */
const gmt = (ms: number): string => new Date(ms).toISOString().slice(0, 19)
const local = (ms: number): string => gmt(ms + siteOffsetMinutes * 60_000)
const money = (minor: number): string => {
  const digits = String(Math.abs(minor)).padStart(3, '0')
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
const orNull = (ms: number | null, write: (ms: number) => string): string | null =>
  ms === null ? null : write(ms)

const buyer = {
  first_name: 'Camille',
  last_name: 'Roux',
  company: '',
  address_1: '4 rue des Rosiers',
  address_2: '',
  city: 'Paris',
  state: '',
  postcode: '75004',
  country: 'FR',
}

/** An order as `GET orders/{id}` answers it. */
export function writeOrder(order: BookOrder): object {
  return {
    id: order.id,
    parent_id: 0,
    number: String(order.id),
    order_key: `wc_order_${order.id}`,
    created_via: 'checkout',
    version: '10.3.0',
    status: order.status,
    currency: order.currency,
    date_created: local(order.createdMs),
    date_created_gmt: gmt(order.createdMs),
    date_modified: local(order.modifiedMs),
    date_modified_gmt: gmt(order.modifiedMs),
    date_paid: orNull(order.paidMs, local),
    date_paid_gmt: orNull(order.paidMs, gmt),
    date_completed: null,
    date_completed_gmt: null,
    discount_total: '0.00',
    discount_tax: '0.00',
    shipping_total: money(order.shipping),
    shipping_tax: '0.00',
    cart_tax: '0.00',
    total: money(totalOf(order)),
    total_tax: '0.00',
    prices_include_tax: true,
    customer_id: 0,
    customer_note: '',
    billing: { ...buyer, email: 'camille@example.com', phone: '' },
    shipping: order.pickUp ? { ...buyer, address_1: '', city: '', postcode: '' } : { ...buyer, phone: '' },
    payment_method: order.canGiveBack ? 'card' : 'bacs',
    meta_data: order.meta.map((meta, at) => ({ id: at + 1, ...meta })),
    line_items: order.lines.map((line, at) => ({
      id: at + 1,
      name: line.name,
      product_id: line.good,
      variation_id: 0,
      quantity: line.units,
      subtotal: money(line.total),
      subtotal_tax: '0.00',
      total: money(line.total),
      total_tax: '0.00',
      taxes: [],
      meta_data: [],
      sku: line.sku,
      price: line.total / line.units / 100,
    })),
    tax_lines: [],
    shipping_lines: [
      {
        id: 1,
        method_title: order.pickUp ? 'Retrait' : 'Amana',
        method_id: order.pickUp ? 'local_pickup' : 'flat_rate',
        total: money(order.shipping),
        total_tax: '0.00',
        taxes: [],
        meta_data: [],
      },
    ],
    fee_lines: [],
    coupon_lines: [],
    refunds: order.refunds.map(({ id, reason, amount }) => ({ id, reason, total: money(-amount) })),
  }
}

/** A refund as `orders/{id}/refunds` answers it. */
export const writeRefund = ({ id, amount, reason, given, meta }: BookRefund): object => ({
  id,
  amount: money(amount),
  reason,
  refunded_by: 1,
  refunded_payment: given,
  meta_data: meta.map((each, at) => ({ id: at + 1, ...each })),
  line_items: [],
})
