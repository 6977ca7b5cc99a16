import type { Framing } from './dialect.ts'

/** The length in front of a message. */
export interface LengthHeader {
  /** Bytes it has. */
  readonly width: number
  /** Largest length it can say. */
  readonly largest: number
  encode(length: number): Uint8Array
  /** `null`: these bytes are no length. @param bytes `width` of them */
  decode(bytes: Uint8Array): number | null
}

const binary2: LengthHeader = {
  width: 2,
  largest: 0xffff,
  encode: (length) => Uint8Array.of(length >> 8, length & 0xff),
  decode: ([high = 0, low = 0]) => (high << 8) | low,
}

const bcd2: LengthHeader = {
  width: 2,
  largest: 9_999,
  encode: (length) => Uint8Array.of(packed(Math.trunc(length / 100)), packed(length % 100)),
  decode([high = 0, low = 0]) {
    const hundreds = unpacked(high)
    const units = unpacked(low)
    return hundreds === null || units === null ? null : hundreds * 100 + units
  },
}

const ascii4: LengthHeader = {
  width: 4,
  largest: 9_999,
  encode: (length) => Uint8Array.from(String(length).padStart(4, '0'), (digit) => digit.charCodeAt(0)),
  decode(bytes) {
    const digits = String.fromCharCode(...bytes)
    return /^\d{4}$/.test(digits) ? Number(digits) : null
  },
}

/** Visa's: two bytes of length, and two that are 0 in front of a message. */
const vml4: LengthHeader = {
  width: 4,
  largest: 0xffff,
  encode: (length) => Uint8Array.of(length >> 8, length & 0xff, 0, 0),
  decode: ([high = 0, low = 0, format = 0, reserved = 0]) =>
    format === 0 && reserved === 0 ? (high << 8) | low : null,
}

export const lengthHeaders: Readonly<Record<Framing['length'], LengthHeader>> = {
  binary2,
  bcd2,
  ascii4,
  vml4,
}

/** 42 → `42` in half bytes. */
const packed = (number: number): number => (Math.trunc(number / 10) << 4) | (number % 10)

function unpacked(byte: number): number | null {
  const high = byte >> 4
  const low = byte & 15
  return high > 9 || low > 9 ? null : 10 * high + low
}
