import { crc16CcittFalse } from '../kernel/crc16.ts'

export const checksumTag = '63'

/** CRC-16/CCITT-FALSE over all before it, its own tag and length included, as four hex digits (MPM §4.7.2.2). */
export function checksumOf(payload: string): string {
  return crc16CcittFalse(utf8(payload)).toString(16).toUpperCase().padStart(4, '0')
}

/** The objects of a code with tag 63 behind them. */
export function signed(objects: string): string {
  const payload = `${objects}${checksumTag}04`
  return payload + checksumOf(payload)
}

/** UTF-8, of which this room has no encoder of its own (RFC 3629 §3). */
function utf8(text: string): Uint8Array {
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 0x3f))
    else if (code < 0x10000)
      bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f))
    else {
      bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 0x3f))
      bytes.push(0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f))
    }
  }
  return Uint8Array.from(bytes)
}
