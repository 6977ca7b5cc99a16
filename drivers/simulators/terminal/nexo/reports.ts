import { dirhamsOf } from './amount.ts'
import { failure, responseHeader, success } from './answers.ts'
import { type Body, bodyAt, type Request, wordAt } from './request-reader.ts'
import type { Transaction, Transactions } from './transactions.ts'

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

/** ReconciliationResponse: what stands of the period, in sums. */
export function reconciliation(request: Request, transactions: Transactions): Body {
  const totals = [
    totalOf('Debit', transactions.ofPeriod('payment')),
    totalOf('Credit', transactions.ofPeriod('refund')),
  ]
  return {
    Response: success,
    ReconciliationType: wordAt(request.body, 'ReconciliationType') ?? 'SaleReconciliation',
    POIReconciliationID: '1000',
    TransactionTotals: [
      { PaymentInstrumentType: 'Card', PaymentCurrency: 'MAD', PaymentTotals: totals.flat() },
    ],
  }
}

function totalOf(type: 'Debit' | 'Credit', transactions: readonly Transaction[]): readonly Body[] {
  if (transactions.length === 0) return []
  const minor = transactions.reduce((sum, each) => sum + each.amountMinor, 0)
  return [
    { TransactionType: type, TransactionCount: transactions.length, TransactionAmount: dirhamsOf(minor) },
  ]
}
