import type { Timers } from '#drivers/transport/timers.ts'
import type { Link } from '#drivers/transport/transport.ts'
import { type Framed, FrameSplitter } from './wire/frames.ts'
import type { HostFraming } from './wire/host-dialect.ts'

/** One connection as the host sees it. */
export class HostLine {
  readonly #link: Link
  readonly #splitter: FrameSplitter
  readonly #signedOn = new Set<string>()
  #isGone = false

  constructor(link: Link, framing: HostFraming, hear: (line: HostLine, framed: Framed) => void) {
    this.#link = link
    this.#splitter = new FrameSplitter(framing)
    link.onClose(() => {
      this.#isGone = true
    })
    link.onData((bytes) => {
      for (const framed of this.#splitter.feed(bytes)) hear(this, framed)
    })
  }

  /** Terminals signed on over this line; the next one starts anew. */
  get signedOn(): Set<string> {
    return this.#signedOn
  }

  onGone(listener: () => void): void {
    this.#link.onClose(listener)
  }

  say(bytes: Uint8Array): void {
    // Whoever asked may be gone; what was booked stands.
    void this.#link.write(bytes).catch(() => undefined)
  }

  /** Byte by byte, so many milliseconds apart. */
  saySlowly(bytes: Uint8Array, timers: Timers, slowMs: number): void {
    if (bytes.length === 0 || this.#isGone) return
    this.say(bytes.subarray(0, 1))
    timers.after(slowMs, () => this.saySlowly(bytes.subarray(1), timers, slowMs))
  }

  drop(): void {
    void this.#link.close()
  }
}
