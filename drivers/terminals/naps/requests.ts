import type { WallClock } from '../driver-parts.ts'
import type { RequestFields } from './message.ts'
import type { RequestType } from './tags.ts'
import { dirhamNumber, requestType, tag } from './tags.ts'

/** What every request of one till carries, and the moment it is sent. */
export interface Origin {
  /** NCAI: till (2 digits) and station (5 digits). */
  readonly station: string
  readonly at: WallClock
}

export interface Request {
  readonly type: RequestType
  /** NS of the request, echoed by the answer. */
  readonly sequence: string
  readonly fields: RequestFields
}

/** What 101 said and 002 must repeat verbatim. Clear card number: kept in memory only, until confirmed. */
export interface ApprovalEcho {
  readonly stan: string | null
  readonly card: string | null
  readonly expiry: string | null
}

/** NS: six digits. @param sequence [1, 999_999] */
export const sequenceText = (sequence: number): string => String(sequence).padStart(6, '0')
const amountText = (amountMinor: number): string => String(amountMinor).padStart(12, '0')

/** DA `DDMMYYYY` and HE `HHMMSS`. */
function dateAndTime(at: WallClock): readonly [date: string, time: string] {
  const iso = new Date(at.utcMs + at.offsetMinutes * 60_000).toISOString()
  const date = iso.slice(8, 10) + iso.slice(5, 7) + iso.slice(0, 4)
  return [date, iso.slice(11, 19).replaceAll(':', '')]
}

const stamp = (origin: Origin): RequestFields => {
  const [date, time] = dateAndTime(origin.at)
  return [
    [tag.date, date],
    [tag.time, time],
  ]
}

const addressed = (origin: Origin, sequence: string): RequestFields => [
  [tag.station, origin.station],
  [tag.sequence, sequence],
]

/** 001: a sale (guide v1.1 §III.2.1). */
export function paymentRequest(origin: Origin, sequence: string, amountMinor: number): Request {
  const fields: RequestFields = [
    [tag.type, requestType.payment],
    [tag.amount, amountText(amountMinor)],
    ...addressed(origin, sequence),
    [tag.currency, dirhamNumber],
    ...stamp(origin),
  ]
  return { type: requestType.payment, sequence, fields }
}

/** 002: makes the approval final; the NS of its 001 (guide v1.1 §III.2.2). */
export function confirmationRequest(
  origin: Origin,
  sequence: string,
  amountMinor: number,
  echo: ApprovalEcho,
): Request {
  const fields: RequestFields = [
    [tag.type, requestType.confirmation],
    [tag.amount, amountText(amountMinor)],
    ...addressed(origin, sequence),
    ...optional(tag.card, echo.card),
    ...optional(tag.stan, echo.stan),
    [tag.currency, dirhamNumber],
    ...stamp(origin),
    ...optional(tag.expiry, echo.expiry),
  ]
  return { type: requestType.confirmation, sequence, fields }
}

/**
 * 003: finds the sale to void (guide v1.1 §III.2.3). NapsPay 5.4.4 crashes without the amount, which it takes
 * unpadded.
 */
export function voidLookupRequest(
  origin: Origin,
  sequence: string,
  amountMinor: number,
  stan: string,
): Request {
  const fields: RequestFields = [
    [tag.type, requestType.voidLookup],
    [tag.amount, String(amountMinor)],
    ...addressed(origin, sequence),
    [tag.stan, stan],
    ...stamp(origin),
  ]
  return { type: requestType.voidLookup, sequence, fields }
}

/** 004: voids it; what identifies the sale is repeated from 103 (guide v1.1 §III.2.4). */
export function voidExecuteRequest(
  origin: Origin,
  sequence: string,
  amountMinor: number,
  sale: { readonly stan: string; readonly date: string; readonly time: string },
): Request {
  const fields: RequestFields = [
    [tag.type, requestType.voidExecute],
    [tag.amount, amountText(amountMinor)],
    ...addressed(origin, sequence),
    [tag.stan, sale.stan],
    [tag.currency, dirhamNumber],
    ...stamp(origin),
    [tag.transactionDate, sale.date],
    [tag.transactionTime, sale.time],
  ]
  return { type: requestType.voidExecute, sequence, fields }
}

/**
 * 008: the record of one transaction, or of the terminal's last one (guide v1.1 §III.2).
 * @param stan `000000` for the last
 */
export function duplicateRequest(origin: Origin, sequence: string, stan: string): Request {
  const fields: RequestFields = [
    [tag.type, requestType.duplicate],
    ...addressed(origin, sequence),
    [tag.stan, stan],
    ...stamp(origin),
  ]
  return { type: requestType.duplicate, sequence, fields }
}

/** 009, 010, 012, 013: nothing but the envelope (guide v1.1 §III.2). */
export function plainRequest(type: '009' | '010' | '012' | '013', origin: Origin, sequence: string): Request {
  return { type, sequence, fields: [[tag.type, type], ...addressed(origin, sequence), ...stamp(origin)] }
}

/**
 * 011: prints the terminal's information (guide v1.1 §III.2); 020 asks for the ticket. Its value was never seen on
 * a wire.
 */
export function informationRequest(origin: Origin, sequence: string): Request {
  const fields: RequestFields = [
    [tag.type, requestType.information],
    ...addressed(origin, sequence),
    ...stamp(origin),
    [tag.ticket, '01'],
  ]
  return { type: requestType.information, sequence, fields }
}

const optional = (name: string, value: string | null): RequestFields =>
  value === null || value === '' ? [] : [[name, value]]
