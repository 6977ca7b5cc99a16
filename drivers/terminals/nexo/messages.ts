import type { ChargeRequest, VoidRequest } from '../terminal.ts'
import { decimalOf } from './decimal.ts'
import { Literal, type WrittenObject, writeJson } from './json.ts'
import { transactionServiceId } from './message-id.ts'

/** What a till asks of a terminal (EpasSaleToPOIMessages, MessageCategory). */
export type Category =
  | 'Payment'
  | 'Reversal'
  | 'Abort'
  | 'TransactionStatus'
  | 'Diagnosis'
  | 'GetTotals'
  | 'Reconciliation'

/** Categories of what moves money and can be asked about later. */
export type MoneyCategory = 'Payment' | 'Reversal'

/** Who speaks to whom. */
export interface Parties {
  readonly saleId: string
  readonly poiId: string
}

/** A request as text, and what an answer to it must repeat. */
export interface NexoRequest extends Parties {
  readonly category: Category
  readonly serviceId: string
  readonly header: WrittenObject
  /** The whole message. */
  readonly text: string
}

export interface MessageReference {
  readonly category: MoneyCategory
  readonly serviceId: string
}

/** EpasSaleToPOIMessages, MessageHeader: version 3.0 is what Adyen's terminals speak. */
function request(
  category: Category,
  serviceId: string,
  { saleId, poiId }: Parties,
  body: WrittenObject,
): NexoRequest {
  const header = {
    ProtocolVersion: '3.0',
    MessageClass: 'Service',
    MessageCategory: category,
    MessageType: 'Request',
    ServiceID: serviceId,
    SaleID: saleId,
    POIID: poiId,
  }
  const text = writeJson({ SaleToPOIRequest: { MessageHeader: header, [`${category}Request`]: body } })
  return { category, serviceId, saleId, poiId, header, text }
}

/** The time stamp of a transaction: with its number it names one payment of one till, whatever its ledger. */
const timeStampOf = (at: ChargeRequest['at']): string => new Date(at.utcMs).toISOString()

const saleData = (sequence: number, at: ChargeRequest['at']): WrittenObject => ({
  SaleTransactionID: { TransactionID: transactionServiceId(sequence), TimeStamp: timeStampOf(at) },
})

/** A payment, or (`Refund`) money back on a card that no earlier payment is named for. */
export function paymentRequest(
  parties: Parties,
  { sequence, amount, at }: ChargeRequest,
  type: 'Normal' | 'Refund',
): NexoRequest {
  return request('Payment', transactionServiceId(sequence), parties, {
    SaleData: saleData(sequence, at),
    PaymentTransaction: {
      AmountsReq: { Currency: 'MAD', RequestedAmount: new Literal(decimalOf(amount)) },
    },
    ...(type === 'Refund' ? { PaymentData: { PaymentType: 'Refund' } } : {}),
  })
}

/**
 * The whole of an earlier payment is undone. The amount is named, so that a terminal that finds another payment
 * under this name does not undo that; Adyen wants the currency beside it. @param original the terminal's own name
 * and time of it
 */
export function reversalRequest(
  parties: Parties,
  { sequence, amount, at }: VoidRequest,
  original: { readonly transactionId: string; readonly timeStamp: string },
): NexoRequest {
  return request('Reversal', transactionServiceId(sequence), parties, {
    SaleData: { ...saleData(sequence, at), SaleToAcquirerData: 'currency=MAD' },
    OriginalPOITransaction: {
      POITransactionID: { TransactionID: original.transactionId, TimeStamp: original.timeStamp },
    },
    ReversedAmount: new Literal(decimalOf(amount)),
    ReversalReason: 'MerchantCancel',
  })
}

const referenceOf = (parties: Parties, about: MessageReference): WrittenObject => ({
  MessageReference: {
    MessageCategory: about.category,
    SaleID: parties.saleId,
    ServiceID: about.serviceId,
  },
})

/** Nothing answers it: the transaction it names is answered `Aborted` if it could still be stopped. */
export const abortRequest = (parties: Parties, serviceId: string, about: MessageReference): NexoRequest =>
  request('Abort', serviceId, parties, {
    AbortReason: 'MerchantAbort',
    ...referenceOf(parties, about),
  })

/** What became of a transaction; its receipts come with the answer and are not printed again. */
export const statusRequest = (parties: Parties, serviceId: string, about: MessageReference): NexoRequest =>
  request('TransactionStatus', serviceId, parties, {
    ReceiptReprintFlag: false,
    ...referenceOf(parties, about),
  })

/** How the terminal is, without asking its host. */
export const diagnosisRequest = (parties: Parties, serviceId: string): NexoRequest =>
  request('Diagnosis', serviceId, parties, { HostDiagnosisFlag: false })

/** Closes the period of this till at the terminal. */
export const reconciliationRequest = (parties: Parties, serviceId: string): NexoRequest =>
  request('Reconciliation', serviceId, parties, { ReconciliationType: 'SaleReconciliation' })

/** The totals of the period, which goes on. Broken down by till where the terminal can: others may share it. */
export const totalsRequest = (parties: Parties, serviceId: string): NexoRequest =>
  request('GetTotals', serviceId, parties, { TotalDetails: ['SaleID'] })
