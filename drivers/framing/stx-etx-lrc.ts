import { lrc } from './lrc.ts'

/**
 * Framing of the ENQ/ACK family (ISO 1745, ECMA-16; Concert, POSLink and others): single control bytes, and frames
 * `STX data ETX LRC` whose LRC is the exclusive or of everything behind STX, ETX included. Data are bytes ≥ 20h.
 */
const stx = 0x02
const etx = 0x03

export const controlByte = { ENQ: 0x05, ACK: 0x06, NAK: 0x15, EOT: 0x04 } as const
export type Control = keyof typeof controlByte

export type StxEtxEvent =
  | { readonly kind: 'control'; readonly control: Control }
  | { readonly kind: 'frame'; readonly data: Uint8Array }
  /** A frame came to its end, but its LRC says that it is not what was sent. */
  | { readonly kind: 'damaged'; readonly bytes: number }
  /** Bytes that are neither, how many. */
  | { readonly kind: 'discarded'; readonly bytes: number }

/** What each byte says by itself; made once, they are most of what a line says. */
const controlEvents: readonly (StxEtxEvent | undefined)[] = Array.from({ length: 256 }, (_, byte) => {
  const control = (Object.keys(controlByte) as Control[]).find((name) => controlByte[name] === byte)
  return control === undefined ? undefined : { kind: 'control', control }
})

/** @param data bytes ≥ 20h only */
export function stxEtxFrame(data: Uint8Array): Uint8Array {
  const frame = new Uint8Array(data.length + 3)
  frame[0] = stx
  frame.set(data, 1)
  frame[data.length + 1] = etx
  frame[data.length + 2] = lrc(data) ^ etx
  return frame
}

/** Bytes, cut anywhere, to control bytes and frames. Holds one unfinished frame of at most `largest` bytes of data. */
export class StxEtxReader {
  readonly #data: Uint8Array
  #at: 'outside' | 'data' | 'check' = 'outside'
  #length = 0
  #sum = 0
  #discarded = 0

  /** @param largest data bytes of the longest frame the protocol knows; what is longer is no frame */
  constructor(largest: number) {
    this.#data = new Uint8Array(largest)
  }

  feed(bytes: Uint8Array): readonly StxEtxEvent[] {
    const events: StxEtxEvent[] = []
    for (let at = 0; at < bytes.length; ) {
      if (this.#at === 'data') at = this.#takeData(bytes, at)
      else if (this.#at === 'check') this.#judge(bytes[at++] ?? 0, events)
      else this.#takeOutside(bytes[at++] ?? 0, events)
    }
    this.#tellDiscarded(events)
    return events
  }

  /** Nothing more comes of a frame that was begun: how many bytes of it are dropped. */
  abandon(): number {
    const dropped = this.#at === 'outside' ? 0 : this.#length + (this.#at === 'data' ? 1 : 2)
    this.#at = 'outside'
    return dropped
  }

  /** A run of data, taken at once. @returns where it ends */
  #takeData(bytes: Uint8Array, from: number): number {
    const data = this.#data
    let length = this.#length
    let sum = this.#sum
    let to = from
    for (; to < bytes.length && length < data.length; to++) {
      const byte = bytes[to] ?? 0
      if (byte < 0x20) break
      data[length++] = byte
      sum ^= byte
    }
    this.#sum = sum
    this.#length = length
    if (to === bytes.length) return to
    if (bytes[to] === etx) {
      this.#sum ^= etx
      this.#at = 'check'
      return to + 1
    }
    // A control byte never stands in data, and no frame is this long: its end was lost, begin anew with this byte.
    this.#discarded += this.#length + 1
    this.#at = 'outside'
    return to
  }

  #judge(check: number, events: StxEtxEvent[]): void {
    this.#at = 'outside'
    this.#tellDiscarded(events)
    if (check === this.#sum) events.push({ kind: 'frame', data: this.#data.slice(0, this.#length) })
    else events.push({ kind: 'damaged', bytes: this.#length + 3 })
  }

  #takeOutside(byte: number, events: StxEtxEvent[]): void {
    const control = controlEvents[byte]
    if (byte === stx) {
      this.#at = 'data'
      this.#length = 0
      this.#sum = 0
    } else if (control !== undefined) {
      this.#tellDiscarded(events)
      events.push(control)
    } else this.#discarded++
  }

  #tellDiscarded(events: StxEtxEvent[]): void {
    if (this.#discarded > 0) events.push({ kind: 'discarded', bytes: this.#discarded })
    this.#discarded = 0
  }
}
