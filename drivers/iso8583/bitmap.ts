import type { ByteReader, ByteWriter } from './cursor.ts'
import { Iso8583Error } from './message.ts'

/**
 * Which fields are there: bit 1, the highest of the first byte, says that a second bitmap follows with 65–128. Bit 65
 * would say the same of a third one, which 1987 has not.
 */
export class Bitmap {
  readonly #bytes = new Uint8Array(16)

  has(field: number): boolean {
    return ((this.#bytes[(field - 1) >> 3] ?? 0) & (0x80 >> ((field - 1) & 7))) !== 0
  }

  /** The first field there is after this one; above 128: none. */
  next(after: number): number {
    const bytes = this.#bytes
    let index = after >> 3
    let rest = (bytes[index] ?? 0) & (0xff >> (after & 7))
    while (rest === 0 && ++index < 16) rest = bytes[index] ?? 0
    // 24 leading zeros of 32 bits are before the highest of a byte.
    return 8 * index + Math.clz32(rest) - 23
  }

  /** @param field [2, 128], but not 65. Says by itself that there is a second bitmap. */
  add(field: number): void {
    this.#set(field)
    if (field > 64) this.#set(1)
  }

  /** Highest field there can be. */
  get last(): 64 | 128 {
    return this.has(1) ? 128 : 64
  }

  /** No field is there; the same room serves message after message. */
  clear(): void {
    this.#bytes.fill(0)
  }

  write(out: ByteWriter, as: 'binary' | 'hex'): void {
    const count = this.last / 8
    for (let index = 0; index < count; index++) {
      const byte = this.#bytes[index] ?? 0
      if (as === 'binary') out.put(byte)
      else {
        out.put(hexCode(byte >> 4))
        out.put(hexCode(byte & 15))
      }
    }
  }

  /**
   * Takes what a message says in place of what was there.
   * @throws Iso8583Error `truncated`; `wrongClass` for what is no hexadecimal; `duplicateBitmap` for a second bitmap
   * without a field in it, or a third one
   */
  read(from: ByteReader, as: 'binary' | 'hex'): void {
    this.clear()
    this.#take(from, as, 0)
    if (!this.has(1)) return
    const at = from.at
    this.#take(from, as, 8)
    if (this.has(65) || this.next(64) > 128) throw new Iso8583Error('duplicateBitmap', 'bitmap', at)
  }

  #take(from: ByteReader, as: 'binary' | 'hex', into: number): void {
    const start = from.take(as === 'binary' ? 8 : 16, 'bitmap')
    for (let index = 0; index < 8; index++) {
      if (as === 'binary') this.#bytes[into + index] = from.bytes[start + index] ?? 0
      else {
        const at = start + 2 * index
        this.#bytes[into + index] = (hexValue(from.bytes, at) << 4) | hexValue(from.bytes, at + 1)
      }
    }
  }

  #set(field: number): void {
    const index = (field - 1) >> 3
    this.#bytes[index] = (this.#bytes[index] ?? 0) | (0x80 >> ((field - 1) & 7))
  }
}

/** 0–15 → `0`–`9`, `A`–`F`. */
const hexCode = (half: number): number => (half < 10 ? 0x30 : 0x37) + half

/** Either case: hosts differ, and it can be taken for nothing else. */
function hexValue(bytes: Uint8Array, at: number): number {
  const code = bytes[at] ?? 0
  if (code >= 0x30 && code <= 0x39) return code - 0x30
  const upper = code & ~0x20
  if (upper >= 0x41 && upper <= 0x46) return upper - 0x37
  throw new Iso8583Error('wrongClass', 'bitmap', at)
}
