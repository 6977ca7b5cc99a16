/** The terminal's own writing and reading of APDUs and bitmaps, apart from the driver's on purpose. */
export interface Packet {
  /** Class and instruction as four hex digits, `0601`. */
  readonly name: string
  readonly data: readonly number[]
}

/** Hex digits, blanks allowed, as bytes. */
export const hex = (text: string): readonly number[] =>
  (text.replace(/\s/g, '').match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))

export const toHex = (bytes: Iterable<number>): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** `CLASS INSTR LEN DATA`, with `FF lo hi` from 255 bytes on. */
export function writePacket(name: string, data: readonly number[] = []): readonly number[] {
  const size = data.length < 255 ? [data.length] : [255, data.length % 256, Math.floor(data.length / 256)]
  return [...hex(name), ...size, ...data]
}

/** How long the packet at the start of these bytes is; `null`: its header is not all here. */
export function packetLength(bytes: readonly number[]): number | null {
  const size = bytes[2]
  if (size === undefined) return null
  if (size !== 255) return 3 + size
  const [low, high] = [bytes[3], bytes[4]]
  return low === undefined || high === undefined ? null : 5 + low + 256 * high
}

/** @param bytes one packet, whole; `null`: it is none, or its length is not that of its data */
export function readPacket(bytes: readonly number[]): Packet | null {
  if (packetLength(bytes) !== bytes.length) return null
  return { name: toHex(bytes.slice(0, 2)), data: bytes.slice(bytes[2] === 255 ? 5 : 3) }
}

/** A bitmap of the lengths that commands of a till carry; others are not understood, and the command is refused. */
const lengths: Readonly<Record<string, number>> = {
  '01': 1,
  '02': 1,
  '03': 1,
  '04': 6,
  '05': 1,
  '0b': 3,
  '0e': 2,
  '19': 1,
  '37': 3,
  '3a': 2,
  '49': 2,
  '87': 2,
  '8a': 1,
}

/** Bitmaps that say how long they are, in two or three bytes `F0`–`F9`: card number and tracks, text. */
const countedPlaces: Readonly<Record<string, number>> = { '22': 2, '23': 2, '24': 3, '2d': 2, '3c': 3 }

/** Hex digits by bitmap; `null`: something in it cannot be read. */
export function readFields(data: readonly number[]): Readonly<Record<string, string>> | null {
  const fields: Record<string, string> = {}
  for (let at = 0; at < data.length; ) {
    const name = toHex([data[at] ?? 0])
    const size = sizeOf(name, data, at + 1)
    if (size === null || size.body < 0) return null
    const from = at + 1 + size.head
    if (from + size.body > data.length) return null
    fields[name] = toHex(data.slice(from, from + size.body))
    at = from + size.body
  }
  return fields
}

interface Size {
  readonly head: number
  readonly body: number
}

function sizeOf(name: string, data: readonly number[], at: number): Size | null {
  if (name === '06') return tlvSize(data, at)
  const places = countedPlaces[name]
  if (places === undefined) return { head: 0, body: lengths[name] ?? -1 }
  const count = toHex(data.slice(at, at + places))
  const isCount = count.length === 2 * places && /^(f\d)+$/.test(count)
  return isCount ? { head: places, body: Number(count.replaceAll('f', '')) } : null
}

function tlvSize(data: readonly number[], at: number): Size | null {
  const first = data[at]
  if (first === undefined) return null
  if (first < 128) return { head: 1, body: first }
  if (first === 129) return { head: 2, body: data[at + 1] ?? 0 }
  if (first === 130) return { head: 3, body: (data[at + 1] ?? 0) * 256 + (data[at + 2] ?? 0) }
  return null
}

/** One TLV object. @param tag hex */
export function tlv(tag: string, value: readonly number[]): readonly number[] {
  const { length } = value
  const size = length < 128 ? [length] : length < 256 ? [129, length] : [130, length >> 8, length & 255]
  return [...hex(tag), ...size, ...value]
}

/** BMP 06 around TLV objects. */
export const container = (...objects: readonly (readonly number[])[]): readonly number[] =>
  tlv('06', objects.flat())

/** `Fx Fy …` before text or bytes. @param places 2 or 3 digits of length */
export const counted = (bitmap: string, places: 2 | 3, value: readonly number[]): readonly number[] => [
  ...hex(bitmap),
  ...[...String(value.length).padStart(places, '0')].map((digit) => 0xf0 + Number(digit)),
  ...value,
]

/** Letters outside ASCII as code page 437 has them; what it has not becomes a question mark. */
const letters: Readonly<Record<string, number>> = {
  é: 0x82,
  è: 0x8a,
  à: 0x85,
  ä: 0x84,
  ö: 0x94,
  ü: 0x81,
  ç: 0x87,
  ô: 0x93,
  ê: 0x88,
}

export const text = (words: string): readonly number[] =>
  [...words].map((letter) => {
    const code = letter.codePointAt(0) ?? 63
    return code < 128 ? code : (letters[letter] ?? 63)
  })

/** Twelve digits in six bytes. */
export const amountBytes = (minor: number): readonly number[] => hex(String(minor).padStart(12, '0'))
