import { hexOf, unpackDigits } from '#drivers/framing/bcd.ts'
import type { Approval, DeclineReason } from '#shared/kernel/attempt.ts'
import { maskCard, maskText } from '../masking.ts'
import { bitmap } from './bitmaps.data.ts'
import { type Bitmaps, readBitmaps, readContainer, readLevel } from './bitmaps.ts'
import { readSchemeTotals, type SchemeTotal } from './scheme-totals.ts'
import { decodeLine } from './text.ts'

/** 04 0F: what became of one transaction, as the terminal tells it (PA00P015 §3.1). Card number masked. */
export interface StatusInformation {
  /** BMP 27 as two hex digits; `00`: done. `null`: it says nothing of a result. */
  readonly result: string | null
  readonly amountMinor: number | null
  /** Numeric code, `0504`. */
  readonly currency: string | null
  /** BMP 87, four digits. */
  readonly receipt: string | null
  /** BMP 0B, six digits. */
  readonly trace: string | null
  /** BMP 37: the transaction this one undid. */
  readonly originalTrace: string | null
  /** MMDD and HHMMSS on the terminal's clock. */
  readonly date: string | null
  readonly time: string | null
  readonly card: string | null
  readonly cardName: string | null
  readonly authorisation: string | null
  readonly terminalId: string | null
  /** BMP 60 of an end of day; `null`: there is none, or it cannot be read. */
  readonly schemeTotals: readonly SchemeTotal[] | null
  /** The terminal's own words (BMP 3C). */
  readonly text: string
  /** All of it as hex, to compare two answers by; never to be shown, it may hold a card number. */
  readonly bytes: string
}

/** Reads as much as can be read; never throws. */
export function readStatus(data: Uint8Array): StatusInformation {
  const { fields } = readBitmaps(data)
  const digits = (name: number): string | null => {
    const value = fields.get(name)
    return value === undefined ? null : unpackDigits(value)
  }
  const card = cardOf(fields)
  const words = (name: number): string | null => {
    const value = fields.get(name)
    return value === undefined ? null : maskText(decodeLine(value), card === null ? [] : [card]).slice(0, 100)
  }
  const result = fields.get(bitmap.result)
  const amount = digits(bitmap.amount)
  const totals = fields.get(bitmap.totals)
  return {
    result: result === undefined ? null : hexOf(result),
    amountMinor: amount === null ? null : Number(amount),
    currency: digits(bitmap.currency),
    receipt: digits(bitmap.receipt),
    trace: digits(bitmap.trace),
    originalTrace: digits(bitmap.originalTrace),
    date: digits(bitmap.date),
    time: digits(bitmap.time),
    card: card === null ? null : maskCard(card),
    cardName: words(bitmap.cardName) ?? applicationLabel(fields),
    authorisation: words(bitmap.authorisation),
    terminalId: digits(bitmap.terminalId),
    schemeTotals: totals === undefined ? null : readSchemeTotals(totals),
    text: words(bitmap.text) ?? '',
    bytes: hexOf(data),
  }
}

/** BMP 22: digits, E for a masked one, D before what follows the number, F to fill up. */
function cardOf(fields: Bitmaps['fields']): string | null {
  const value = fields.get(bitmap.card)
  if (value === undefined || value.length === 0) return null
  return hexOf(value).replace(/D.*$/, '').replace(/F+$/, '').replaceAll('E', '*')
}

/** TLV 60 { 44 label }: the application of the card, where BMP 8B is missing. */
function applicationLabel(fields: Bitmaps['fields']): string | null {
  const application = readContainer(fields).find(({ tag }) => tag === '60')
  if (application === undefined) return null
  const label = readLevel(application.value).find(({ tag }) => tag === '44')
  return label === undefined ? null : decodeLine(label.value).slice(0, 40)
}

/** What tells one approval from another; `null` where it says too little of itself. Holds no card number. */
export function identityOf(status: StatusInformation): string | null {
  const { receipt, trace, date, time, amountMinor } = status
  return receipt === null || time === null ? null : [receipt, trace, date, time, amountMinor].join(' ')
}

/** Everything of an approval that may be kept. The slip comes later, in print commands. */
export function approvalOf(status: StatusInformation): Approval {
  const { date, time } = status
  return {
    maskedPan: status.card,
    scheme: filled(status.cardName),
    authorisation: filled(status.authorisation),
    trace: status.receipt,
    terminalId: status.terminalId,
    terminalTime: date === null || time === null ? null : `${date.slice(2)}${date.slice(0, 2)} ${time}`,
    slip: [],
  }
}

/** A refusal, code as received: the meaning of codes below 64 is the acquirer's. */
export const refusalOf = (status: StatusInformation, code: string): DeclineReason => ({
  code,
  text: status.text.toWellFormed(),
})

const filled = (text: string | null): string | null => (text === null || text === '' ? null : text)
