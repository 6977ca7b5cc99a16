/**
 * The last bytes of a stream that are not yet understood, in one block of memory that never grows: what a parser of
 * length-framed messages looks at. Offsets count from the first byte held.
 */
export class ByteWindow {
  readonly #bytes: Uint8Array
  #start = 0
  #end = 0

  /** @param capacity at least twice the longest message, so that moving bytes down stays rare */
  constructor(capacity: number) {
    this.#bytes = new Uint8Array(capacity)
  }

  get length(): number {
    return this.#end - this.#start
  }

  /**
   * Takes as much as fits, from `from` on.
   * @returns how many bytes it took; the rest waits until something is dropped
   */
  push(bytes: Uint8Array, from: number): number {
    if (this.#end === this.#bytes.length && this.#start > 0) {
      this.#bytes.copyWithin(0, this.#start, this.#end)
      this.#end -= this.#start
      this.#start = 0
    }
    const taken = Math.min(bytes.length - from, this.#bytes.length - this.#end)
    this.#bytes.set(bytes.subarray(from, from + taken), this.#end)
    this.#end += taken
    return taken
  }

  /** The byte at an offset; -1 beyond the end. */
  at(offset: number): number {
    const index = this.#start + offset
    return index < this.#end ? (this.#bytes[index] ?? -1) : -1
  }

  /** Offset of the first such byte; `length` if there is none. */
  indexOf(byte: number): number {
    const found = this.#bytes.subarray(this.#start, this.#end).indexOf(byte)
    return found < 0 ? this.length : found
  }

  /** A view, good only until the next `push`: copy what is kept. */
  view(from: number, to: number): Uint8Array {
    return this.#bytes.subarray(this.#start + from, Math.min(this.#start + to, this.#end))
  }

  drop(count: number): void {
    this.#start = Math.min(this.#start + count, this.#end)
    if (this.#start === this.#end) {
      this.#start = 0
      this.#end = 0
    }
  }
}
