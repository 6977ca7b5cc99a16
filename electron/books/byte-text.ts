/** UTF-8 of one UTF-16 unit, at most. */
const bytesALetter = 3
/** Digits of the largest whole number, with a sign and a point. */
const longestNumber = 18

const zero = 0x30
const minus = 0x2d
const point = 0x2e

/**
 * UTF-8 as it grows, handed on in pieces. A year of tickets has six million cells: as strings that are put together they cost as
 * much as reading the ledger does, so digits and what stands between them become bytes at once.
 */
export class ByteText {
  readonly #onPiece: (piece: Uint8Array) => void
  readonly #bytes: Buffer
  #used = 0

  /** @param onPiece is given what is full; good until it returns */
  constructor(pieceBytes: number, onPiece: (piece: Uint8Array) => void) {
    this.#bytes = Buffer.allocUnsafe(pieceBytes)
    this.#onPiece = onPiece
  }

  text(text: string): this {
    const most = text.length * bytesALetter
    if (most > this.#bytes.length) return this.raw(Buffer.from(text))
    this.#room(most)
    const bytes = this.#bytes
    const begun = this.#used
    let at = begun
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (code > 0x7f) {
        this.#used = begun + bytes.write(text, begun)
        return this
      }
      bytes[at++] = code
    }
    this.#used = at
    return this
  }

  /** Some bytes of UTF-8, fewer than a piece: what comes again and again. */
  bytes(some: Uint8Array): this {
    const { length } = some
    this.#room(length)
    const bytes = this.#bytes
    const at = this.#used
    for (let i = 0; i < length; i++) bytes[at + i] = some[i] as number
    this.#used = at + length
    return this
  }

  /** @param ascii one character */
  byte(ascii: number): this {
    this.#room(1)
    this.#bytes[this.#used++] = ascii
    return this
  }

  /** A whole number, exact. */
  whole(value: number): this {
    this.#room(longestNumber)
    if (value < 0) this.#bytes[this.#used++] = minus
    this.#digits(Math.abs(value))
    return this
  }

  /** `-1234.50` of whole minor units. */
  hundredths(minor: number): this {
    this.#room(longestNumber)
    if (minor < 0) this.#bytes[this.#used++] = minus
    const all = Math.abs(minor)
    const cents = all % 100
    const ones = cents % 10
    this.#digits((all - cents) / 100)
    this.#bytes[this.#used++] = point
    this.#bytes[this.#used++] = zero + (cents - ones) / 10
    this.#bytes[this.#used++] = zero + ones
    return this
  }

  /** UTF-8 that is there already, however much. */
  raw(bytes: Uint8Array): this {
    this.flush()
    this.#onPiece(bytes)
    return this
  }

  /** Hands on what is there. */
  flush(): void {
    if (this.#used > 0) this.#onPiece(this.#bytes.subarray(0, this.#used))
    this.#used = 0
  }

  #digits(value: number): void {
    let digits = 1
    for (let power = 10; power <= value; power *= 10) digits += 1
    this.#used += digits
    let left = value
    for (let at = this.#used - 1; digits > 0; digits--, at--) {
      const rest = left % 10
      this.#bytes[at] = zero + rest
      left = (left - rest) / 10
    }
  }

  #room(bytes: number): void {
    if (this.#used + bytes > this.#bytes.length) this.flush()
  }
}
