import type { Control, StxEtxEvent } from '#drivers/framing/stx-etx-lrc.ts'
import { controlByte, StxEtxReader, stxEtxFrame } from '#drivers/framing/stx-etx-lrc.ts'
import { openLink } from '#drivers/transport/open-link.ts'
import type { Timers } from '#drivers/transport/timers.ts'
import { pause } from '#drivers/transport/timers.ts'
import type { Link, Transport } from '#drivers/transport/transport.ts'
import type { WireLine } from '../wire-line.ts'
import { describeAnswer, longestAnswer } from './answer.ts'
import type { Asked } from './request.ts'
import { encodeRequest } from './request.ts'
import type { ConcertTimings } from './timings.ts'

export interface LineParts {
  readonly transport: Transport
  readonly timers: Timers
  readonly timings: ConcertTimings
  readonly onWire: (line: WireLine) => void
  /** Aborted when the driver is closed: every line ends as if it was lost. */
  readonly closing: AbortSignal
}

/** An open line to the terminal: control bytes and frames, both ways. */
export class ConcertLine {
  readonly #link: Link
  readonly #parts: LineParts
  readonly #reader = new StxEtxReader(longestAnswer)
  #onEvent: ((event: StxEtxEvent) => void) | null = null
  #onLost: ((detail: string) => void) | null = null
  #lost: string | null = null

  constructor(link: Link, parts: LineParts) {
    this.#link = link
    this.#parts = parts
    const closeNow = (): void => void link.close()
    if (parts.closing.aborted) closeNow()
    parts.closing.addEventListener('abort', closeNow)
    link.onData((bytes) => this.#take(bytes))
    link.onClose((reason) => {
      parts.closing.removeEventListener('abort', closeNow)
      this.#lost = reason.kind === 'canceled' ? 'closed by the till' : reason.detail
      this.#onLost?.(this.#lost)
    })
  }

  /** From now on; what came before is not heard. A line already lost says so at once. */
  listen(onEvent: (event: StxEtxEvent) => void, onLost: (detail: string) => void): void {
    this.#reader.abandon()
    this.#onEvent = onEvent
    this.#onLost = onLost
    if (this.#lost !== null) onLost(this.#lost)
  }

  /** Rejects when the byte may not have left. */
  async send(control: Control): Promise<void> {
    this.#parts.onWire({ direction: 'out', text: control })
    await this.#link.write(Uint8Array.of(controlByte[control]))
  }

  /** Rejects when the bytes may not all have left. */
  async request(asked: Asked): Promise<void> {
    const data = encodeRequest(asked)
    // Nothing in a request is a secret.
    this.#parts.onWire({ direction: 'out', text: String.fromCharCode(...data) })
    await this.#link.write(stxEtxFrame(data))
  }

  close(): Promise<void> {
    this.#onEvent = null
    this.#onLost = null
    return this.#link.close()
  }

  #take(bytes: Uint8Array): void {
    for (const event of this.#reader.feed(bytes)) {
      const dropped = this.#onEvent === null ? ' (before any question: dropped)' : ''
      const { direction, text } = describe(event)
      this.#parts.onWire({ direction, text: text + dropped })
      this.#onEvent?.(event)
    }
  }
}

function describe(event: StxEtxEvent): WireLine {
  switch (event.kind) {
    case 'control':
      return { direction: 'in', text: event.control }
    case 'frame':
      return { direction: 'in', text: describeAnswer(event.data) }
    case 'damaged':
      return { direction: 'noise', text: `a damaged frame of ${event.bytes} bytes` }
    case 'discarded':
      return { direction: 'noise', text: `${event.bytes} bytes dropped` }
  }
}

/** @throws TransportError as `openLink` does */
export async function openLine(parts: LineParts, ...signals: readonly AbortSignal[]): Promise<ConcertLine> {
  const { transport, timers, timings, closing } = parts
  return new ConcertLine(await openLink(transport, timers, timings.connectMs, closing, ...signals), parts)
}

/**
 * A line to begin on: a moment of it is let pass unheard, for an ACK that was meant for a till that died must not
 * answer our ENQ.
 * @throws TransportError as `openLink` does
 */
export async function freshLine(parts: LineParts, ...signals: readonly AbortSignal[]): Promise<ConcertLine> {
  const line = await openLine(parts, ...signals)
  await pause(parts.timers, parts.timings.strayMs)
  return line
}
