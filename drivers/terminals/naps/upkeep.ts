import type { DeclineReason } from '#shared/kernel/attempt.ts'
import { maskText } from '../masking.ts'
import { notSettled, notTold } from '../outcomes.ts'
import type { ServiceOutcome, SettleOutcome, TerminalHealth } from '../terminal.ts'
import { approvalOf, refusalOf } from './approval.ts'
import type { FateParts } from './ask-fate.ts'
import { dayTotals } from './day-totals.ts'
import type { NapsMessage } from './message.ts'
import { codeOf } from './message.ts'
import type { NapsLine } from './naps-line.ts'
import { ask, openLine } from './naps-line.ts'
import type { Request } from './requests.ts'
import { plainRequest } from './requests.ts'
import { isCode, isSuccess, requestType } from './tags.ts'

/** 009: reaches the terminal and asks whether it is well (guide v1.1 §III.2). Never rejects. */
export async function askHealth(parts: FateParts): Promise<TerminalHealth> {
  try {
    const line = await openLine(parts)
    const request = plainRequest(requestType.networkTest, parts.origin(), parts.serviceSequence())
    const asked = await ask(line, request, parts.timings.messageMs, parts.timers)
    await line.close()
    if (asked.kind === 'lineLost') return { ok: false, reason: 'noAnswer', text: asked.detail }
    if (asked.kind === 'noAnswer') {
      return asked.heard === 'noise'
        ? { ok: false, reason: 'otherProtocol', text: 'something answers, but not in NAPS' }
        : { ok: false, reason: 'noAnswer', text: 'the terminal does not answer' }
    }
    const code = codeOf(asked.message)
    return isSuccess(code)
      ? { ok: true, text: `NAPS ${code}` }
      : { ok: false, reason: 'noAnswer', text: `response code ${refusalOf(asked.message).code}` }
  } catch (error) {
    return { ok: false, reason: 'unreachable', text: maskText((error as Error).message) }
  }
}

/** How a question that moves no money ended. `notSent`: not a byte of it left. */
type Served =
  | { readonly kind: 'answer'; readonly message: NapsMessage }
  | { readonly kind: 'refused' | 'noAnswer' | 'notSent'; readonly reason: DeclineReason }

/** `text`: the slip that came with the answer, one line each. Never rejects. */
export async function askUpkeep(
  parts: FateParts,
  request: Request,
  timeoutMs: number,
): Promise<ServiceOutcome> {
  const served = await serve(parts, request, timeoutMs)
  if (served.kind !== 'answer') return { ok: false, reason: served.reason }
  return { ok: true, text: slipOf(served.message) }
}

/** 010: the terminal sends its day to the acquirer (guide v1.1 §III.2). Never rejects. */
export async function endDay(parts: FateParts): Promise<SettleOutcome> {
  const request = plainRequest(requestType.totals, parts.origin(), parts.serviceSequence())
  const served = await serve(parts, request, parts.timings.longMs)
  if (served.kind === 'notSent') return notTold(served.reason)
  if (served.kind !== 'answer') return notSettled(served.reason)
  return { ok: true, text: slipOf(served.message), told: dayTotals(served.message) }
}

const slipOf = (message: NapsMessage): string => approvalOf(message).slip.join('\n')

async function serve(parts: FateParts, request: Request, timeoutMs: number): Promise<Served> {
  let line: NapsLine
  try {
    line = await openLine(parts)
  } catch (error) {
    const reason = { code: 'TILL-UNREACHABLE', text: maskText((error as Error).message) }
    return { kind: 'notSent', reason }
  }
  const asked = await ask(line, request, timeoutMs, parts.timers)
  await line.close()
  const unanswered = (code: string, text: string): Served => ({ kind: 'noAnswer', reason: { code, text } })
  if (asked.kind === 'lineLost') return unanswered('TILL-LINELOST', asked.detail)
  if (asked.kind === 'noAnswer') return unanswered('TILL-NOANSWER', 'the terminal did not answer')
  const { message } = asked
  if (isSuccess(codeOf(message))) return { kind: 'answer', message }
  // A refusal whose code did not survive the line is no refusal.
  if (!isCode(codeOf(message))) return unanswered('TILL-NOANSWER', 'unreadable response code')
  return { kind: 'refused', reason: refusalOf(message) }
}
