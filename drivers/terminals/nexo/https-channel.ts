import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http'
import type { TLSSocket } from 'node:tls'
import { openLink } from '#drivers/transport/open-link.ts'
import { secured, TlsError } from '#drivers/transport/tls.node.ts'
import type { Link } from '#drivers/transport/transport.ts'
import { isTerminalName } from './certificate-name.ts'
import {
  type Exchange,
  type Exchanged,
  largestMessage,
  type NexoChannel,
  notSent,
  onceAborted,
} from './nexo-channel.ts'
import type { StreamParts } from './stream-channel.ts'

export interface HttpsParts extends StreamParts {
  readonly poiId: string
  /** Certificate authorities the terminal's certificate must come from, PEM. */
  readonly ca?: string
}

/** nexo as Adyen's terminals speak it in the shop: `POST /nexo` over TLS, one request a connection. */
export function httpsChannel(parts: HttpsParts): NexoChannel {
  return {
    async exchange<T>(exchange: Exchange<T>): Promise<Exchanged<T>> {
      const { transport, timers, connectMs, closing } = parts
      // The handshake is part of opening: until it is through, not a byte of the message has left.
      const limit = new AbortController()
      const cancelLimit = timers.after(connectMs, () => limit.abort())
      let link: Link | null = null
      try {
        link = await openLink(transport, timers, connectMs, closing, exchange.calledOff)
        const socket = await secured(link, {
          ...(parts.ca === undefined ? {} : { ca: parts.ca }),
          isName: ({ subject }) => isTerminalName([subject?.CN].flat().join(), parts.poiId),
          signal: AbortSignal.any([limit.signal, closing, exchange.calledOff]),
        })
        cancelLimit()
        if (exchange.calledOff.aborted) return notSent('unreachable', 'called off')
        return await post(socket, exchange, closing).finally(() => socket.destroy())
      } catch (error) {
        // Who takes the connection and never shakes hands speaks something else.
        const why = limit.signal.aborted && link !== null ? 'otherProtocol' : whyNot(error)
        return notSent(why, (error as Error).message)
      } finally {
        cancelLimit()
        await link?.close()
      }
    },
  }
}

const whyNot = (error: unknown): 'unreachable' | 'untrusted' | 'otherProtocol' => {
  const trouble = error instanceof TlsError ? error.trouble : 'lost'
  return trouble === 'untrusted' ? 'untrusted' : trouble === 'notTls' ? 'otherProtocol' : 'unreachable'
}

/** Sends the message over a secure line and reads its answer. Never rejects. */
function post<T>(socket: TLSSocket, exchange: Exchange<T>, closing: AbortSignal): Promise<Exchanged<T>> {
  const body = new TextEncoder().encode(exchange.text)
  return new Promise((resolve) => {
    const forget: (() => void)[] = []
    let answering = false
    const end = (exchanged: Exchanged<T>): void => {
      for (const each of forget) each()
      resolve(exchanged)
      request.destroy()
    }
    exchange.onSending()
    const request: ClientRequest = httpRequest({
      method: 'POST',
      path: '/nexo',
      headers: { 'Content-Type': 'application/json', 'Content-Length': body.length, Connection: 'close' },
      createConnection: () => socket,
    })
    // Node tells a broken line and a broken answer apart only by code.
    request.on('error', (error: NodeJS.ErrnoException) => {
      const garbled = error.code?.startsWith('HPE_') ?? false
      end({ kind: garbled ? 'otherProtocol' : 'lineLost', detail: error.message })
    })
    request.on('close', () => {
      // With an answer under way, its own end or breaking off decides.
      if (!answering) end({ kind: 'lineLost', detail: 'the terminal closed the connection' })
    })
    request.on('response', (response) => {
      answering = true
      collect(response).then(
        (text) => end(text === null ? tooLong : judgeResponse(response.statusCode ?? 0, text, exchange)),
        (error: Error) => end({ kind: 'lineLost', detail: error.message }),
      )
    })
    forget.push(
      onceAborted(closing, () => end({ kind: 'lineLost', detail: 'closed by the till' })),
      onceAborted(exchange.overdue, () =>
        end({ kind: 'noAnswer', heard: 'nothing', detail: 'no answer in time' }),
      ),
    )
    request.end(body)
  })
}

const tooLong: Exchanged<never> = { kind: 'otherProtocol', detail: 'the answer has no end' }

/** @returns `null` for more than any answer holds. Rejects when the line went before its end. */
async function collect(response: IncomingMessage): Promise<string | null> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of response as AsyncIterable<Uint8Array>) {
    size += piece.length
    if (size > largestMessage) return null
    pieces.push(piece)
  }
  if (!response.complete) throw new Error('the line was lost in the middle of the answer')
  return Buffer.concat(pieces).toString('utf8')
}

/** An abort is answered by an empty response; to anything else that is no answer. */
function judgeResponse<T>(status: number, text: string, exchange: Exchange<T>): Exchanged<T> {
  const judged = exchange.judge(text)
  if (judged.is === 'ours') return { kind: 'answer', answer: judged.answer }
  const detail = `HTTP ${status}`
  if (judged.is === 'other') return { kind: 'noAnswer', heard: 'otherMessages', detail }
  const empty = status >= 200 && status < 300 && text.trim() === ''
  if (empty) return { kind: 'noAnswer', heard: 'nothing', detail: `${detail} without a message` }
  exchange.onNoise(text.length)
  return { kind: 'otherProtocol', detail: `${detail} with something that is no nexo` }
}
