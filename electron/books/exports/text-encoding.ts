/** UTF-8 with a mark in front, which spreadsheets know it by; or the Arabic code page of Windows, for older programs. */
export type TextEncoding = 'utf-8' | 'windows-1256'

export interface Encoder {
  /** What stands before the first letter. */
  readonly mark: Uint8Array
  encode(text: string): Uint8Array
  /** Characters that this encoding has no letter for, each written as `?`. */
  readonly replaced: number
}

const utf8: Omit<Encoder, 'replaced'> = {
  mark: Uint8Array.of(0xef, 0xbb, 0xbf),
  encode: (text) => Buffer.from(text),
}

const question = 0x3f

/** Character → byte, from the same table that decodes it everywhere (WHATWG Encoding). */
function lettersOf1256(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder('windows-1256')
  return new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
}

/**
 * What the code page has under another name: spaces that do not break, and marks that only order a line, which plain text can do
 * without.
 */
const alike = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u202f\u2009]/g, '\u00a0')
    .replace(/[\u2066-\u2069]/g, '')

/** Encodes text piece by piece. A piece must not end inside a character. */
export function encoderOf(encoding: TextEncoding): Encoder {
  if (encoding === 'utf-8') return { ...utf8, replaced: 0 }
  const letters = lettersOf1256()
  let replaced = 0
  return {
    mark: new Uint8Array(),
    encode(text) {
      return Uint8Array.from(alike(text), (letter) => {
        const byte = letters.get(letter)
        if (byte === undefined) replaced += 1
        return byte ?? question
      })
    },
    get replaced() {
      return replaced
    },
  }
}
