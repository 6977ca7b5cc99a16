import { dirhamsOf } from './amount.ts'
import { testCard } from './card.ts'
import type { Body, Request } from './request-reader.ts'
import { bodyAt } from './request-reader.ts'
import { receiptsOf } from './slip.ts'
import type { Transaction } from './transactions.ts'

/** Response/ErrorCondition with the words Adyen puts beside it. */
export interface Trouble {
  readonly condition: string
  readonly message: string
}

export const success: Body = { Result: 'Success' }
export const failure = ({ condition, message }: Trouble): Body => ({
  Result: 'Failure',
  ErrorCondition: condition,
  AdditionalResponse: `message=${encodeURIComponent(message)}&refusalReason=${encodeURIComponent(message)}`,
})

/** The header of a response: everything echoed (EpasSaleToPOIMessages, MessageHeader). */
export const responseHeader = (request: Request, serviceId = request.serviceId): Body => ({
  ProtocolVersion: request.version,
  MessageClass: 'Service',
  MessageCategory: request.category,
  MessageType: 'Response',
  ServiceID: serviceId,
  SaleID: request.saleId,
  POIID: request.poiId,
})

/** A whole response, in clear. */
export const responseMessage = (request: Request, body: Body, serviceId?: string): Body => ({
  SaleToPOIResponse: {
    MessageHeader: responseHeader(request, serviceId),
    [`${request.category}Response`]: body,
  },
})

/** What was not understood at all (EventNotification, Reject). */
export const rejection = (trouble: string, poiId: string, at: string): Body => ({
  SaleToPOIRequest: {
    MessageHeader: {
      ProtocolVersion: '3.0',
      MessageClass: 'Event',
      MessageCategory: 'Event',
      MessageType: 'Notification',
      POIID: poiId,
    },
    EventNotification: {
      TimeStamp: at,
      EventToNotify: 'Reject',
      EventDetails: `message=${encodeURIComponent(trouble)}`,
    },
  },
})

const saleDataOf = (request: Request): Body => {
  const sale = bodyAt(bodyAt(request.body, 'SaleData'), 'SaleTransactionID')
  return sale === null ? {} : { SaleData: { SaleTransactionID: sale } }
}

const poiDataOf = ({ transactionId, at }: Transaction): Body => ({
  POIData: { POIReconciliationID: '1000', POITransactionID: { TransactionID: transactionId, TimeStamp: at } },
})

/** Refused, aborted, never paid. */
export const refusedBody = (request: Request, transaction: Transaction, trouble: Trouble): Body => ({
  ...poiDataOf(transaction),
  ...saleDataOf(request),
  Response: failure(trouble),
})

/** @param shown what the response says was approved, and of the card */
export function approvedBody(
  request: Request,
  transaction: Transaction,
  shown: { readonly amountMinor: number; readonly clear: boolean; readonly partial: boolean },
): Body {
  const card = shown.clear ? testCard.clear : testCard.masked
  const { transactionId, at, authorisation } = transaction
  const { poiId } = request
  return {
    ...poiDataOf(transaction),
    ...saleDataOf(request),
    PaymentReceipt: receiptsOf({
      title: transaction.kind === 'payment' ? 'APPROVED' : 'REFUND APPROVED',
      at,
      card,
      amountMinor: shown.amountMinor,
      authorisation,
      transactionId,
      poiId,
    }),
    PaymentResult: {
      OnlineFlag: true,
      AmountsResp: { Currency: 'MAD', AuthorizedAmount: dirhamsOf(shown.amountMinor) },
      PaymentAcquirerData: {
        AcquirerPOIID: poiId,
        AcquirerTransactionID: { TransactionID: transactionId, TimeStamp: at },
        ApprovalCode: authorisation,
        MerchantID: 'HanoutDemo',
      },
      PaymentInstrumentData: {
        CardData: {
          EntryMode: ['Contactless'],
          MaskedPan: card,
          PaymentBrand: testCard.brand,
          SensitiveCardData: { ExpiryDate: '1030' },
        },
        PaymentInstrumentType: 'Card',
      },
    },
    Response: {
      Result: shown.partial ? 'Partial' : 'Success',
      AdditionalResponse: `pspReference=${transactionId}&authCode=${authorisation}&cardSummary=${card.slice(-4)}`,
    },
  }
}

/** The original payment is undone. */
export const reversedBody = (request: Request, transaction: Transaction): Body => ({
  ...poiDataOf(transaction),
  ...saleDataOf(request),
  ReversedAmount: dirhamsOf(transaction.amountMinor),
  Response: success,
})
