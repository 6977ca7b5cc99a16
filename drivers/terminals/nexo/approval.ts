import type { Approval, DeclineReason } from '#shared/kernel/attempt.ts'
import { passesLuhn } from '#shared/kernel/luhn.ts'
import { maskCard, maskText } from '../masking.ts'
import { minorOf } from './decimal.ts'
import { type JsonObject, objectAt, textAt } from './json.ts'
import { transactionServiceId } from './message-id.ts'
import type { MoneyCategory } from './messages.ts'
import { receiptLines } from './receipt.ts'

/** The transaction an answer must be about. */
export interface Transaction {
  readonly category: MoneyCategory
  readonly sequence: number
  readonly amountMinor: number
  /** When it was sent, by the till's clock, and how far that may be off, ms. */
  readonly sentAt: { readonly utcMs: number; readonly slackMs: number }
}

/** What a PaymentResponse or ReversalResponse says of it. */
export type MoneyAnswer =
  | { readonly kind: 'approved'; readonly approval: Approval }
  | { readonly kind: 'refused'; readonly reason: DeclineReason }
  | { readonly kind: 'contradictory'; readonly detail: string }

/**
 * Reads an answer whose header already matched. Result, amount, currency and the till's own transaction number and
 * time, where the terminal repeats them, must all agree (EpasSaleToPOIMessages, PaymentResponse, ReversalResponse).
 */
export function readMoneyAnswer(response: JsonObject, asked: Transaction, poiId: string): MoneyAnswer {
  const otherwise = contradiction(response, asked)
  if (otherwise !== null) return { kind: 'contradictory', detail: otherwise }
  switch (textAt(response, 'Response', 'Result')) {
    case 'Success':
      return { kind: 'approved', approval: approvalOf(response, poiId) }
    case 'Failure': {
      const reason = refusalOf(response)
      // Both say that it is not decided, which is no refusal of it.
      if (reason.code === 'InProgress')
        return { kind: 'contradictory', detail: 'the terminal is still at it' }
      return { kind: 'refused', reason }
    }
    case 'Partial':
      return { kind: 'contradictory', detail: 'only a part of the amount was approved' }
    default:
      return { kind: 'contradictory', detail: 'the answer has no result' }
  }
}

/** What in the answer is of something else; `null`: nothing. */
function contradiction(response: JsonObject, asked: Transaction): string | null {
  const sale = objectAt(response, 'SaleData', 'SaleTransactionID')
  const number = textAt(sale, 'TransactionID')
  if (number !== undefined && number !== transactionServiceId(asked.sequence)) {
    return 'the answer is of another sale'
  }
  const stamped = Date.parse(textAt(sale, 'TimeStamp') ?? '')
  const { utcMs, slackMs } = asked.sentAt
  if (Math.abs(stamped - utcMs) > slackMs) return 'the answer is of a sale of another time'
  if (textAt(response, 'Response', 'Result') !== 'Success') return null
  const amounts = objectAt(response, 'PaymentResult', 'AmountsResp')
  const amount = textAt(amounts, 'AuthorizedAmount') ?? textAt(response, 'ReversedAmount')
  if (amount !== undefined && minorOf(amount) !== asked.amountMinor) return 'approved another amount'
  const currency = textAt(amounts, 'Currency')
  if (currency !== undefined && currency !== 'MAD') return 'approved in another currency'
  return null
}

/** The terminal's refusal as received: ErrorCondition, and the words Adyen puts into AdditionalResponse. */
export function refusalOf(response: JsonObject): DeclineReason {
  const additional = textAt(response, 'Response', 'AdditionalResponse') ?? ''
  const words = new URLSearchParams(additional)
  const said =
    words.get('message') ?? words.get('refusalReason') ?? (additional.includes('=') ? '' : additional)
  const code = textAt(response, 'Response', 'ErrorCondition') ?? 'Failure'
  const cards = cardsOf(response)
  return { code: clean(code, cards, 32), text: clean(said, cards, 100).trim() }
}

/** Everything of an approval that may be kept, card number masked. */
function approvalOf(response: JsonObject, poiId: string): Approval {
  const cards = cardsOf(response)
  const card = objectAt(response, 'PaymentResult', 'PaymentInstrumentData', 'CardData')
  const acquirer = objectAt(response, 'PaymentResult', 'PaymentAcquirerData')
  const transaction = objectAt(response, 'POIData', 'POITransactionID')
  const kept = (text: string | undefined, longest: number): string | null =>
    text === undefined || text === '' ? null : clean(text, cards, longest)
  const pan = textAt(card, 'MaskedPan') ?? textAt(card, 'MaskedPAN') ?? ''
  return {
    maskedPan: pan === '' ? null : maskCard(pan),
    scheme: kept(textAt(card, 'PaymentBrand'), 32),
    authorisation: kept(textAt(acquirer, 'ApprovalCode'), 32),
    // With `terminalTime` this is what a reversal names the payment by (OriginalPOITransaction).
    trace: nameOf(textAt(transaction, 'TransactionID'), cards),
    terminalId: kept(textAt(acquirer, 'AcquirerPOIID') ?? poiId, 64),
    terminalTime: kept(textAt(transaction, 'TimeStamp'), 40),
    slip: receiptLines(response).map((line) => clean(line, cards, 200)),
  }
}

/** Masked first and cut then: a card number may begin before the cut and end behind it. */
const clean = (text: string, cards: readonly string[], longest: number): string =>
  maskText(text.slice(0, 2 * longest), cards)
    .slice(0, longest)
    .toWellFormed()

/**
 * A transaction's name is kept whole or not at all, since a masked one names nothing. Adyen's are long runs of
 * digits, so only what is this card's number, or could be one of a scheme's (first digit 2 to 6, ISO/IEC 7812), is
 * taken for a card.
 */
function nameOf(text: string | undefined, cards: readonly string[]): string | null {
  if (text === undefined || text === '' || text.length > 100) return null
  const runs = text.match(/\d{12,}/g) ?? []
  const suspect = runs.some(
    (run) => cards.includes(run) || (run.length <= 19 && /^[2-6]/.test(run) && passesLuhn(run)),
  )
  return suspect ? null : text.toWellFormed()
}

/** The card numbers an answer names, for masking what else it says. */
function cardsOf(response: JsonObject): readonly string[] {
  const card = objectAt(response, 'PaymentResult', 'PaymentInstrumentData', 'CardData')
  const named = [
    textAt(card, 'MaskedPan'),
    textAt(card, 'MaskedPAN'),
    textAt(card, 'SensitiveCardData', 'PAN'),
  ]
  return named.flatMap((each) => (each === undefined ? [] : [each.replace(/[ .-]/g, '')]))
}
