import { centimesOf } from './amount.ts'
import type { Trouble } from './answers.ts'
import { type Body, bodyAt, type Request, wordAt } from './request-reader.ts'
import type { Transaction, Transactions } from './transactions.ts'

/** What a Payment or Reversal request orders, or why it is refused before anything begins. */
export type Understood =
  | {
      readonly kind: Transaction['kind']
      readonly amountMinor: number
      readonly original: Transaction | null
    }
  | { readonly trouble: Trouble }

const misshapen = (message: string): Understood => ({ trouble: { condition: 'MessageFormat', message } })
const forbidden = (message: string): Understood => ({ trouble: { condition: 'NotAllowed', message } })

/** EpasSaleToPOIMessages, PaymentRequest: what it must have, and what of it this terminal can do. */
export function readPayment({ body }: Request): Understood {
  const sale = bodyAt(bodyAt(body, 'SaleData'), 'SaleTransactionID')
  if (!isIdentified(sale)) return misshapen('SaleTransactionID needs TransactionID and TimeStamp')
  const amounts = bodyAt(bodyAt(body, 'PaymentTransaction'), 'AmountsReq')
  if (amounts === null) return misshapen('AmountsReq is required')
  const { RequestedAmount: requested, Currency: currency } = amounts
  if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency))
    return misshapen('Currency must be alpha-3')
  const amountMinor = centimesOf(requested)
  if (amountMinor === null) return misshapen('RequestedAmount must be a decimal number')
  if (currency !== 'MAD') return forbidden('Currency is not supported')
  if (amountMinor === 0) return forbidden('Amount must be above zero')
  const data = (body as Body).PaymentData
  const type =
    data === undefined ? 'Normal' : (wordAt(bodyAt(body, 'PaymentData'), 'PaymentType') ?? 'Normal')
  if (type !== 'Normal' && type !== 'Refund') return forbidden(`PaymentType ${type} is not supported`)
  return { kind: type === 'Refund' ? 'refund' : 'payment', amountMinor, original: null }
}

/** EpasSaleToPOIMessages, ReversalRequest. Only whole payments of the period that is not closed yet are undone here. */
export function readReversal({ body }: Request, transactions: Transactions): Understood {
  const named = bodyAt(bodyAt(body, 'OriginalPOITransaction'), 'POITransactionID')
  const transactionId = wordAt(named, 'TransactionID')
  const at = wordAt(named, 'TimeStamp')
  if (transactionId === null || at === null)
    return misshapen('POITransactionID needs TransactionID and TimeStamp')
  const reason = wordAt(body, 'ReversalReason') ?? ''
  if (!['CustCancel', 'MerchantCancel', 'Malfunction', 'Unable2Compl'].includes(reason)) {
    return misshapen('ReversalReason is required')
  }
  const original = transactions.byName(transactionId, at)
  if (original === undefined || original.kind !== 'payment' || original.response === null) {
    return { trouble: { condition: 'NotFound', message: 'Original transaction not found' } }
  }
  if (original.state !== 'approved') return forbidden('Original transaction does not stand')
  if (original.settled) return forbidden('Original transaction is settled')
  const { amountMinor } = original
  if (body.ReversedAmount !== undefined && centimesOf(body.ReversedAmount) !== amountMinor) {
    return forbidden('Partial reversal is not supported')
  }
  return { kind: 'reversal', amountMinor, original }
}

const isIdentified = (sale: Body | null): boolean =>
  wordAt(sale, 'TransactionID') !== null && !Number.isNaN(Date.parse(wordAt(sale, 'TimeStamp') ?? ''))
