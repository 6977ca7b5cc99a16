import { ByteWindow } from '#drivers/framing/byte-window.ts'
import type { DecodedEvent, Decoder } from '../reader-line.ts'

const stx = 0x02
const etx = 0x03
/** STX, two bytes of length; LRC, sum and ETX behind the card data. */
const head = 3
const tail = 3
/** Shortest: five bytes of header that say that nothing was read. Longest: three full tracks, masked, encrypted and hashed. */
const shortest = 5
const longest = 1_024
/** Encode types there are (SecureMag manual §10.3), with and without the bit of the enhanced format. */
const encodeTypes = [0x00, 0x01, 0x03, 0x04, 0x80, 0x81, 0x83, 0x84]

/**
 * Finds `02 LenL LenH <card data> LRC SUM 03` in a stream (SecureMag manual §10.3). LRC is the XOR and SUM the sum modulo
 * 256 of the card data. Zeros between blocks are filler: a HID report is 537 bytes however short its block.
 */
export class MsrStream implements Decoder<Uint8Array> {
  readonly #window = new ByteWindow(4 * longest)
  #events: DecodedEvent<Uint8Array>[] = []
  #noise = 0

  /** @returns card data of whole blocks, each a copy */
  feed(bytes: Uint8Array): readonly DecodedEvent<Uint8Array>[] {
    for (let at = 0; at < bytes.length; ) {
      at += this.#window.push(bytes, at)
      while (this.#step()) {
        // Each turn consumes a block, filler or noise.
      }
    }
    return this.#drain()
  }

  flush(): readonly DecodedEvent<Uint8Array>[] {
    if (this.halfway && this.#begins()) this.#events.push({ type: 'broken', reason: 'truncated' })
    while (this.#window.length > 0) {
      this.#drop(1)
      while (this.#step()) {
        // What stands whole behind a false beginning is still found.
      }
    }
    return this.#drain()
  }

  get halfway(): boolean {
    return this.#window.length > 0
  }

  /** `false`: more is needed. */
  #step(): boolean {
    const window = this.#window
    if (window.length === 0) return false
    if (window.at(0) !== stx) {
      this.#drop(window.indexOf(stx))
      return true
    }
    if (window.length > head && !this.#begins()) {
      this.#drop(1)
      return true
    }
    const size = window.at(1) | (window.at(2) << 8)
    if (window.length <= head || window.length < head + size + tail) return false
    return this.#block(size)
  }

  #block(size: number): true {
    const window = this.#window
    if (window.at(head + size + 2) !== etx) {
      this.#drop(1)
      return true
    }
    const data = window.view(head, head + size)
    let lrc = 0
    let sum = 0
    for (let at = 0; at < size; at++) {
      const byte = data[at] ?? 0
      lrc ^= byte
      sum += byte
    }
    if (lrc === window.at(head + size) && (sum & 0xff) === window.at(head + size + 1)) {
      this.#events.push({ type: 'item', item: data.slice() })
      window.drop(head + size + tail)
    } else {
      this.#events.push({ type: 'broken', reason: 'badCheck' })
      // Only its first byte: a good block may stand inside what a spoiled length claimed.
      this.#drop(1)
    }
    return true
  }

  #begins(): boolean {
    const size = this.#window.at(1) | (this.#window.at(2) << 8)
    const known = this.#window.length <= head || encodeTypes.includes(this.#window.at(head))
    return this.#window.length > 2 && size >= shortest && size <= longest && known
  }

  #drop(count: number): void {
    for (let at = 0; at < count; at++) if (this.#window.at(at) !== 0) this.#noise++
    this.#window.drop(count)
  }

  #drain(): readonly DecodedEvent<Uint8Array>[] {
    if (this.#noise > 0) this.#events.push({ type: 'discarded', bytes: this.#noise })
    this.#noise = 0
    const events = this.#events
    this.#events = []
    return events
  }
}
