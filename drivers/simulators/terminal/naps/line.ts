import type { Timers } from '#drivers/transport/timers.ts'
import type { Link } from '#drivers/transport/transport.ts'
import type { Terminator } from './faults.ts'
import type { NapsSimulatorTimings } from './timings.ts'
import { type Heard, RequestReader } from './tlv.ts'

export interface AnswerStyle {
  readonly terminator: Terminator
  /** Comes before the answer, in the same write. */
  readonly before: Uint8Array
  readonly fragment: boolean
}

/** One client's connection as the terminal sees it: requests in, answers out. */
export class TerminalLine {
  readonly #link: Link
  readonly #timers: Timers
  readonly #timings: NapsSimulatorTimings
  readonly #hear: (line: TerminalLine, heard: Heard) => void
  readonly #reader = new RequestReader()
  #cancelSilence: () => void = () => undefined

  constructor(
    link: Link,
    timers: Timers,
    timings: NapsSimulatorTimings,
    hear: (line: TerminalLine, heard: Heard) => void,
  ) {
    this.#link = link
    this.#timers = timers
    this.#timings = timings
    this.#hear = hear
    link.onData((bytes) => this.#take(bytes))
    link.onClose(() => this.#cancelSilence())
  }

  async say(text: string, style: AnswerStyle): Promise<void> {
    const message = new TextEncoder().encode(text + style.terminator)
    const bytes = new Uint8Array(style.before.length + message.length)
    bytes.set(style.before)
    bytes.set(message, style.before.length)
    // 7 is no divisor of anything in the protocol: pieces end inside headers, values and letters of two bytes.
    const size = style.fragment ? 7 : bytes.length
    try {
      for (let at = 0; at < bytes.length; at += size) await this.#link.write(bytes.subarray(at, at + size))
    } catch {
      // Whoever asked is gone; the terminal goes on by itself.
    }
  }

  drop(): void {
    void this.#link.close()
  }

  /** Told once when the client or the line went. */
  onGone(listener: () => void): void {
    this.#link.onClose(listener)
  }

  #take(bytes: Uint8Array): void {
    this.#cancelSilence()
    for (const heard of this.#reader.feed(bytes)) this.#hear(this, heard)
    if (this.#reader.empty) return
    const ms = this.#reader.looksWhole ? this.#timings.silenceMs : this.#timings.brokenMs
    this.#cancelSilence = this.#timers.after(ms, () => this.#hear(this, this.#reader.end()))
  }
}
