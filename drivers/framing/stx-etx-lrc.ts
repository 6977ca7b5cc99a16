import { lrc } from './lrc.ts'

/**
 * Framing of the ENQ/ACK family (ISO 1745, ECMA-16; Concert, POSLink and others): single control bytes, and frames
 * `STX data ETX LRC` whose LRC is the exclusive or of everything behind STX, ETX included. Data are bytes ≥ 20h.
 */
const stx = 0x02
const etx = 0x03

export const controlByte = { ENQ: 0x05, ACK: 0x06, NAK: 0x15, EOT: 0x04 } as const
export type Control = keyof typeof controlByte

/** Indexed by byte. */
const controls: readonly (Control | undefined)[] = Array.from({ length: 256 }, (_, byte) =>
  (Object.keys(controlByte) as Control[]).find((name) => controlByte[name] === byte),
)

export type StxEtxEvent =
  | { readonly kind: 'control'; readonly control: Control }
  | { readonly kind: 'frame'; readonly data: Uint8Array }
  /** A frame came to its end, but its LRC says that it is not what was sent. */
  | { readonly kind: 'damaged'; readonly bytes: number }
  /** Bytes that are neither, how many. */
  | { readonly kind: 'discarded'; readonly bytes: number }

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

  /** @param largest data bytes of the longest frame the protocol knows; what is longer is no frame */
  constructor(largest: number) {
    this.#data = new Uint8Array(largest)
  }

  feed(bytes: Uint8Array): readonly StxEtxEvent[] {
    let events: StxEtxEvent[] | null = null
    let discarded = 0
    const tell = (event: StxEtxEvent): void => {
      events ??= []
      if (discarded > 0) events.push({ kind: 'discarded', bytes: discarded })
      discarded = 0
      events.push(event)
    }
    for (const byte of bytes) {
      if (this.#at === 'check') {
        this.#at = 'outside'
        if (byte === this.#sum) tell({ kind: 'frame', data: this.#data.slice(0, this.#length) })
        else tell({ kind: 'damaged', bytes: this.#length + 3 })
        continue
      }
      if (this.#at === 'data') {
        if (byte >= 0x20 && this.#length < this.#data.length) {
          this.#data[this.#length++] = byte
          this.#sum ^= byte
          continue
        }
        if (byte === etx) {
          this.#sum ^= etx
          this.#at = 'check'
          continue
        }
        // A control byte never stands in data, and no frame is this long: its end was lost, begin anew with this byte.
        discarded += this.#length + 1
        this.#at = 'outside'
      }
      const control = controls[byte]
      if (byte === stx) this.#begin()
      else if (control !== undefined) tell({ kind: 'control', control })
      else discarded++
    }
    if (discarded > 0) {
      events ??= []
      events.push({ kind: 'discarded', bytes: discarded })
    }
    return events ?? nothing
  }

  /** Nothing more comes of a frame that was begun: how many bytes of it are dropped. */
  abandon(): number {
    const dropped = this.#at === 'outside' ? 0 : this.#length + (this.#at === 'data' ? 1 : 2)
    this.#at = 'outside'
    return dropped
  }

  #begin(): void {
    this.#at = 'data'
    this.#length = 0
    this.#sum = 0
  }
}

const nothing: readonly StxEtxEvent[] = []
