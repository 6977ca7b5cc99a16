import type { ChargeOutcome, VoidRequest } from '../terminal.ts'
import { approvalOf, refusalOf } from './approval.ts'
import type { FateParts } from './ask-fate.ts'
import { codeOf, field } from './message.ts'
import type { Asked, NapsLine } from './naps-line.ts'
import { ask, openLine } from './naps-line.ts'
import { sequenceText, voidExecuteRequest, voidLookupRequest } from './requests.ts'
import { isSuccess, requestType, tag } from './tags.ts'

/**
 * Voids the last approved sale of this business day: 003 looks it up, 004 with the same NS executes (guide v1.1
 * §III.2.3–4). NapsPay 5.4.4 may answer 003 with 104 at once: done then. `approved` means voided; 480 counts too.
 */
export async function voidSale(parts: FateParts, request: VoidRequest): Promise<ChargeOutcome> {
  const stan = request.approval.trace
  if (stan === null) {
    return { outcome: 'declined', reason: { code: 'TILL-NOTRACE', text: 'the sale carries no STAN' } }
  }
  let line: NapsLine
  try {
    line = await openLine(parts)
  } catch (error) {
    return { outcome: 'declined', reason: { code: 'TILL-UNREACHABLE', text: (error as Error).message } }
  }
  try {
    return await runVoid(line, parts, request, stan)
  } finally {
    await line.close()
  }
}

async function runVoid(
  line: NapsLine,
  parts: FateParts,
  request: VoidRequest,
  stan: string,
): Promise<ChargeOutcome> {
  const { timers, timings } = parts
  const sequence = sequenceText(request.sequence)
  const lookup = voidLookupRequest(parts.origin(), sequence, request.amount, stan)
  const found = await ask(line, lookup, timings.messageMs, timers, '104')
  if (found.kind !== 'answer') return unanswered(found)
  if (found.message.type === '104') return voidAnswered(found)
  if (!isSuccess(codeOf(found.message))) return { outcome: 'declined', reason: refusalOf(found.message) }
  const named = field(found.message, tag.stan)
  if (named !== undefined && named !== stan) {
    // Nothing was executed yet: looking up another sale is a refusal of ours.
    return {
      outcome: 'declined',
      reason: { code: 'TILL-OTHERSALE', text: 'the terminal found another sale' },
    }
  }
  const [date = '', time = ''] = request.approval.terminalTime?.split(' ') ?? []
  const execute = voidExecuteRequest(parts.origin(), sequence, request.amount, {
    stan,
    date: field(found.message, tag.transactionDate) ?? date,
    time: field(found.message, tag.transactionTime) ?? time,
  })
  return voidAnswered(await ask(line, execute, timings.messageMs, timers))
}

function voidAnswered(asked: Asked): ChargeOutcome {
  if (asked.kind !== 'answer') return unanswered(asked)
  const code = codeOf(asked.message)
  const done = isSuccess(code) || code === '480'
  return done
    ? { outcome: 'approved', approval: approvalOf(asked.message) }
    : { outcome: 'declined', reason: refusalOf(asked.message) }
}

const unanswered = (asked: Exclude<Asked, { kind: 'answer' }>): ChargeOutcome =>
  asked.kind === 'lineLost'
    ? { outcome: 'unknown', cause: 'lineLost', detail: asked.detail }
    : {
        outcome: 'unknown',
        cause: 'noAnswer',
        detail: `no answer to ${requestType.voidLookup}/${requestType.voidExecute}`,
      }
