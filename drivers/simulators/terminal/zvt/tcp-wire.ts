import type { Timers } from '#drivers/transport/timers.ts'
import type { Link } from '#drivers/transport/transport.ts'
import { packetLength, readPacket } from './packet.ts'
import type { ZvtSimulatorTimings } from './timings.ts'
import { type Manner, noiseBytes, pieces, type TerminalWire, type WireEvents } from './wire.ts'

/** Bare packets over TCP: the length is all that tells where one ends. A client that stops in the middle is left. */
export class TcpWire implements TerminalWire {
  readonly #link: Link
  readonly #timers: Timers
  readonly #timings: ZvtSimulatorTimings
  readonly #events: WireEvents
  #bytes: number[] = []
  #held: readonly number[] = []
  #cancelStall: () => void = () => undefined
  isOpen = true
  damaging = false

  constructor(link: Link, timers: Timers, timings: ZvtSimulatorTimings, events: WireEvents) {
    this.#link = link
    this.#timers = timers
    this.#timings = timings
    this.#events = events
    link.onData((bytes) => this.#take(bytes))
    link.onClose(() => {
      this.isOpen = false
      this.#cancelStall()
      events.gone()
    })
  }

  async say(packet: readonly number[], manner: Manner): Promise<boolean> {
    if (!this.isOpen) return false
    if (manner.merge) {
      this.#held = [...this.#held, ...packet]
      return true
    }
    const bytes = [...(manner.noise ? noiseBytes : []), ...this.#held, ...packet]
    this.#held = []
    try {
      for (const piece of pieces(bytes, manner.fragment)) await this.#link.write(piece)
    } catch {
      return false
    }
    return this.isOpen
  }

  drop(): void {
    this.isOpen = false
    void this.#link.close()
  }

  #take(bytes: Uint8Array): void {
    this.#cancelStall()
    for (const byte of bytes) this.#bytes.push(byte)
    for (;;) {
      const length = packetLength(this.#bytes)
      if (length === null || this.#bytes.length < length) break
      const packet = readPacket(this.#bytes.slice(0, length))
      this.#bytes = this.#bytes.slice(length)
      if (packet !== null && this.isOpen) this.#events.heard(packet)
    }
    if (this.#bytes.length > 0)
      this.#cancelStall = this.#timers.after(this.#timings.replyMs, () => this.drop())
  }
}
