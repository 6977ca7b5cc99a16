import type { Timers } from '#drivers/transport/timers.ts'
import type { Link } from '#drivers/transport/transport.ts'
import { readPacket } from './packet.ts'
import type { ZvtSimulatorTimings } from './timings.ts'
import { type Manner, noiseBytes, pieces, type TerminalWire, type WireEvents } from './wire.ts'

const marks = { dle: 0x10, stx: 0x02, etx: 0x03, ack: 0x06, nak: 0x15 } as const
/** No till sends more in one block. */
const longestBlock = 4_096

/** KERMIT, bit by bit (PA00P016 §2.2): polynomial 1021 reflected, nothing to begin with, nothing at the end. */
function checkOf(bytes: Iterable<number>): number {
  let check = 0
  for (const byte of bytes) {
    check ^= byte
    for (let bit = 0; bit < 8; bit++) check = check % 2 === 1 ? (check >> 1) ^ 0x8408 : check >> 1
  }
  return check
}

/** DLE STX … DLE ETX and the check, low byte first; a DLE inside is said twice. */
export function writeBlock(packet: readonly number[]): readonly number[] {
  const check = checkOf([...packet, marks.etx])
  const stuffed = packet.flatMap((byte) => (byte === marks.dle ? [byte, byte] : [byte]))
  return [marks.dle, marks.stx, ...stuffed, marks.dle, marks.etx, check % 256, Math.floor(check / 256)]
}

/** Blocks on a serial line, each answered with ACK or NAK and repeated twice at most. */
export class SerialWire implements TerminalWire {
  readonly #link: Link
  readonly #timers: Timers
  readonly #timings: ZvtSimulatorTimings
  readonly #events: WireEvents
  #raw: number[] = []
  #queue: Promise<unknown> = Promise.resolve()
  #answer: (answer: 'ack' | 'nak' | 'none') => void = () => undefined
  #cancelByte: () => void = () => undefined
  #spared = true
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
      this.#cancelByte()
      this.#answer('none')
      events.gone()
    })
  }

  say(packet: readonly number[], manner: Manner): Promise<boolean> {
    const said = this.#queue.then(() => this.#sayBlock(packet, manner))
    this.#queue = said
    return said
  }

  drop(): void {
    this.isOpen = false
    void this.#link.close()
  }

  async #sayBlock(packet: readonly number[], manner: Manner): Promise<boolean> {
    for (let copy = 0; copy < 3 && this.isOpen; copy++) {
      const block = [...writeBlock(packet)]
      if (this.damaging && copy === 0) block[block.length - 1] = (block.at(-1) ?? 0) ^ 0xff
      const answered = new Promise<'ack' | 'nak' | 'none'>((resolve) => {
        const cancel = this.#timers.after(this.#timings.blockMs, () => resolve('none'))
        this.#answer = (answer) => {
          cancel()
          resolve(answer)
        }
      })
      await this.#write([...(manner.noise ? noiseBytes : []), ...block], manner.fragment)
      if ((await answered) === 'ack') return true
    }
    return false
  }

  async #write(bytes: readonly number[], fragment = false): Promise<void> {
    try {
      for (const piece of pieces(bytes, fragment)) await this.#link.write(piece)
    } catch {
      // Whoever listened is gone; the terminal goes on by itself.
    }
  }

  #take(bytes: Uint8Array): void {
    this.#cancelByte()
    for (const byte of bytes) this.#step(byte)
    if (this.#raw.length === 0) return
    this.#cancelByte = this.#timers.after(this.#timings.byteMs, () => this.#refuse())
  }

  #step(byte: number): void {
    const raw = this.#raw
    if (raw.length === 0) {
      if (byte === marks.ack) this.#answer('ack')
      else if (byte === marks.nak) this.#answer('nak')
      else if (byte === marks.dle) raw.push(byte)
      return
    }
    if (raw.length === 1 && byte !== marks.stx) {
      this.#raw = byte === marks.dle ? [byte] : []
      return
    }
    raw.push(byte)
    if (raw.length > longestBlock) this.#refuse()
    else if (isWhole(raw)) this.#judge(unstuffed(raw))
  }

  /** The bytes between the marks, and the check; whole when two bytes follow a DLE ETX that is not doubled. */
  #judge(block: { readonly packet: readonly number[]; readonly check: number }): void {
    const whole = checkOf([...block.packet, marks.etx]) === block.check
    const packet = whole ? readPacket(block.packet) : null
    if (packet === null || (this.damaging && !this.#takeSecond())) {
      this.#refuse()
      return
    }
    this.#raw = []
    void this.#write([marks.ack])
    this.#events.heard(packet)
  }

  /** Every other block that comes in is taken. */
  #takeSecond(): boolean {
    this.#spared = !this.#spared
    return this.#spared
  }

  #refuse(): void {
    this.#raw = []
    void this.#write([marks.nak])
  }
}

/** Where the closing DLE ETX stands; -1: not yet. A DLE begins a pair, whatever follows it. */
function closingAt(raw: readonly number[]): number {
  for (let at = 2; at + 1 < raw.length; at++) {
    if (raw[at] !== marks.dle) continue
    if (raw[at + 1] === marks.etx) return at
    at++
  }
  return -1
}

function isWhole(raw: readonly number[]): boolean {
  const closing = closingAt(raw)
  return closing >= 0 && raw.length === closing + 4
}

function unstuffed(raw: readonly number[]): { readonly packet: readonly number[]; readonly check: number } {
  const closing = closingAt(raw)
  const packet: number[] = []
  for (let at = 2; at < closing; at++) {
    packet.push(raw[at] ?? 0)
    if (raw[at] === marks.dle) at++
  }
  return { packet, check: (raw[closing + 2] ?? 0) + 256 * (raw[closing + 3] ?? 0) }
}
