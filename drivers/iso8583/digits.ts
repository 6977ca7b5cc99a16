import { checkBytes, isOf, maskOf } from './character-class.ts'
import type { ByteReader, ByteWriter } from './cursor.ts'
import { Iso8583Error, type Place } from './message.ts'

/** How digits lie on the wire. Nothing here pads a number to a length: a count is what it says. */
export interface DigitCodec {
  /** Bytes that so many digits take. */
  width(count: number): number
  /** Writes `text` from `from` to its end. @throws Iso8583Error `wrongClass` for what is no digit */
  write(out: ByteWriter, text: string, from: number, place: Place): void
  /** @throws Iso8583Error `truncated`; `wrongClass` for what is no digit, or a filler that is not 0 */
  read(from: ByteReader, count: number, place: Place): string
}

const mask = maskOf('n')

function digitAt(text: string, index: number, place: Place, at: number): number {
  const code = text.charCodeAt(index)
  if (!isOf(code, mask)) throw new Iso8583Error('wrongClass', place, at)
  return code
}

const ascii: DigitCodec = {
  width: (count) => count,
  write(out, text, from, place) {
    const { bytes } = out
    const start = out.at - from
    for (let index = from; index < text.length; index++)
      bytes[start + index] = digitAt(text, index, place, start + index)
    out.at = start + text.length
  },
  read(from, count, place) {
    const start = from.take(count, place)
    checkBytes(from.bytes, start, start + count, mask, place)
    return from.text.slice(start, start + count)
  },
}

/** Two digits a byte, the first one high; before an odd count the first half byte is 0. */
const bcd: DigitCodec = {
  width: (count) => (count + 1) >> 1,
  write(out, text, from, place) {
    let byte = 0
    let isLow = (text.length - from) % 2 === 1
    for (let index = from; index < text.length; index++) {
      byte = (byte << 4) | (digitAt(text, index, place, out.at) - 0x30)
      if (isLow) {
        out.put(byte)
        byte = 0
      }
      isLow = !isLow
    }
  },
  read(from, count, place) {
    const width = (count + 1) >> 1
    const start = from.take(width, place)
    for (let at = start; at < start + width; at++) {
      const byte = from.bytes[at] ?? 0
      if (byte >> 4 > 9 || (byte & 15) > 9) throw new Iso8583Error('wrongClass', place, at)
    }
    const odd = count % 2
    if (odd === 1 && (from.bytes[start] ?? 0) > 9) throw new Iso8583Error('wrongClass', place, start)
    return from.hex.slice(2 * start + odd, 2 * (start + width))
  },
}

export const digitCodecs: Readonly<Record<'ascii' | 'bcd', DigitCodec>> = { ascii, bcd }
