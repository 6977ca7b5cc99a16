/**
 * Messages behind a 4-byte big-endian length, as terminals send nexo over plain TCP (PMS.COMMON stream, header size 4).
 * Such a stream has no mark to find a message by, so a start is believed only if its length can be and the first
 * byte of the message is one a message begins with; anything else is dropped byte by byte until one is found.
 */

const prefixBytes = 4

export interface LengthPrefixedOptions {
  /** The longest message believed, bytes; also the bound of what is held. */
  readonly largest: number
  /** Whether a message may begin with this byte. */
  readonly opens: (byte: number) => boolean
  /** @param bytes the decoder's own, which the next message overwrites */
  readonly onFrame: (bytes: Uint8Array) => void
  /** Bytes that begin no message. */
  readonly onDiscarded: (count: number) => void
}

/** @throws RangeError for a message that no prefix can carry */
export function lengthPrefixed(message: Uint8Array): Uint8Array {
  if (message.length === 0 || message.length > 0xffff_ffff) throw new RangeError('no such message length')
  const framed = new Uint8Array(prefixBytes + message.length)
  new DataView(framed.buffer).setUint32(0, message.length)
  framed.set(message, prefixBytes)
  return framed
}

/** Room there is at first, bytes; it grows as a message does, so that a long prefix alone takes no memory. */
const firstRoom = 4_096

/** Bytes as they come, cut anywhere, to messages. Holds at most one message. */
export class LengthPrefixedDecoder {
  readonly #options: LengthPrefixedOptions
  /** The last bytes seen outside a message: a prefix and the first byte behind it, once five are there. */
  readonly #head = new Uint8Array(prefixBytes + 1)
  #headed = 0
  /** Room for the message under way, and used again for the next. */
  #frame = new Uint8Array(firstRoom)
  /** Length of the message under way, 0: none is; and how much of it is there. */
  #length = 0
  #filled = 0
  #discarded = 0

  constructor(options: LengthPrefixedOptions) {
    this.#options = options
  }

  feed(bytes: Uint8Array): void {
    let at = 0
    while (at < bytes.length) {
      if (this.#length === 0) this.#seek(bytes[at++] ?? 0)
      else at = this.#fill(bytes, at)
      if (this.#length > 0 && this.#filled === this.#length) this.#finish()
    }
    this.#report()
  }

  /** One byte further in the search for a start. */
  #seek(byte: number): void {
    const head = this.#head
    if (this.#headed === head.length) {
      head.copyWithin(0, 1)
      this.#discarded += 1
    } else {
      this.#headed += 1
    }
    head[this.#headed - 1] = byte
    if (this.#headed < head.length || !this.#options.opens(byte)) return
    const [a = 0, b = 0, c = 0, d = 0] = head
    const length = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0
    if (length === 0 || length > this.#options.largest) return
    this.#headed = 0
    this.#length = length
    this.#frame[0] = byte
    this.#filled = 1
  }

  /** Takes what belongs to the message under way. @returns where it ends in `bytes` */
  #fill(bytes: Uint8Array, at: number): number {
    const end = Math.min(bytes.length, at + this.#length - this.#filled)
    const filled = this.#filled + end - at
    if (filled > this.#frame.length) {
      const larger = new Uint8Array(Math.min(this.#options.largest, Math.max(filled, 2 * this.#frame.length)))
      larger.set(this.#frame.subarray(0, this.#filled))
      this.#frame = larger
    }
    this.#frame.set(bytes.subarray(at, end), this.#filled)
    this.#filled = filled
    return end
  }

  #finish(): void {
    this.#report()
    const length = this.#length
    this.#length = 0
    this.#options.onFrame(this.#frame.subarray(0, length))
  }

  #report(): void {
    const discarded = this.#discarded
    this.#discarded = 0
    if (discarded > 0) this.#options.onDiscarded(discarded)
  }
}
