import { SteppingDecoder } from './stepping-decoder.ts'

const stx = 0x02
const etx = 0x03
/** STX, two bytes of length; LRC, sum and ETX behind the card data. */
const head = 3
const tail = 3
/**
 * Shortest: five bytes of header that say that nothing was read. Longest: three full tracks, masked, encrypted and
 * hashed.
 */
const shortest = 5
const longest = 1_024
/** Encode types there are (SecureMag manual §10.3), with and without the bit of the enhanced format. */
const encodeTypes = [0x00, 0x01, 0x03, 0x04, 0x80, 0x81, 0x83, 0x84]

/**
 * Finds `02 LenL LenH <card data> LRC SUM 03` in a stream (SecureMag manual §10.3). LRC is the XOR and SUM the sum
 * modulo 256 of the card data. An item is the card data of a whole block, a copy.
 */
export class MsrStream extends SteppingDecoder<Uint8Array> {
  constructor() {
    super(longest)
  }

  protected step(): boolean {
    const { window } = this
    if (window.length === 0) return false
    if (window.at(0) !== stx) {
      this.discard(window.indexOf(stx))
      return true
    }
    if (window.length > head && !this.begins()) {
      this.discard(1)
      return true
    }
    const size = window.at(1) | (window.at(2) << 8)
    if (window.length <= head || window.length < head + size + tail) return false
    return this.#block(size)
  }

  #block(size: number): true {
    const { window } = this
    if (window.at(head + size + 2) !== etx) {
      this.discard(1)
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
      this.tell({ type: 'item', item: data.slice() })
      window.drop(head + size + tail)
    } else {
      this.tell({ type: 'broken', reason: 'badCheck' })
      // Only its first byte: a good block may stand inside what a spoiled length claimed.
      this.discard(1)
    }
    return true
  }

  protected begins(): boolean {
    const { window } = this
    const size = window.at(1) | (window.at(2) << 8)
    const known = window.length <= head || encodeTypes.includes(window.at(head))
    return window.length > 2 && size >= shortest && size <= longest && known
  }
}
