import { Iso8583Error, type Place } from './message.ts'

/** Bytes of a message, read from the first to the last. */
export class ByteReader {
  readonly bytes: Uint8Array
  /** One character a byte: a field's text is a piece of it. */
  readonly text: string
  /** Half bytes as characters, made when a packed number first asks for it. */
  #hex: string | undefined
  at = 0

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.text = viewed(bytes).toString('latin1')
  }

  get hex(): string {
    this.#hex ??= viewed(this.bytes).toString('hex')
    return this.#hex
  }

  /** Steps over so many bytes. @returns where they begin. @throws Iso8583Error `truncated` at the end of what there is */
  take(count: number, place: Place): number {
    const start = this.at
    const end = start + count
    if (end > this.bytes.length) throw new Iso8583Error('truncated', place, this.bytes.length)
    this.at = end
    return start
  }
}

const viewed = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Room for one message at a time, as large as the largest can be, so that nobody who writes has to ask. */
export class ByteWriter {
  readonly bytes: Uint8Array
  at = 0

  constructor(largest: number) {
    this.bytes = new Uint8Array(largest)
  }

  put(byte: number): void {
    this.bytes[this.at++] = byte
  }

  /** A copy of what was written, out of Node's pool: room of its own would take ten times as long. */
  written(): Uint8Array {
    return Buffer.from(this.bytes.subarray(0, this.at))
  }
}
