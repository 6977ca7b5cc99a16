import { openLink } from '#drivers/transport/open-link.ts'
import type { Timers } from '#drivers/transport/timers.ts'
import type { Link, Transport } from '#drivers/transport/transport.ts'
import type { WireLine } from '../wire-line.ts'
import { answers, describe } from './approval.ts'
import type { AssemblerEvent } from './frame-assembler.ts'
import { NapsFrameAssembler } from './frame-assembler.ts'
import type { NapsMessage } from './message.ts'
import { encodeRequest } from './message.ts'
import type { Request } from './requests.ts'
import type { NapsTimings } from './timings.ts'

export interface LineParts {
  readonly transport: Transport
  readonly timers: Timers
  readonly timings: NapsTimings
  readonly onWire: (line: WireLine) => void
  /** Aborted when the driver is closed: every line ends as if it was lost. */
  readonly closing: AbortSignal
}

export type Asked =
  | { readonly kind: 'answer'; readonly message: NapsMessage }
  /** `heard`: something came, but no answer to this. */
  | { readonly kind: 'noAnswer'; readonly heard: 'nothing' | 'otherMessages' | 'noise' }
  | { readonly kind: 'lineLost'; readonly detail: string }

/**
 * One connection to the terminal, used for one operation: whatever a former one left on its way is not heard here,
 * and what arrives before our first request is dropped.
 */
export class NapsLine {
  readonly #link: Link
  readonly #parts: LineParts
  readonly #assembler = new NapsFrameAssembler()
  #cancelSilence: () => void = () => undefined
  #onMessage: ((message: NapsMessage) => void) | null = null
  #onLost: ((detail: string) => void) | null = null
  #lost: string | null = null
  #asked = false
  #noisy = false

  constructor(link: Link, parts: LineParts) {
    this.#link = link
    this.#parts = parts
    const closeNow = (): void => void link.close()
    if (parts.closing.aborted) closeNow()
    parts.closing.addEventListener('abort', closeNow)
    link.onData((bytes) => this.#take(this.#assembler.feed(bytes)))
    link.onClose((reason) => {
      parts.closing.removeEventListener('abort', closeNow)
      this.#lost = reason.kind === 'canceled' ? 'closed by the till' : reason.detail
      this.#take(this.#assembler.overdue())
      this.#cancelSilence()
      this.#onLost?.(this.#lost)
    })
  }

  get noisy(): boolean {
    return this.#noisy
  }

  /** One listener for each; a line already lost says so at once. */
  listen(onMessage: (message: NapsMessage) => void, onLost: (detail: string) => void): void {
    this.#onMessage = onMessage
    this.#onLost = onLost
    if (this.#lost !== null) onLost(this.#lost)
  }

  /** Rejects when the bytes may not all have left. */
  async send(request: Request): Promise<void> {
    this.#asked = true
    this.#parts.onWire({ direction: 'out', text: describe(request.fields) })
    await this.#link.write(encodeRequest(request.fields))
  }

  /** Accepts what a slow or silent terminal left unfinished, before its time is declared over. */
  overdue(): void {
    this.#take(this.#assembler.overdue())
  }

  close(): Promise<void> {
    return this.#link.close()
  }

  #take(events: readonly AssemblerEvent[]): void {
    for (const event of events) {
      if (event.type === 'discarded') {
        this.#noisy = true
        this.#parts.onWire({ direction: 'noise', text: `${event.characters} characters dropped` })
        continue
      }
      const stale = this.#asked ? '' : ' (before any question: dropped)'
      this.#parts.onWire({ direction: 'in', text: describe(event.message.fields) + stale })
      if (this.#asked) this.#onMessage?.(event.message)
    }
    this.#cancelSilence()
    const { timers, timings } = this.#parts
    if (this.#assembler.endsBySilence) {
      this.#cancelSilence = timers.after(timings.silenceMs, () => this.#take(this.#assembler.silence()))
    } else if (this.#assembler.stalls) {
      // The terminal waits for our confirmation and not for its own slip: an approval must not miss it over paper.
      this.#cancelSilence = timers.after(timings.stallMs, () => this.#take(this.#assembler.overdue()))
    }
  }
}

/** @throws TransportError when no line comes about within `connectMs` */
export async function openLine(parts: LineParts, ...signals: readonly AbortSignal[]): Promise<NapsLine> {
  const { transport, timers, timings, closing } = parts
  return new NapsLine(await openLink(transport, timers, timings.connectMs, closing, ...signals), parts)
}

/** Sends one question and waits for its answer. Never rejects. @param alsoType a second message type that answers it */
export function ask(
  line: NapsLine,
  request: Request,
  timeoutMs: number,
  timers: Timers,
  alsoType?: string,
): Promise<Asked> {
  return new Promise((resolve) => {
    let others = false
    const finish = (asked: Asked): void => {
      cancel()
      line.listen(
        () => undefined,
        () => undefined,
      )
      resolve(asked)
    }
    const cancel = timers.after(timeoutMs, () => {
      line.overdue()
      finish({ kind: 'noAnswer', heard: others ? 'otherMessages' : line.noisy ? 'noise' : 'nothing' })
    })
    line.listen(
      (message) => {
        if (answers(message, request, alsoType)) finish({ kind: 'answer', message })
        else others = true
      },
      (detail) => finish({ kind: 'lineLost', detail }),
    )
    line.send(request).catch((error: Error) => finish({ kind: 'lineLost', detail: error.message }))
  })
}
