import { maskText } from '../masking.ts'
import type { SettleOutcome, TerminalHealth } from '../terminal.ts'
import { approvalOf, refusalOf } from './approval.ts'
import type { FateParts } from './ask-fate.ts'
import { codeOf } from './message.ts'
import { ask, openLine } from './naps-line.ts'
import type { Request } from './requests.ts'
import { plainRequest } from './requests.ts'
import { isSuccess, requestType } from './tags.ts'

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

const no = (code: string, text: string): SettleOutcome => ({ ok: false, reason: { code, text } })

/** One question that moves no money. `text`: the slip that came with the answer, one line each. Never rejects. */
export async function askUpkeep(
  parts: FateParts,
  request: Request,
  timeoutMs: number,
): Promise<SettleOutcome> {
  try {
    const line = await openLine(parts)
    const asked = await ask(line, request, timeoutMs, parts.timers)
    await line.close()
    if (asked.kind === 'lineLost') return no('TILL-LINELOST', asked.detail)
    if (asked.kind === 'noAnswer') return no('TILL-NOANSWER', 'the terminal did not answer')
    if (!isSuccess(codeOf(asked.message))) return { ok: false, reason: refusalOf(asked.message) }
    return { ok: true, text: approvalOf(asked.message).slip.join('\n') }
  } catch (error) {
    return no('TILL-UNREACHABLE', maskText((error as Error).message))
  }
}
