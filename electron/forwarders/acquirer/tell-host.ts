import type { TellAnswer, TellQuestion } from '#drivers/acquirers/acquirer-host.ts'
import type { WaitingForward } from '#electron/ledger/outbox-handles.ts'
import type { ForwardBody } from '#shared/checkout/effect.ts'
import type { Seq } from '#shared/kernel/ids.ts'
import type { Delivery } from '../forwarder.ts'
import type { HostedAcquirer } from './ask-host.ts'
import type { SettlementLedger } from './batch-book.ts'
import { cannotNow, delivered, noAnswer } from './no-answer.ts'

export type TellBody = Extract<ForwardBody, { type: 'tellReversal' | 'tellAdvice' }>

/**
 * Tells a host of one charge that does not stand, or one movement that does, before its batch is asked about. One that
 * the host does not want is shown to a person and holds up nothing: what it makes of the totals comes out by them.
 */
export async function tellHost(
  { host }: HostedAcquirer,
  ledger: SettlementLedger,
  body: TellBody,
  { sends }: Pick<WaitingForward, 'sends'>,
  signal: AbortSignal,
): Promise<Delivery> {
  const question = questionOf(ledger, body, sends > 1)
  const answer = await (body.type === 'tellReversal'
    ? host.reverse(question, signal)
    : host.advise(question, signal))
  return endOf(answer)
}

/** @throws Error when the ledger knows nothing of what the message is about */
function questionOf(ledger: SettlementLedger, body: TellBody, repeat: boolean): TellQuestion {
  const batch = ledger.findBatch(body.batch)
  const attempt = ledger.attempt(body.attemptId)
  if (batch === null || attempt === null) throw new Error('a message is about nothing in the ledger')
  const { amount, terminalSequence } = attempt
  const movement =
    body.type === 'tellAdvice'
      ? ledger.findMovement(body.attemptId)
      : retracted(ledger, body, batch.terminal, batch.through)
  if (movement === null) throw new Error('a message is about a movement that is not in the ledger')
  const { number: batchNumber, frozenAt: at } = batch
  return { stan: body.stan, at, repeat, batchNumber, amount, movement, terminalSequence }
}

function retracted(
  ledger: SettlementLedger,
  { attemptId }: TellBody,
  terminal: string,
  through: Seq,
): TellQuestion['movement'] | null {
  const found = ledger
    .retractedAttempts(terminal, 0 as Seq, through)
    .find((attempt) => attempt.attemptId === attemptId)
  return found === undefined ? null : { kind: found.kind, approval: found.approval, at: found.startedAt }
}

function endOf(answer: TellAnswer): Delivery {
  if (answer.answer === 'none') return noAnswer(answer)
  if (answer.answer === 'taken') return delivered
  if (answer.again) return cannotNow(answer)
  return { end: 'setAside', trouble: 'refused', detail: `${answer.code} ${answer.text}`.trim() }
}
