import type { Timers } from '#drivers/transport/timers.ts'
import { pause } from '#drivers/transport/timers.ts'
import type { Link } from '#drivers/transport/transport.ts'
import type { CaisseApSimulatorTimings } from './timings.ts'
import { type Heard, isWhole, read } from './tlv.ts'

/** Nobody's request is as long. */
const longest = 2_048

/** One client's connection as the terminal sees it. */
export class TerminalLine {
  readonly #link: Link
  readonly #timers: Timers
  readonly #timings: CaisseApSimulatorTimings
  readonly #hear: (line: TerminalLine, heard: Heard) => void
  #text = ''
  #cancelSilence: () => void = () => undefined

  constructor(
    link: Link,
    timers: Timers,
    timings: CaisseApSimulatorTimings,
    hear: (line: TerminalLine, heard: Heard) => void,
  ) {
    this.#link = link
    this.#timers = timers
    this.#timings = timings
    this.#hear = hear
    link.onData((bytes) => this.#take(bytes))
    link.onClose(() => this.#cancelSilence())
  }

  /** The pieces one by one, with a pause between. Whoever is gone hears nothing; the terminal goes on by itself. */
  async say(pieces: readonly Uint8Array[], gapMs = 0): Promise<void> {
    try {
      for (const [index, piece] of pieces.entries()) {
        if (index > 0 && gapMs > 0) await pause(this.#timers, gapMs)
        await this.#link.write(piece)
      }
    } catch {
      // Gone.
    }
  }

  drop(): void {
    void this.#link.close()
  }

  #take(bytes: Uint8Array): void {
    this.#cancelSilence()
    for (const byte of bytes) this.#text += String.fromCharCode(byte)
    if (this.#text.length > longest) {
      this.#text = ''
      return
    }
    const ms = isWhole(this.#text) ? this.#timings.silenceMs : this.#timings.brokenMs
    this.#cancelSilence = this.#timers.after(ms, () => {
      const text = this.#text
      this.#text = ''
      this.#hear(this, read(text))
    })
  }
}
