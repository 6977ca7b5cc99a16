import { openLink } from '#drivers/transport/open-link.ts'
import type { Timers } from '#drivers/transport/timers.ts'
import { pause } from '#drivers/transport/timers.ts'
import type { Link, Transport } from '#drivers/transport/transport.ts'
import type { WireLine } from '../wire-line.ts'
import { describe, isDecisive } from './answer.ts'
import type { CaisseApMessage, ReaderEvent } from './message-reader.ts'
import { CaisseApReader } from './message-reader.ts'
import type { Asked } from './request.ts'
import { encodeFields, requestFields } from './request.ts'
import type { CaisseApTimings } from './timings.ts'

export interface LineParts {
  readonly transport: Transport
  readonly timers: Timers
  readonly timings: CaisseApTimings
  readonly onWire: (line: WireLine) => void
  /** Aborted when the driver is closed: every line ends as if it was lost. */
  readonly closing: AbortSignal
}

export interface LineListener {
  readonly onMessage: (message: CaisseApMessage) => void
  readonly onNoise: () => void
  readonly onLost: (detail: string) => void
}

/** One connection to the terminal, for one request. It finds the end of an answer, which nothing marks. */
export class CaisseApLine {
  readonly parts: LineParts
  readonly #link: Link
  readonly #reader = new CaisseApReader()
  #listener: LineListener | null = null
  #lost: string | null = null
  #heard: 'nothing' | 'messages' | 'noise' = 'nothing'
  #cancelSilence: () => void = () => undefined

  constructor(link: Link, parts: LineParts) {
    this.#link = link
    this.parts = parts
    const closeNow = (): void => void link.close()
    if (parts.closing.aborted) closeNow()
    parts.closing.addEventListener('abort', closeNow)
    link.onData((bytes) => {
      this.#take(this.#reader.feed(bytes))
      this.#awaitSilence()
    })
    link.onClose((reason) => {
      parts.closing.removeEventListener('abort', closeNow)
      // A terminal that hangs up has said all it had to say.
      this.overdue()
      this.#lost = reason.kind === 'canceled' ? 'closed by the till' : reason.detail
      this.#listener?.onLost(this.#lost)
    })
  }

  /** What came so far, at its worst. */
  get heard(): 'nothing' | 'messages' | 'noise' {
    return this.#heard
  }

  /** Why the line is no more; `null` while it stands. */
  get lost(): string | null {
    return this.#lost
  }

  /** From now on; what came before is not heard. A line already lost says so at once. */
  listen(listener: LineListener): void {
    this.overdue()
    this.#listener = listener
    if (this.#lost !== null) listener.onLost(this.#lost)
  }

  /** Rejects when the bytes may not all have left. */
  async request(asked: Asked): Promise<void> {
    const fields = requestFields(asked)
    this.parts.onWire({ direction: 'out', text: describe(fields) })
    await this.#link.write(encodeFields(fields))
  }

  /** Nothing more is waited for: what is there of a message is taken as it is. */
  overdue(): void {
    this.#cancelSilence()
    this.#take(this.#reader.end())
  }

  close(): Promise<void> {
    this.#cancelSilence()
    this.#listener = null
    return this.#link.close()
  }

  #awaitSilence(): void {
    this.#cancelSilence()
    const message = this.#reader.peek()
    if (message === null && !this.#reader.unfinished) return
    const { timers, timings } = this.parts
    const whole = message !== null && !this.#reader.unfinished && isDecisive(message)
    this.#cancelSilence = timers.after(whole ? timings.drainMs : timings.stallMs, () => this.overdue())
  }

  #take(events: readonly ReaderEvent[]): void {
    const { onWire } = this.parts
    for (const event of events) {
      if (event.kind === 'discarded') {
        onWire({ direction: 'noise', text: `${event.bytes} bytes dropped` })
        this.#heard = 'noise'
        this.#listener?.onNoise()
        continue
      }
      if (this.#heard === 'nothing') this.#heard = 'messages'
      const dropped = this.#listener === null ? ' (before any question: dropped)' : ''
      onWire({ direction: 'in', text: describe(event.message.fields) + dropped })
      this.#listener?.onMessage(event.message)
    }
  }
}

/**
 * A fresh connection, and a moment of silence on it: an answer that the terminal kept for a till that died is not ours.
 * @throws TransportError as `openLink` does
 */
export async function freshLine(parts: LineParts, ...signals: readonly AbortSignal[]): Promise<CaisseApLine> {
  const { transport, timers, timings, closing } = parts
  const link = await openLink(transport, timers, timings.connectMs, closing, ...signals)
  const line = new CaisseApLine(link, parts)
  await pause(timers, timings.strayMs)
  return line
}
