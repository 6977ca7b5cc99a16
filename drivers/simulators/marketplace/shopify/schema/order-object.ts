import { field, type Node, node } from '../graphql/execute.ts'
import { type BookLine, type BookOrder, leftOf, totalOf } from '../order-book.ts'
import { connection } from './connection.ts'

/** `4500.0`: at least one decimal, no zero more. */
const decimal = (minor: number): string => {
  const digits = String(Math.abs(minor)).padStart(3, '0')
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2).replace(/0$/, '')}`
}
export const time = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`

const money = (minor: number, currency: string): Node =>
  node('MoneyBag', {
    shopMoney: node('MoneyV2', { amount: decimal(minor), currencyCode: currency }),
  })

const address = node('MailingAddress', {
  name: 'Camille Roux',
  formatted: field(['withName', 'withCompany'], () => ['4 rue des Rosiers', '75004 Paris', 'France']),
  countryCodeV2: 'FR',
})

export function orderObject(order: BookOrder): Node {
  const { currency, lines } = order
  return node('Order', {
    id: order.id,
    legacyResourceId: order.id.split('/').at(-1) ?? '',
    name: order.name,
    createdAt: time(order.createdMs),
    updatedAt: time(order.updatedMs),
    cancelledAt: order.cancelledMs === null ? null : time(order.cancelledMs),
    email: 'camille@example.com',
    customerLocale: 'fr-FR',
    displayFinancialStatus: financialOf(order),
    displayFulfillmentStatus: order.fulfilled === null ? 'UNFULFILLED' : 'FULFILLED',
    totalPriceSet: money(totalOf(order), currency),
    totalShippingPriceSet: money(order.shipping, currency),
    shippingAddress: order.pickUp ? null : address,
    billingAddress: address,
    lineItems: field(['first', 'after'], (args) =>
      connection(
        'LineItemConnection',
        lines.map((line, at) => ({ line, at: String(at).padStart(6, '0') })),
        args,
        ({ at }) => at,
        ({ line }) => lineObject(line, currency),
      ),
    ),
    fulfillmentOrders: field(['first', 'after'], (args) =>
      connection('FulfillmentOrderConnection', [order], args, (each) => each.id, fulfillmentOrderObject),
    ),
    suggestedRefund: field(['suggestFullRefund'], () => suggestion(order)),
  })
}

const lineObject = ({ sku, name, units, price }: BookLine, currency: string): Node =>
  node('LineItem', {
    sku,
    name,
    quantity: units,
    originalUnitPriceSet: money(price, currency),
    discountedUnitPriceAfterAllDiscountsSet: money(price, currency),
  })

const fulfillmentOrderObject = (order: BookOrder): Node =>
  node('FulfillmentOrder', {
    id: order.fulfillmentOrder,
    status: order.cancelledMs !== null ? 'CANCELLED' : order.fulfilled === null ? 'OPEN' : 'CLOSED',
    deliveryMethod: node('DeliveryMethod', { methodType: order.pickUp ? 'PICK_UP' : 'SHIPPING' }),
  })

const financialOf = (order: BookOrder): string =>
  order.financial === 'PAID' && order.refunds.length > 0 ? 'PARTIALLY_REFUNDED' : order.financial

function suggestion(order: BookOrder): Node {
  const left = leftOf(order)
  const part = node('SuggestedOrderTransaction', {
    gateway: 'shopify_payments',
    amountSet: money(left, order.currency),
    parentTransaction: node('OrderTransaction', { id: order.sale }),
  })
  return node('SuggestedRefund', { suggestedTransactions: left === 0 ? [] : [part] })
}
