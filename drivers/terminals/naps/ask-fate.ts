import { pause } from '#drivers/transport/timers.ts'
import type { Approval } from '#shared/kernel/attempt.ts'
import { approvalOf, refusalOf } from './approval.ts'
import type { NapsMessage } from './message.ts'
import { amountOf, codeOf, field } from './message.ts'
import type { Asked, LineParts } from './naps-line.ts'
import { ask, openLine } from './naps-line.ts'
import type { Origin } from './requests.ts'
import { duplicateRequest } from './requests.ts'
import { isCancelled, isCode, isSuccess, isSystemTrouble, tag } from './tags.ts'

/** What the terminal's own record says of an attempt (008/108). */
export type Fate =
  | { readonly fate: 'stands'; readonly approval: Approval }
  | { readonly fate: 'cancelled' | 'refused'; readonly code: string; readonly text: string }
  /** Another transaction, or none. Not proof that ours never was. */
  | { readonly fate: 'notFound' }
  | { readonly fate: 'contradictory'; readonly detail: string }
  | { readonly fate: 'noAnswer' | 'lineLost'; readonly detail: string }

/** The attempt asked about. */
export interface Sought {
  readonly amountMinor: number
  /** `null`: no 101 came; the terminal's last record is compared by amount and time. */
  readonly stan: string | null
  /** STANs of records known to be of other attempts. */
  readonly otherStans: readonly string[]
  /** How long ago the request left, ms, at `nowMs`. */
  readonly ageMs: number
}

/** Rounding of the terminal's seconds, twice. */
const clockSlackMs = 3_000
/** How far a difference of two times in whole seconds may be off. */
const secondsMs = 1_000

/** Judges a 108. Times are compared on the terminal's clock alone: it is never the till's. */
function readFate(message: NapsMessage, sought: Sought): Fate {
  const code = codeOf(message)
  const stan = field(message, tag.stan) ?? ''
  if (isSystemTrouble(code)) return { fate: 'noAnswer', detail: `response code ${code}` }
  if (sought.stan !== null && stan !== sought.stan) return { fate: 'notFound' }
  if (amountOf(message) !== sought.amountMinor) return { fate: 'notFound' }
  if (sought.stan === null) {
    if (sought.otherStans.includes(stan)) return { fate: 'notFound' }
    const recordAgeMs = recordAge(message)
    if (recordAgeMs === null) return { fate: 'contradictory', detail: 'the record carries no time' }
    if (recordAgeMs > sought.ageMs + clockSlackMs || recordAgeMs < -clockSlackMs) return { fate: 'notFound' }
    // A charge refused or taken back is tried again at once, for the same amount: "it was not taken" is ours only if
    // the record is certainly younger than our request.
    const certainly = recordAgeMs + secondsMs <= sought.ageMs
    if (!isSuccess(code) && !certainly) return { fate: 'notFound' }
  }
  const { text } = refusalOf(message)
  if (isCancelled(code)) return { fate: 'cancelled', code, text }
  if (!isSuccess(code)) {
    if (code === '302' || !isCode(code)) return { fate: 'notFound' }
    return { fate: 'refused', code, text }
  }
  const approval = approvalOf(message)
  // "Success" may mean that the copy was found, whatever it is a copy of.
  if (approval.slip.some((line) => /ANNUL|REFUS|CANCEL|DECLIN/i.test(line))) {
    return { fate: 'contradictory', detail: 'the record is a success whose receipt says otherwise' }
  }
  return { fate: 'stands', approval }
}

/** How long before its answer the terminal made the record, ms; `null` if it does not say. */
function recordAge(message: NapsMessage): number | null {
  const made = moment(field(message, tag.transactionDate), field(message, tag.transactionTime))
  const now = moment(field(message, tag.date), field(message, tag.time))
  return made === null || now === null ? null : now - made
}

function moment(date: string | undefined, time: string | undefined): number | null {
  const day = /^(\d{2})(\d{2})(\d{4})$/.exec(date ?? '')
  const clock = /^(\d{2})(\d{2})(\d{2})$/.exec(time ?? '')
  if (day === null || clock === null) return null
  const [, dd, mm, yyyy] = day
  const [, hh, mi, ss] = clock
  return Date.UTC(Number(yyyy), Number(mm) - 1, Number(dd), Number(hh), Number(mi), Number(ss))
}

export interface FateParts extends LineParts {
  readonly origin: () => Origin
  readonly serviceSequence: () => string
}

/**
 * Asks once, and once more if the record is so young, on the terminal's own clock, that it may still be reversed: how
 * long ago the till asked is only what the till's clock says, and that may have jumped. The signal ends it early
 * as `noAnswer`. Never rejects.
 */
export async function askFate(parts: FateParts, sought: Sought, signal: AbortSignal): Promise<Fate> {
  const { timers, timings } = parts
  const started = timers.nowMs()
  const seekNow = (): Sought => ({ ...sought, ageMs: sought.ageMs + timers.nowMs() - started })
  const first = await askOnce(parts, sought.stan, signal)
  if (first.kind !== 'answer') return noFate(first)
  const fate = readFate(first.message, seekNow())
  const ageMs = recordAge(first.message)
  const finalAtMs = timings.windowMs + timings.windowMarginMs
  if (fate.fate !== 'stands' || ageMs === null || ageMs >= finalAtMs) return fate
  await pause(timers, finalAtMs - Math.max(0, ageMs), signal)
  if (signal.aborted) return { fate: 'noAnswer', detail: 'gave up waiting' }
  const second = await askOnce(parts, sought.stan, signal)
  return second.kind === 'answer' ? readFate(second.message, seekNow()) : noFate(second)
}

async function askOnce(parts: FateParts, stan: string | null, signal: AbortSignal): Promise<Asked> {
  for (const [index, ms] of [0, ...parts.timings.reconnectMs].entries()) {
    if (index > 0) await pause(parts.timers, ms, signal)
    if (signal.aborted) return { kind: 'lineLost', detail: 'gave up waiting' }
    try {
      const line = await openLine(parts, signal)
      const request = duplicateRequest(parts.origin(), parts.serviceSequence(), stan ?? '000000')
      const asked = await ask(line, request, parts.timings.messageMs, parts.timers)
      await line.close()
      if (asked.kind !== 'lineLost') return asked
    } catch {
      // Not there yet: a terminal that restarted needs its time.
    }
  }
  return { kind: 'lineLost', detail: 'the terminal could not be reached' }
}

const noFate = (asked: Exclude<Asked, { kind: 'answer' }>): Fate =>
  asked.kind === 'lineLost'
    ? { fate: 'lineLost', detail: asked.detail }
    : { fate: 'noAnswer', detail: 'the terminal did not answer' }
