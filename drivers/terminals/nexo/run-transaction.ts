import { pause } from '#drivers/transport/timers.ts'
import { maskText } from '../masking.ts'
import { declined, unknown } from '../outcomes.ts'
import type { ChargeHooks, ChargeOutcome } from '../terminal.ts'
import { type MoneyAnswer, readMoneyAnswer, type Transaction } from './approval.ts'
import { type Answer, ask, type NexoParts, unanswered } from './ask.ts'
import { abortRequest, type MessageReference, type NexoRequest } from './messages.ts'
import { onceAborted } from './nexo-channel.ts'

export interface TransactionRun {
  readonly request: NexoRequest
  readonly transaction: Transaction
  readonly hooks: ChargeHooks
}

/**
 * Sends one payment, refund or reversal and waits for its answer, which is final: nexo has no second phase, so
 * nothing confirms it. When the cashier cancels, the terminal is told on a second line to stop; what it then says
 * of the transaction itself decides, also when that is an approval that came first.
 */
export async function runTransaction(parts: NexoParts, run: TransactionRun): Promise<ChargeOutcome> {
  const { request, transaction, hooks } = run
  const { timers, timings } = parts
  const overdue = new AbortController()
  const forget: (() => void)[] = []
  const cancel = (): void => {
    hooks.onStep('cancelling', '')
    forget.push(timers.after(timings.cancelMs, () => overdue.abort()))
    void keepTelling(parts, referenceTo(request, transaction), overdue.signal)
  }
  hooks.onStep('connecting', '')
  const asked = await ask(parts, request, {
    timeoutMs: timings.paymentMs,
    calledOff: hooks.signal,
    overdue: overdue.signal,
    onSending: () => {
      hooks.onStep(transaction.category === 'Payment' ? 'presentCard' : 'authorising', '')
      forget.push(onceAborted(hooks.signal, cancel))
    },
  })
  for (const each of forget) each()
  // The line of the abort has no more to wait for either.
  overdue.abort()
  if (asked.kind === 'notSent') {
    return hooks.signal.aborted
      ? declined('TILL-CANCELLED')
      : declined('TILL-UNREACHABLE', maskText(asked.detail))
  }
  if (asked.kind !== 'answer') return unanswered(asked)
  const outcome = outcomeOf(moneyAnswer(asked.answer, transaction))
  if (outcome.outcome === 'approved') hooks.onStep('removeCard', '')
  return outcome
}

/**
 * Told once, a terminal that had not yet taken up the payment would have ignored it, and gone on to wait for a
 * card. So it is told again until the transaction is answered; to stop twice is to stop.
 */
async function keepTelling(parts: NexoParts, about: MessageReference, answered: AbortSignal): Promise<void> {
  while (!answered.aborted && !parts.closing.aborted) {
    await tellToStop(parts, about, answered)
    await pause(parts.timers, parts.timings.pollMs, answered)
  }
}

/** Asks the terminal to stop a transaction. On a stream nothing answers that, so little is waited for. Best effort. */
export async function tellToStop(
  parts: NexoParts,
  about: MessageReference,
  overdue: AbortSignal,
): Promise<void> {
  const request = abortRequest(parts.parties, parts.passingId(), about)
  await ask(parts, request, { timeoutMs: parts.timings.pollMs, calledOff: overdue, overdue })
}

const referenceTo = ({ serviceId }: NexoRequest, { category }: Transaction): MessageReference => ({
  category,
  serviceId,
})

function moneyAnswer(answer: Answer, transaction: Transaction): MoneyAnswer {
  if (answer.kind === 'answer') return readMoneyAnswer(answer.response, transaction, answer.poiId)
  // A message that the terminal says it could not read may be another of ours than this one.
  return { kind: 'contradictory', detail: answer.detail }
}

/** What an answer about money makes of the attempt. */
export function outcomeOf(answer: MoneyAnswer): ChargeOutcome {
  switch (answer.kind) {
    case 'approved':
      return { outcome: 'approved', approval: answer.approval }
    case 'refused':
      return { outcome: 'declined', reason: answer.reason }
    case 'contradictory':
      return unknown('answersDisagree', answer.detail)
  }
}
