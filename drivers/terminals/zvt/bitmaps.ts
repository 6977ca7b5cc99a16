import type { Tlv } from '#drivers/framing/tlv.ts'
import { readTlvs } from '#drivers/framing/tlv.ts'
import { bitmap, bitmapLengths } from './bitmaps.data.ts'

export interface Bitmaps {
  /** Values by bitmap; where one comes twice, the first. Views into the message. */
  readonly fields: ReadonlyMap<number, Uint8Array>
  /**
   * Bytes at the end that could not be read: an unknown bitmap, or a value longer than the message. 0: all was
   * read.
   */
  readonly unread: number
}

/**
 * Reads bitmap after bitmap, as far as that makes sense (PA00P015 §8). Never throws: real terminals send malformed
 * ones.
 */
export function readBitmaps(data: Uint8Array): Bitmaps {
  const fields = new Map<number, Uint8Array>()
  let at = 0
  while (at < data.length) {
    const name = data[at] ?? 0
    const place = valuePlace(data, at + 1, name)
    if (place === null || place.from + place.length > data.length) break
    if (!fields.has(name)) fields.set(name, data.subarray(place.from, place.from + place.length))
    at = place.from + place.length
  }
  return { fields, unread: data.length - at }
}

interface Place {
  readonly from: number
  readonly length: number
}

function valuePlace(data: Uint8Array, at: number, name: number): Place | null {
  const length = bitmapLengths[name]
  if (length === undefined) return null
  if (length === 'LL') return countedPlace(data, at, 2)
  if (length === 'LLL') return countedPlace(data, at, 3)
  if (length === 'TLV') return tlvPlace(data, at)
  return { from: at, length }
}

/** `Fx Fy` or `Fx Fy Fz`: a decimal digit in each low half byte. */
export function countedPlace(data: Uint8Array, at: number, digits: 2 | 3): Place | null {
  let length = 0
  for (let index = at; index < at + digits; index++) {
    const byte = data[index] ?? 0
    if (byte >> 4 !== 0xf || (byte & 0x0f) > 9) return null
    length = length * 10 + (byte & 0x0f)
  }
  return { from: at + digits, length }
}

/** 00–7F, `81 nn` or `82 hi lo`: big-endian, unlike the APDU's own length. */
function tlvPlace(data: Uint8Array, at: number): Place | null {
  const first = data[at]
  if (first === undefined) return null
  if (first < 0x80) return { from: at + 1, length: first }
  if (first === 0x81) return { from: at + 2, length: data[at + 1] ?? 0xff }
  if (first === 0x82) return { from: at + 3, length: ((data[at + 1] ?? 0xff) << 8) | (data[at + 2] ?? 0xff) }
  return null
}

/** The objects of the TLV container; none where there is no container or it is malformed. */
export function readContainer(fields: Bitmaps['fields']): readonly Tlv[] {
  const container = fields.get(bitmap.tlv)
  return container === undefined ? [] : readLevel(container)
}

/** The objects directly inside a value; none if it is malformed. */
export function readLevel(bytes: Uint8Array): readonly Tlv[] {
  const read = readTlvs(bytes)
  return read.ok ? read.value : []
}
