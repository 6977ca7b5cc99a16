/** Reads bytes one after the other, and says where it stood when it cannot go on. */
export class ByteCursor {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get atEnd(): boolean {
    return this.#at >= this.#bytes.length
  }

  get peek(): number {
    return this.#bytes[this.#at] ?? this.fail('ends too early')
  }

  byte(): number {
    const value = this.peek
    this.#at++
    return value
  }

  letter(): string {
    return String.fromCharCode(this.byte())
  }

  /** Low byte first. */
  word(): number {
    return this.byte() + this.byte() * 256
  }

  signedWord(): number {
    const value = this.word()
    return value < 0x8000 ? value : value - 0x1_00_00
  }

  within(low: number, high: number): number {
    const value = this.byte()
    return value >= low && value <= high ? value : this.fail(`${value} is not within ${low}…${high}`)
  }

  /**
   * Bytes that are data, not commands.
   * @throws Error on DLE EOT, DLE ENQ or DLE DC4 among them: many printers obey those anywhere
   */
  data(length: number): {
    readonly data: Uint8Array
    readonly bytes: { readonly from: number; readonly to: number }
  } {
    const from = this.#at
    const to = from + length
    if (to > this.#bytes.length) this.fail(`ends ${to - this.#bytes.length} bytes too early`)
    this.#at = to
    const data = this.#bytes.subarray(from, to)
    for (let i = data.indexOf(0x10); i >= 0 && i + 1 < data.length; i = data.indexOf(0x10, i + 1))
      if ([0x04, 0x05, 0x14].includes(data[i + 1] ?? 0))
        this.fail(`real-time command among data, at ${from + i}`)
    return { data, bytes: { from, to } }
  }

  fail(why: string): never {
    throw new Error(`byte ${this.#at}: ${why}`)
  }
}
