import { pause } from '#drivers/transport/timers.ts'
import { type MoneyAnswer, readMoneyAnswer, refusalOf, type Transaction } from './approval.ts'
import { type Asked, ask, type NexoParts } from './ask.ts'
import { type JsonObject, objectAt, textAt } from './json.ts'
import { type MessageReference, type Parties, statusRequest } from './messages.ts'

/** What the terminal says of a transaction when it is asked (TransactionStatus). */
export type Fate =
  | { readonly fate: 'decided'; readonly answer: MoneyAnswer }
  /** It is at it, or too busy to say. */
  | { readonly fate: 'pending' }
  /** It has heard of no such request so far. */
  | { readonly fate: 'notFound' }
  | { readonly fate: 'contradictory' | 'noAnswer' | 'lineLost'; readonly detail: string }

/** Asks once; a terminal that cannot be reached yet is tried again a few times. `signal` ends that. Never rejects. */
export async function askFate(
  parts: NexoParts,
  about: MessageReference,
  transaction: Transaction,
  signal: AbortSignal,
): Promise<Fate> {
  const { timers, timings, parties } = parts
  let asked: Asked = { kind: 'lineLost', detail: 'gave up waiting' }
  for (const [index, ms] of [0, ...timings.reconnectMs].entries()) {
    if (index > 0) await pause(timers, ms, signal)
    if (index > 0 && signal.aborted) break
    const request = statusRequest(parties, parts.passingId(), about)
    asked = await ask(parts, request, { timeoutMs: timings.messageMs })
    // The question moves no money, so a line that broke is simply tried again.
    if (asked.kind !== 'lineLost' && asked.kind !== 'notSent') break
  }
  return readFate(asked, about, transaction, parties)
}

function readFate(asked: Asked, about: MessageReference, transaction: Transaction, parties: Parties): Fate {
  switch (asked.kind) {
    case 'notSent':
      return { fate: 'lineLost', detail: asked.detail }
    case 'lineLost':
    case 'noAnswer':
      return { fate: asked.kind, detail: asked.detail }
    case 'otherProtocol':
      return { fate: 'contradictory', detail: asked.detail }
  }
  const { answer } = asked
  if (answer.kind !== 'answer') return { fate: 'contradictory', detail: answer.detail }
  const { response } = answer
  if (textAt(response, 'Response', 'Result') === 'Success') {
    return readRepeated(response, about, transaction, parties)
  }
  const { code } = refusalOf(response)
  if (code === 'InProgress' || code === 'Busy') return { fate: 'pending' }
  if (code === 'NotFound') return { fate: 'notFound' }
  return { fate: 'noAnswer', detail: `the terminal does not say: ${code}` }
}

/** The answer it gave, given again. It must carry the header of the transaction asked about. */
function readRepeated(
  response: JsonObject,
  about: MessageReference,
  transaction: Transaction,
  { saleId, poiId }: Parties,
): Fate {
  const repeated = objectAt(response, 'RepeatedMessageResponse')
  const header = objectAt(repeated, 'MessageHeader')
  const same =
    textAt(header, 'ServiceID') === about.serviceId &&
    textAt(header, 'MessageCategory') === about.category &&
    (textAt(header, 'SaleID') ?? saleId) === saleId
  const body = objectAt(repeated, 'RepeatedResponseMessageBody', `${about.category}Response`)
  if (!same || body === undefined) {
    return { fate: 'contradictory', detail: 'the terminal repeats the answer to something else' }
  }
  return { fate: 'decided', answer: readMoneyAnswer(body, transaction, poiId) }
}
