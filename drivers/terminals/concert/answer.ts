import type { Approval, DeclineReason } from '#shared/kernel/attempt.ts'
import { passesLuhn } from '#shared/kernel/luhn.ts'
import { maskCard, maskText } from '../masking.ts'
import type { Asked } from './request.ts'
import { dirhamNumber, isReference } from './request.ts'

/**
 * An answer: `pos(2) result(1) amount(8) mode(1) [report(55)] currency(3) private(10)`, 25 characters or 80. The report
 * begins with the card number, clear on some terminals, and never leaves this file as it came.
 */
export interface ConcertAnswer {
  readonly till: string
  readonly result: string
  readonly amount: string
  readonly mode: string
  readonly maskedPan: string | null
  readonly currency: string
  readonly reference: string
}

/**
 * What a frame with a good LRC means for the request that is open. `named`: it gives our number of the attempt
 * back. Some terminals put blanks or a number of their own there; what they say is ours only on a line where
 * nothing else was heard.
 */
export type Verdict =
  | { readonly kind: 'approved'; readonly approval: Approval; readonly named: boolean }
  | { readonly kind: 'declined'; readonly reason: DeclineReason; readonly named: boolean }
  /** It will do it; nothing is decided. */
  | { readonly kind: 'takenIntoAccount' }
  /** Somebody else's, or nothing that this protocol knows. */
  | { readonly kind: 'notOurs' }
  /** Ours, and not to be believed. */
  | { readonly kind: 'contradictory'; readonly detail: string }

const shortLength = 25
const reportLength = 55
/** Characters of the longest answer. */
export const longestAnswer = shortLength + reportLength

/** `null`: not an answer of this protocol. */
export function readAnswer(data: Uint8Array): ConcertAnswer | null {
  if (data.length !== shortLength && data.length !== longestAnswer) return null
  const text = String.fromCharCode(...data)
  const reportEnd = text.length - 13
  const answer = {
    till: text.slice(0, 2),
    result: text.slice(2, 3),
    amount: text.slice(3, 11),
    mode: text.slice(11, 12),
    maskedPan: cardIn(text.slice(12, reportEnd)),
    currency: text.slice(reportEnd, reportEnd + 3),
    reference: text.slice(reportEnd + 3),
  }
  return /^\d{8}$/.test(answer.amount) && /^\d{2}$/.test(answer.till) ? answer : null
}

export function judgeAnswer(data: Uint8Array, asked: Asked): Verdict {
  const answer = readAnswer(data)
  // The private field is the one thing that tells this sale from another of the same amount.
  const named = answer?.reference === asked.reference
  if (answer === null || (!named && isReference(answer.reference))) return { kind: 'notOurs' }
  const wrong =
    answer.till !== asked.till
      ? `till ${answer.till}`
      : answer.amount !== asked.amount
        ? `amount ${answer.amount}`
        : answer.currency !== dirhamNumber
          ? `currency ${maskText(answer.currency)}`
          : null
  if (wrong !== null) {
    return named
      ? { kind: 'contradictory', detail: `the answer names another ${wrong}` }
      : { kind: 'notOurs' }
  }
  switch (answer.result) {
    case '0':
      return { kind: 'approved', approval: approvalOf(answer), named }
    case '7':
      return { kind: 'declined', reason: { code: '7', text: '' }, named }
    case '9':
      return { kind: 'takenIntoAccount' }
    default:
      // No source gives these a meaning, so they get none.
      return { kind: 'contradictory', detail: `result ${answer.result}, which has no known meaning` }
  }
}

/** Concert carries no authorisation number and no number of the terminal's own: they are on its ticket only. */
const approvalOf = (answer: ConcertAnswer): Approval => ({
  maskedPan: answer.maskedPan,
  scheme: schemes[answer.mode] ?? null,
  authorisation: null,
  trace: null,
  terminalId: null,
  terminalTime: null,
  slip: [],
})

/** Payment modes that name a scheme; `1` is any bank card. */
const schemes: Readonly<Record<string, string>> = {
  2: 'AMEX',
  3: 'CETELEM',
  5: 'COFINOGA',
  6: 'DINERS',
  8: 'FRANFINANCE',
  9: 'JCB',
  U: 'CUP',
}

/** The number at the start of a report; `null` where it cannot be told from what follows it. */
function cardIn(report: string): string | null {
  const run = /^[0-9*xX#.]{12,}/.exec(report)?.[0].replace(/[#.]/g, '*')
  if (run === undefined) return null
  return run.length <= longestCard ? maskCard(run) : runOnCard(run)
}

const longestCard = 19

/** Zeros may follow right behind the number (pyTeliumManager). Four wrong digits would mislead who looks for the ticket. */
function runOnCard(run: string): string | null {
  const length = [16, 15, 14, 13, 17, 18, longestCard].find((each) => passesLuhn(run.slice(0, each)))
  return length === undefined || !/^0*$/.test(run.slice(length)) ? null : maskCard(run.slice(0, length))
}

/** An answer for the wire trace. */
export function describeAnswer(data: Uint8Array): string {
  const answer = readAnswer(data)
  if (answer === null) return `a frame of ${data.length} characters that is no answer`
  const { till, result, amount, mode, currency, reference, maskedPan } = answer
  const shown = maskedPan === null ? '' : ` card=${maskedPan}`
  return maskText(
    `pos=${till} result=${result} amount=${amount} mode=${mode}${shown} currency=${currency} private=${reference}`,
  )
}
