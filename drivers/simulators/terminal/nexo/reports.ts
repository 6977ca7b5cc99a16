import type { PeriodTotals } from '../period-totals.ts'
import { dirhamsOf } from './amount.ts'
import { failure, responseHeader, success, type Trouble } from './answers.ts'
import { type Body, bodyAt, type Request, wordAt } from './request-reader.ts'
import type { Transactions } from './transactions.ts'

/** DiagnosisResponse: a terminal that answers is well, or at work. */
export const diagnosis = (idle: boolean): Body => ({
  Response: success,
  POIStatus: {
    GlobalStatus: idle ? 'OK' : 'Busy',
    PrinterStatus: 'OK',
    CardReaderOKFlag: true,
    PEDOKFlag: true,
    CommunicationOKFlag: true,
  },
})

/**
 * TransactionStatusResponse: the response given again, still under way, or never heard of. Without a reference it
 * is about the till's latest (Swedbank Pay). @param nowMs the terminal's own clock
 */
export function transactionStatus(request: Request, transactions: Transactions, nowMs: number): Body {
  const reference = bodyAt(request.body, 'MessageReference')
  const saleId = wordAt(reference, 'SaleID') ?? request.saleId
  const serviceId = wordAt(reference, 'ServiceID')
  const category = wordAt(reference, 'MessageCategory') ?? undefined
  const found =
    serviceId === null ? transactions.last(saleId) : transactions.find(saleId, serviceId, category)
  const about = reference === null ? {} : { MessageReference: reference }
  if (found === undefined) {
    return { ...about, Response: failure({ condition: 'NotFound', message: 'No such transaction' }) }
  }
  if (found.response === null || nowMs < found.admittedAtMs) {
    return { ...about, Response: failure({ condition: 'InProgress', message: 'Transaction in progress' }) }
  }
  const body = { [`${found.request.category}Response`]: found.response }
  return {
    ...about,
    Response: success,
    RepeatedMessageResponse: {
      MessageHeader: responseHeader(found.request),
      RepeatedResponseMessageBody: body,
    },
  }
}

/** Why a reconciliation is refused before anything of it is done; `null`: it is not. */
export function reconciliationTrouble({ body }: Request): Trouble | null {
  const type = wordAt(body, 'ReconciliationType')
  if (type === null) return { condition: 'MessageFormat', message: 'ReconciliationType is required' }
  if (type === 'SaleReconciliation') return null
  return { condition: 'UnavailableService', message: `ReconciliationType ${type} is not supported` }
}

/** ReconciliationResponse: what the period that ends came to. @param number counts periods */
export const reconciliation = (totals: PeriodTotals, number: number): Body => ({
  Response: success,
  ReconciliationType: 'SaleReconciliation',
  POIReconciliationID: String(number),
  ...transactionTotals(totals),
})

/** GetTotalsResponse: the same of a period that goes on. */
export const totalsSoFar = (totals: PeriodTotals, number: number): Body => ({
  Response: success,
  POIReconciliationID: String(number),
  ...transactionTotals(totals),
})

/** A type of which there was nothing is left out (EpasSaleToPOIMessages, PaymentTotals). */
function transactionTotals({ sales, voids, refunds }: PeriodTotals): Body {
  const ofTypes = { Debit: sales, ReverseDebit: voids, Credit: refunds }
  const totals = Object.entries(ofTypes).flatMap(([type, { count, minor }]) =>
    count === 0
      ? []
      : [{ TransactionType: type, TransactionCount: count, TransactionAmount: dirhamsOf(minor) }],
  )
  const payments = totals.length === 0 ? {} : { PaymentTotals: totals }
  return { TransactionTotals: [{ PaymentInstrumentType: 'Card', PaymentCurrency: 'MAD', ...payments }] }
}
