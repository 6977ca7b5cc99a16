/** The key serial number of a simulated reader: ten bytes whose last 21 bits count up with each card. */
export class KeyCounter {
  readonly #initial: Buffer
  #counter: number

  /** @param initialKsn hex, counter bits zero */
  constructor(initialKsn: string, counter = 0) {
    this.#initial = Buffer.from(initialKsn, 'hex')
    this.#counter = counter
  }

  /** The serial number of the next card's key. A counter that is used up ends the reader's life (X9.24 §A.2). */
  next(): Buffer {
    this.#counter++
    if (this.#counter > 0x1fffff) throw new RangeError('the keys of this reader are used up')
    const ksn = Buffer.from(this.#initial)
    ksn.writeUIntBE(ksn.readUIntBE(7, 3) | this.#counter, 7, 3)
    return ksn
  }
}
