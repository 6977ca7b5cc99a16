import type { Result } from '#shared/kernel/result.ts'
import { err, ok } from '#shared/kernel/result.ts'
import { upperHex } from './hex.ts'

/** One object of BER-TLV (ISO/IEC 8825-1; EMV Book 3 annex B). */
export interface Tlv {
  /** Upper-case hex: `5F2A`, `DFEE12`. */
  readonly tag: string
  readonly value: Uint8Array
  /** A maker's own byte between tag and length; `null` where there is none. */
  readonly mark: number | null
}

export type TlvFault = 'truncated' | 'badTag' | 'badLength'

/** Tags of EMV have up to three bytes, of ID TECH three; longer is nonsense. */
const longestTag = 4

/**
 * Reads the objects of one level, as many as there are. Zero bytes between them are filler (EMV Book 3 annex B1).
 * @param marks bytes that, standing where a length begins, are a mark of the maker's and the length follows them
 */
export function readTlvs(bytes: Uint8Array, marks: readonly number[] = []): Result<readonly Tlv[], TlvFault> {
  const found: Tlv[] = []
  let at = 0
  while (at < bytes.length) {
    if (bytes[at] === 0) {
      at++
      continue
    }
    const tagFrom = at
    at = tagEnd(bytes, tagFrom)
    if (at - tagFrom > longestTag) return err('badTag')
    if (at >= bytes.length) return err('truncated')
    const tag = upperHex(bytes.subarray(tagFrom, at))
    const mark = marks.includes(bytes[at] ?? -1) ? (bytes[at++] ?? null) : null
    const length = readLength(bytes, at)
    if (!length.ok) return length
    const { value: size, next } = length.value
    if (next + size > bytes.length) return err('truncated')
    found.push({ tag, value: bytes.subarray(next, next + size), mark })
    at = next + size
  }
  return ok(found)
}

/** Writes one object; lengths up to 65535. @param tag hex */
export function writeTlv(tag: string, value: Uint8Array): Uint8Array {
  const name = tag.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? []
  const { length } = value
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Uint8Array.from([...name, ...size, ...value])
}

/** Short form, or 81 and 82 with one and two bytes; the indefinite form is not EMV. */
function readLength(
  bytes: Uint8Array,
  at: number,
): Result<{ readonly value: number; readonly next: number }, TlvFault> {
  const first = bytes[at]
  if (first === undefined) return err('truncated')
  if (first < 0x80) return ok({ value: first, next: at + 1 })
  if (first !== 0x81 && first !== 0x82) return err('badLength')
  const count = first - 0x80
  if (at + count >= bytes.length) return err('truncated')
  const value = count === 1 ? (bytes[at + 1] ?? 0) : ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
  return ok({ value, next: at + 1 + count })
}

function tagEnd(bytes: Uint8Array, from: number): number {
  let at = from + 1
  if (((bytes[from] ?? 0) & 0x1f) !== 0x1f) return at
  while (((bytes[at] ?? 0) & 0x80) !== 0) at++
  // One beyond the end where the tag was cut.
  return at + 1
}
