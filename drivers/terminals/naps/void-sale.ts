import { pause } from '#drivers/transport/timers.ts'
import { declined, unknown } from '../outcomes.ts'
import { overFreshLine } from '../over-fresh-line.ts'
import type { ChargeHooks, ChargeOutcome, RecoverRequest, VoidRequest } from '../terminal.ts'
import { approvalOf, refusalOf } from './approval.ts'
import { askFate, type FateParts } from './ask-fate.ts'
import { codeOf, field } from './message.ts'
import type { Asked, NapsLine } from './naps-line.ts'
import { ask, openLine } from './naps-line.ts'
import { sequenceText, voidExecuteRequest, voidLookupRequest } from './requests.ts'
import { isSuccess, requestType, tag } from './tags.ts'

/**
 * Voids the last approved sale of this business day: 003 looks it up, 004 with the same NS executes (guide v1.1
 * §III.2.3–4). NapsPay 5.4.4 may answer 003 with 104 at once: done then. `approved` means voided; 480 counts too.
 * Once 003 left it is not cancelled any more: whether it was executed could only be asked for.
 */
export async function voidSale(
  parts: FateParts,
  request: VoidRequest,
  hooks: ChargeHooks,
): Promise<ChargeOutcome> {
  const stan = request.approval.trace
  if (stan === null) return declined('TILL-NOTRACE', 'the sale carries no STAN')
  return overFreshLine(
    hooks,
    () => openLine(parts, hooks.signal),
    async (line) => {
      try {
        return await runVoid(line, parts, request, stan)
      } finally {
        await line.close()
      }
    },
  )
}

/**
 * What became of a void whose answer was lost: the record of the sale it was to undo says so (108: 480 is cancelled).
 * Asked only once 004 can no longer be under way.
 */
export async function recoverVoid(
  parts: FateParts,
  request: RecoverRequest,
  signal: AbortSignal,
): Promise<ChargeOutcome> {
  const { undoes, amount, ageMs } = request
  const stan = undoes?.trace ?? null
  if (undoes === undefined || stan === null) {
    return unknown('terminalDoesNotRemember', 'the sale that was to be undone carries no STAN')
  }
  const waitMs = Math.max(0, parts.timings.messageMs - ageMs)
  await pause(parts.timers, waitMs, signal)
  if (signal.aborted) return unknown('noAnswer', 'gave up waiting')
  const sought = { amountMinor: amount, stan, otherStans: [], ageMs: ageMs + waitMs }
  const fate = await askFate(parts, sought, signal)
  switch (fate.fate) {
    case 'cancelled':
      return { outcome: 'approved', approval: undoes }
    case 'stands':
      return declined('TILL-STANDS', 'the terminal says that the sale stands')
    case 'refused':
      return unknown('answersDisagree', `the record of a sale says ${fate.code}`)
    case 'notFound':
      return unknown('terminalDoesNotRemember', 'the terminal has no such record')
    case 'contradictory':
      return unknown('answersDisagree', fate.detail)
    case 'noAnswer':
    case 'lineLost':
      return unknown(fate.fate, fate.detail)
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
  if (found.message.type === '104') return voidAnswered(found, stan)
  if (!isSuccess(codeOf(found.message))) return { outcome: 'declined', reason: refusalOf(found.message) }
  const named = field(found.message, tag.stan)
  if (named !== undefined && named !== stan) {
    // Nothing was executed yet: looking up another sale is a refusal of ours.
    return declined('TILL-OTHERSALE', 'the terminal found another sale')
  }
  const [date = '', time = ''] = request.approval.terminalTime?.split(' ') ?? []
  const execute = voidExecuteRequest(parts.origin(), sequence, request.amount, {
    stan,
    date: field(found.message, tag.transactionDate) ?? date,
    time: field(found.message, tag.transactionTime) ?? time,
  })
  return voidAnswered(await ask(line, execute, timings.messageMs, timers), stan)
}

function voidAnswered(asked: Asked, stan: string): ChargeOutcome {
  if (asked.kind !== 'answer') return unanswered(asked)
  const { message } = asked
  const code = codeOf(message)
  const named = field(message, tag.stan)
  if (named !== undefined && named !== stan) return unknown('answersDisagree', 'an answer about another sale')
  // A refusal whose code did not survive the line is no refusal.
  if (!/^[0-9A-Za-z]{3}$/.test(code)) return unknown('answersDisagree', 'unreadable response code')
  return isSuccess(code) || code === '480'
    ? { outcome: 'approved', approval: approvalOf(message) }
    : { outcome: 'declined', reason: refusalOf(message) }
}

const unanswered = (asked: Exclude<Asked, { kind: 'answer' }>): ChargeOutcome =>
  asked.kind === 'lineLost'
    ? unknown('lineLost', asked.detail)
    : unknown('noAnswer', `no answer to ${requestType.voidLookup}/${requestType.voidExecute}`)
