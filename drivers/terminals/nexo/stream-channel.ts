import { LengthPrefixedDecoder, lengthPrefixed } from '#drivers/framing/length-prefixed.ts'
import { openLink } from '#drivers/transport/open-link.ts'
import type { Timers } from '#drivers/transport/timers.ts'
import type { Link, Transport } from '#drivers/transport/transport.ts'
import {
  type Exchange,
  type Exchanged,
  largestMessage,
  type NexoChannel,
  notSent,
  onceAborted,
} from './nexo-channel.ts'

export interface StreamParts {
  readonly transport: Transport
  readonly timers: Timers
  readonly connectMs: number
  /** Aborted when the driver is closed: every exchange ends as if its line was lost. */
  readonly closing: AbortSignal
}

const openingBrace = 0x7b

const otherProtocol: Exchanged<never> = {
  kind: 'otherProtocol',
  detail: 'something answers, but not in nexo',
}

/** nexo on a plain stream: each message behind its length in four bytes. */
export function streamChannel(parts: StreamParts): NexoChannel {
  return {
    async exchange<T>(exchange: Exchange<T>): Promise<Exchanged<T>> {
      const { transport, timers, connectMs, closing } = parts
      let link: Link
      try {
        link = await openLink(transport, timers, connectMs, closing, exchange.calledOff)
      } catch (error) {
        return notSent('unreachable', (error as Error).message)
      }
      try {
        if (exchange.calledOff.aborted) return notSent('unreachable', 'called off')
        return await talk(link, exchange, closing)
      } finally {
        await link.close()
      }
    },
  }
}

/** Sends the message on an open link and hears until its answer comes. */
function talk<T>(link: Link, exchange: Exchange<T>, closing: AbortSignal): Promise<Exchanged<T>> {
  const { judge, onNoise, overdue } = exchange
  return new Promise((resolve) => {
    let others = false
    let noise = 0
    const forget: (() => void)[] = []
    const end = (exchanged: Exchanged<T>): void => {
      for (const each of forget) each()
      resolve(exchanged)
    }
    /** Something was said, and none of it was nexo. */
    const strange = (): boolean => noise > 0 && !others
    const dropped = (count: number): void => {
      noise += count
      onNoise(count)
    }
    const decoder = new LengthPrefixedDecoder({
      largest: largestMessage,
      opens: (byte) => byte === openingBrace,
      onDiscarded: dropped,
      onFrame: (bytes) => {
        const judged = judge(new TextDecoder().decode(bytes))
        if (judged.is === 'nonsense') dropped(bytes.length)
        else if (judged.is === 'other') others = true
        else end({ kind: 'answer', answer: judged.answer })
      },
    })
    forget.push(
      link.onData((bytes) => decoder.feed(bytes)),
      link.onClose((reason) => {
        const detail = reason.kind === 'canceled' ? 'closed by the till' : reason.detail
        end(strange() ? otherProtocol : { kind: 'lineLost', detail })
      }),
      onceAborted(closing, () => end({ kind: 'lineLost', detail: 'closed by the till' })),
      onceAborted(overdue, () =>
        end(
          strange()
            ? otherProtocol
            : { kind: 'noAnswer', heard: others ? 'otherMessages' : 'nothing', detail: 'no answer in time' },
        ),
      ),
    )
    exchange.onSending()
    link.write(lengthPrefixed(new TextEncoder().encode(exchange.text))).catch((error: Error) => {
      end({ kind: 'lineLost', detail: error.message })
    })
  })
}
