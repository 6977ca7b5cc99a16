import type { Approval, DeclineReason } from '#shared/kernel/attempt.ts'
import { maskCard, maskText } from '../masking.ts'
import type { NapsMessage } from './message.ts'
import { amountOf, codeOf, field } from './message.ts'
import { receiptLines } from './receipt.ts'
import type { ApprovalEcho, Request } from './requests.ts'
import { answerTo, dirhamNumber, isCode, isSuccess, tag } from './tags.ts'

/** Whether a message answers this request: TM = request + 100, same NS, same till (guide v1.1 §10). */
export function answers(message: NapsMessage, request: Request, alsoType?: string): boolean {
  const expected = message.type === answerTo(request.type) || message.type === alsoType
  return expected && field(message, tag.sequence) === request.sequence
}

/** What a 101 says: approved for what we asked, refused, or something that fits neither. */
export type PaymentAnswer =
  | { readonly kind: 'approved'; readonly approval: Approval; readonly echo: ApprovalEcho }
  | { readonly kind: 'refused'; readonly reason: DeclineReason }
  | { readonly kind: 'contradictory'; readonly detail: string }

/** Reads a 101 against what was asked. @param amountMinor centimes */
export function readPaymentAnswer(message: NapsMessage, amountMinor: number): PaymentAnswer {
  const code = codeOf(message)
  if (!isSuccess(code)) {
    // A refusal whose code did not survive the line is no refusal.
    if (!isCode(code)) return { kind: 'contradictory', detail: 'unreadable response code' }
    return { kind: 'refused', reason: refusalOf(message) }
  }
  const amount = amountOf(message)
  if (field(message, tag.amount) !== undefined && amount !== amountMinor) {
    return { kind: 'contradictory', detail: 'approved another amount' }
  }
  const currency = field(message, tag.currency)
  if (currency !== undefined && currency !== dirhamNumber) {
    return { kind: 'contradictory', detail: 'approved in another currency' }
  }
  return {
    kind: 'approved',
    approval: approvalOf(message),
    echo: {
      stan: field(message, tag.stan) ?? approvalOf(message).trace,
      card: field(message, tag.card) ?? null,
      expiry: field(message, tag.expiry) ?? null,
    },
  }
}

/** The terminal's refusal, as received. The public tables disagree about most codes, so none is given a meaning. */
export function refusalOf(message: NapsMessage): DeclineReason {
  const text = field(message, tag.answerText) ?? ''
  return {
    code: maskText(codeOf(message)).slice(0, 16),
    text: maskText(text, cardsOf(message)).trim().slice(0, 100).toWellFormed(),
  }
}

/** Everything of an approval that may be kept, card number masked. */
export function approvalOf(message: NapsMessage): Approval {
  const cards = cardsOf(message)
  const lines = receiptLines(field(message, tag.receipt) ?? '').map((line) =>
    // LENGTH may end in the middle of a letter that takes two places; half a letter could never be kept.
    maskText(line, cards).toWellFormed(),
  )
  const card = field(message, tag.card)
  const find = (pattern: RegExp): string | null => {
    for (const line of lines) {
      const match = pattern.exec(line)?.[1]
      if (match !== undefined) return match
    }
    return null
  }
  const number = (name: string): string | null => {
    const value = field(message, name)
    return value !== undefined && /^\d{1,11}$/.test(value) ? value : null
  }
  const date = number(tag.transactionDate) ?? number(tag.date)
  const time = number(tag.transactionTime) ?? number(tag.time)
  return {
    maskedPan: card === undefined || card === '' ? null : maskCard(card),
    scheme:
      find(/^\s*(VISA|MASTERCARD|MAESTRO|AMEX|AMERICAN EXPRESS|UNIONPAY|CMI)\b/i)?.toUpperCase() ?? null,
    // 009 is not reliably sent; the receipt has it (guide v1.1 §7).
    authorisation: number(tag.authorisation) ?? find(/Autorisation\s*:\s*([0-9A-Za-z]{1,11})\b/i),
    trace: number(tag.stan) ?? find(/\bSTAN\s*:\s*(\d{1,11})\b/i),
    terminalId: find(/\bTerminal\s*:\s*([0-9A-Za-z]{1,11})\b/i),
    terminalTime: date !== null && time !== null ? `${date} ${time}` : null,
    slip: lines,
  }
}

/** The card numbers a message names, for masking what else it says. */
const cardsOf = (message: NapsMessage): readonly string[] => {
  const card = field(message, tag.card)
  return card === undefined ? [] : [card]
}

/** A message for the wire trace: fields by tag, card numbers masked, the receipt only by its length. */
export function describe(fields: Iterable<readonly [string, string]>): string {
  const known: string[] = []
  for (const [name, value] of fields) {
    if (name === tag.card) known.push(value)
  }
  const parts: string[] = []
  for (const [name, value] of fields) {
    if (name === tag.card) parts.push(`${name}=${maskCard(value)}`)
    else if (name === tag.expiry) parts.push(`${name}=****`)
    else if (name === tag.receipt) parts.push(`${name}=(${value.length} characters)`)
    else if (/^\d{1,11}$/.test(value) || name === tag.amount) parts.push(`${name}=${value.slice(0, 12)}`)
    else parts.push(`${name}=${maskText(value, known)}`)
  }
  return parts.join(' ')
}
