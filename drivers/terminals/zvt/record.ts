import type { Approval, DeclineReason } from '#shared/kernel/attempt.ts'
import type { ChargeRequest } from '../terminal.ts'
import { dirhamCode } from './requests.ts'
import { approvalOf, refusalOf, type StatusInformation } from './status.ts'

/** What the terminal's record of its last transaction says of an attempt. */
export type Fate =
  | { readonly fate: 'stands'; readonly approval: Approval }
  | { readonly fate: 'refused'; readonly reason: DeclineReason }
  /** Another transaction, or none. Not proof that ours never was. */
  | { readonly fate: 'notFound'; readonly detail: string }
  | { readonly fate: 'contradictory'; readonly detail: string }
  | { readonly fate: 'noAnswer' | 'lineLost'; readonly detail: string }

/** The attempt asked about. */
export interface Sought {
  readonly kind: 'charge' | 'refund' | 'void'
  readonly amountMinor: number
  /** Its receipt number, if an approval of it is known; else it is looked for by its time. */
  readonly receipt: string | null
  /** Receipt numbers of records known to be of others. */
  readonly otherReceipts: readonly string[]
  readonly at: ChargeRequest['at']
  /** How long ago the request left, ms. */
  readonly ageMs: number
  readonly clockToleranceMs: number
}

/** Judges the status information of the last transaction (06 20 with service byte 03, PA00P015 §2.20.2). */
export function judgeRecord(status: StatusInformation, sought: Sought): Fate {
  const wrongKind = (status.originalTrace !== null) !== (sought.kind === 'void')
  if (wrongKind) return notFound('its last transaction is of another kind')
  if (status.amountMinor !== sought.amountMinor) return notFound('its last transaction is of another amount')
  if (status.currency !== null && status.currency !== dirhamCode) return notFound('in another currency')
  const { receipt, result } = status
  if (receipt === null || result === null) return notFound('its last transaction has no number or no result')
  if (sought.receipt !== null) {
    return receipt === sought.receipt ? told(status, result) : notFound('its last transaction is another')
  }
  if (sought.otherReceipts.includes(receipt)) return notFound('its last transaction is known to be another')
  const madeAtMs = momentOf(status, sought.at)
  if (madeAtMs === null) return { fate: 'contradictory', detail: 'the record carries no time' }
  return result === '00'
    ? standsByTime(status, madeAtMs, sought)
    : refusedByTime(status, result, madeAtMs, sought)
}

const notFound = (detail: string): Fate => ({ fate: 'notFound', detail })

const told = (status: StatusInformation, result: string): Fate =>
  result === '00'
    ? { fate: 'stands', approval: approvalOf(status) }
    : { fate: 'refused', reason: refusalOf(status, result) }

function standsByTime(status: StatusInformation, madeAtMs: number, sought: Sought): Fate {
  const { at, ageMs, clockToleranceMs: slack } = sought
  const inTime = madeAtMs >= at.utcMs - slack && madeAtMs <= at.utcMs + ageMs + slack
  return inTime ? told(status, '00') : notFound('its last transaction was made at another time')
}

/**
 * What was refused is tried again at once, for the same amount, at the till or by hand on the terminal. So a
 * refusal is ours only if its time is certainly not before our request, and, where the till knows earlier receipts,
 * if it follows one of them directly: nothing that stands can lie between.
 */
function refusedByTime(status: StatusInformation, result: string, madeAtMs: number, sought: Sought): Fate {
  const { at, ageMs, clockToleranceMs: slack, otherReceipts } = sought
  if (madeAtMs < at.utcMs || madeAtMs > at.utcMs + ageMs + slack) {
    return notFound('its last transaction was refused at another time')
  }
  const known = otherReceipts.filter((each) => /^\d{4}$/.test(each))
  const follows = known.length === 0 || known.includes(receiptBefore(status.receipt ?? ''))
  return follows ? told(status, result) : notFound('other transactions lie before the refused one')
}

/** Receipt numbers go from 0001 to 9999 and begin anew (PA00P015 §8, BMP 87). */
const receiptBefore = (receipt: string): string =>
  String(receipt === '0001' ? 9_999 : Number(receipt) - 1).padStart(4, '0')

/**
 * The terminal's MMDD and HHMMSS as an instant, ms since epoch, read on the till's wall clock in the year that
 * brings it nearest to `at`. `null` if it is not said.
 */
export function momentOf(status: StatusInformation, at: ChargeRequest['at']): number | null {
  const day = /^(\d{2})(\d{2})$/.exec(status.date ?? '')
  const clock = /^(\d{2})(\d{2})(\d{2})$/.exec(status.time ?? '')
  if (day === null || clock === null) return null
  const [month, date] = [Number(day[1]), Number(day[2])]
  const [hour, minute, second] = [Number(clock[1]), Number(clock[2]), Number(clock[3])]
  const offsetMs = at.offsetMinutes * 60_000
  const year = new Date(at.utcMs + offsetMs).getUTCFullYear()
  const moments = [year - 1, year, year + 1].map(
    (each) => Date.UTC(each, month - 1, date, hour, minute, second) - offsetMs,
  )
  return moments.reduce((near, each) => (Math.abs(each - at.utcMs) < Math.abs(near - at.utcMs) ? each : near))
}
