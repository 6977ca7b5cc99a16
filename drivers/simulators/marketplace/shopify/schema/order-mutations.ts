import { type Field, field, node } from '../graphql/execute.ts'
import { type BookOrder, leftOf, type OrderBook } from '../order-book.ts'
import { inputOf, listOf, oneOf, textOf } from './input.ts'
import type { Once } from './once.ts'
import { payload, type Wrong } from './user-error.ts'

export function orderMutations(book: OrderBook, once: Once): Readonly<Record<string, Field>> {
  return {
    orderCancel: field(
      ['orderId', 'refundMethod', 'restock', 'reason', 'notifyCustomer', 'staffNote'],
      ({ orderId, refundMethod, restock, reason, staffNote }) => {
        oneOf('reason', reason, ['CUSTOMER', 'DECLINED', 'FRAUD', 'INVENTORY', 'OTHER', 'STAFF'])
        const how = inputOf('OrderCancelRefundMethodInput', refundMethod, ['originalPaymentMethodsRefund'])
        const order = book.orders.get(String(orderId))
        const wrong = cannotCancel(order, String(staffNote ?? ''))
        if (order === undefined || wrong !== null)
          return payload('OrderCancelPayload', { job: null }, wrong, true, 'orderCancelUserErrors')
        const refunds = how.originalPaymentMethodsRefund === true
        const job = book.cancel(order, refunds, restock === true, String(staffNote ?? ''))
        return payload(
          'OrderCancelPayload',
          { job: node('Job', { ...job }) },
          null,
          true,
          'orderCancelUserErrors',
        )
      },
    ),
    refundCreate: field(['input'], ({ input }, key) => {
      const refuse = (wrong: Wrong) => payload('RefundCreatePayload', { refund: null }, wrong)
      return once.run(
        key,
        input,
        () => {
          const made = refund(book, input)
          return typeof made === 'string'
            ? {
                answer: payload('RefundCreatePayload', { refund: node('Refund', { id: made }) }, null),
                wrong: false,
              }
            : { answer: refuse(made), wrong: true }
        },
        refuse,
      )
    }),
    fulfillmentCreate: field(['fulfillment', 'message'], ({ fulfillment }) => {
      const read = inputOf('FulfillmentInput', fulfillment, [
        'lineItemsByFulfillmentOrder',
        'notifyCustomer',
        'trackingInfo',
      ])
      const orders = listOf('FulfillmentOrderLineItemsInput', read.lineItemsByFulfillmentOrder).map(
        (each) => {
          const { fulfillmentOrderId } = inputOf('FulfillmentOrderLineItemsInput', each, [
            'fulfillmentOrderId',
          ])
          return [...book.orders.values()].find((order) => order.fulfillmentOrder === fulfillmentOrderId)
        },
      )
      const [order] = orders
      const wrong = cannotFulfil(order)
      if (order === undefined || wrong !== null)
        return payload('FulfillmentCreatePayload', { fulfillment: null }, wrong)
      const { company, number } = inputOf('FulfillmentTrackingInput', read.trackingInfo ?? {}, [
        'company',
        'number',
        'url',
      ])
      const id = book.fulfil(order, { company: String(company ?? ''), number: String(number ?? '') })
      return payload('FulfillmentCreatePayload', { fulfillment: node('Fulfillment', { id }) }, null)
    }),
  }
}

function cannotCancel(order: BookOrder | undefined, note: string): Wrong | null {
  if (order === undefined) return { code: 'NOT_FOUND', message: 'Order does not exist' }
  if (note.length > 255)
    return { code: 'INVALID', message: 'Staff note is too long (maximum is 255 characters)' }
  if (order.cancelledMs !== null) return { code: 'INVALID', message: 'Order has already been cancelled' }
  return order.fulfilled === null
    ? null
    : { code: 'INVALID', message: 'Cannot cancel an order that has fulfillments' }
}

function cannotFulfil(order: BookOrder | undefined): Wrong | null {
  if (order === undefined) return { message: 'Fulfillment order does not exist.' }
  return order.fulfilled === null && order.cancelledMs === null
    ? null
    : { message: 'Fulfillment order has an unfulfillable status= closed.' }
}

/** @returns the refund's id */
function refund(book: OrderBook, input: unknown): string | Wrong {
  const read = inputOf('RefundInput', input, ['orderId', 'note', 'notify', 'transactions', 'refundLineItems'])
  const order = book.orders.get(String(read.orderId))
  if (order === undefined) return { message: 'Order does not exist' }
  let sum = 0
  for (const each of listOf('OrderTransactionInput', read.transactions)) {
    const part = inputOf('OrderTransactionInput', each, ['orderId', 'parentId', 'gateway', 'kind', 'amount'])
    oneOf('kind', part.kind, ['REFUND'])
    if (part.parentId !== order.sale) return { message: 'Parent transaction is not of this order' }
    const amount = textOf('amount', part.amount)
    const [whole = '', decimals = ''] = amount.split('.')
    if (!/^\d+(\.\d{1,2})?$/.test(amount)) return { message: 'Amount is not a number' }
    sum += Number(whole) * 100 + Number(decimals.padEnd(2, '0'))
  }
  if (sum > leftOf(order)) return { message: 'Refund amount is more than what can be refunded' }
  return book.refund(order, sum, String(read.note ?? ''))
}
