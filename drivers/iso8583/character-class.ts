import type { FieldClass } from './dialect.ts'
import { Iso8583Error, type Place } from './message.ts'

const digit = 1
const letter = 2
const special = 4
/** Tracks are written with `0`–`9` and `:;<=>?` (ISO 7813), and with D where a separator is packed. */
const track = 8

/** Code of a character → classes it is of; 0 for controls and all beyond ASCII. */
const classes = Uint8Array.from({ length: 256 }, (_, code) => {
  if (code < 0x20 || code > 0x7e) return 0
  const char = String.fromCharCode(code)
  const kind = /\d/.test(char) ? digit : /[A-Za-z]/.test(char) ? letter : special
  return kind | (/[0-9:;<=>?D]/.test(char) ? track : 0)
})

/** Characters of each class of text; blanks are specials, so that only `ans` has them inside. */
const masks = { n: digit, a: letter, an: letter | digit, ans: letter | digit | special, z: track } as const

/** Classes of which every character is looked up by itself. */
export type TextClass = keyof typeof masks

export const isTextClass = (of: FieldClass): of is TextClass => Object.hasOwn(masks, of)

export const maskOf = (of: TextClass): number => masks[of]

/** @throws Iso8583Error `wrongClass` at the first byte that is not of the class */
export function checkBytes(bytes: Uint8Array, start: number, end: number, mask: number, place: Place): void {
  for (let at = start; at < end; at++) {
    if (((classes[bytes[at] ?? 0] ?? 0) & mask) === 0) throw new Iso8583Error('wrongClass', place, at)
  }
}

/** Whether this code of a character, of whatever script, is of the class. */
export const isOf = (code: number, mask: number): boolean => ((classes[code] ?? 0) & mask) !== 0
