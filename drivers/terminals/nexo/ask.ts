import type { Timers } from '#drivers/transport/timers.ts'
import { unknown } from '../outcomes.ts'
import type { ChargeOutcome } from '../terminal.ts'
import type { WireLine } from '../wire-line.ts'
import { readJson, writeJson } from './json.ts'
import type { NexoRequest, Parties } from './messages.ts'
import { type Exchanged, type Judged, type NexoChannel, onceAborted } from './nexo-channel.ts'
import { type Reply, readReply } from './reply.ts'
import type { MessageSeal } from './security.ts'
import type { NexoTimings } from './timings.ts'
import { describe } from './trace.ts'

/** What all operations of one driver share. */
export interface NexoParts {
  readonly channel: NexoChannel
  readonly parties: Parties
  readonly timers: Timers
  readonly timings: NexoTimings
  /** `null`: messages travel in clear. */
  readonly seal: MessageSeal | null
  readonly onWire: (line: WireLine) => void
  /** Aborted when the driver is closed. */
  readonly closing: AbortSignal
  /** For a message about nothing durable. */
  readonly passingId: () => string
}

/** A message that is to our request and no other. */
export type Answer = Extract<Reply, { kind: 'answer' | 'forged' | 'rejected' }>
export type Asked = Exchanged<Answer>

export interface AskOptions {
  /** From the moment the message leaves. */
  readonly timeoutMs: number
  readonly onSending?: () => void
  /** Gives up as long as nothing was sent. */
  readonly calledOff?: AbortSignal
  /** Ends the wait before its time. */
  readonly overdue?: AbortSignal
}

const never = new AbortController().signal

/** Sends one request and waits for its answer. Never rejects. */
export async function ask(parts: NexoParts, request: NexoRequest, options: AskOptions): Promise<Asked> {
  const { channel, seal, timers, onWire } = parts
  const overdue = new AbortController()
  const forget = onceAborted(options.overdue ?? never, () => overdue.abort())
  let cancelWait = (): void => undefined
  const asked = await channel.exchange<Answer>({
    text:
      seal === null
        ? request.text
        : writeJson({ SaleToPOIRequest: { MessageHeader: request.header, ...seal.seal(request.text) } }),
    judge: (text) => judge(text, request, parts),
    onNoise: (count) => onWire({ direction: 'noise', text: `${count} bytes dropped` }),
    onSending: () => {
      onWire({ direction: 'out', text: describe(readJson(request.text) ?? {}) })
      cancelWait = timers.after(options.timeoutMs, () => overdue.abort())
      options.onSending?.()
    },
    calledOff: options.calledOff ?? never,
    overdue: overdue.signal,
  })
  cancelWait()
  forget()
  return asked
}

function judge(text: string, request: NexoRequest, { seal, onWire }: NexoParts): Judged<Answer> {
  const reply = readReply(text, request, seal)
  switch (reply.kind) {
    case 'nonsense':
      return { is: 'nonsense' }
    case 'other':
      onWire({ direction: 'in', text: describe(reply.message, ' (to something else: dropped)') })
      return { is: 'other' }
    case 'forged':
      onWire({ direction: 'in', text: `not believed: ${reply.detail}` })
      return { is: 'ours', answer: reply }
    case 'answer':
    case 'rejected':
      onWire({ direction: 'in', text: describe(reply.message) })
      return { is: 'ours', answer: reply }
  }
}

/** What a transaction's fate is where its request left and no believable answer came. */
export function unanswered(asked: Exclude<Asked, { kind: 'answer' } | { kind: 'notSent' }>): ChargeOutcome {
  switch (asked.kind) {
    case 'noAnswer':
      return unknown(asked.heard === 'otherMessages' ? 'answersDisagree' : 'noAnswer', asked.detail)
    case 'otherProtocol':
      return unknown('answersDisagree', asked.detail)
    case 'lineLost':
      return unknown('lineLost', asked.detail)
  }
}
