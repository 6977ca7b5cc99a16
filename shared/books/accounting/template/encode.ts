import { codePages } from './code-pages.data.ts'
import type { Encoding } from './sources.ts'
import { standIns } from './stand-ins.data.ts'

export interface Fitted {
  /** Of characters that the encoding has. */
  readonly text: string
  /** How many it did not have: written as another, or as `?`. */
  readonly replaced: number
}

/** Writes texts in one encoding. */
export interface Encoder {
  fit(text: string): Fitted
  /** @param text fitted */
  bytes(text: string): Uint8Array
}

/** Marks that a letter is written with: é is e and one of them. */
const marks = /\p{M}/gu
const ascii = /^[\x20-\x7e]*$/

/** One character in letters that an encoding may have; `?` for what has none. */
function standInFor(character: string, has: (letter: string) => boolean): string {
  const other = standIns[character] ?? character.normalize('NFKD').replace(marks, '')
  return other !== character && [...other].every(has) ? other : '?'
}

export function encoderOf(encoding: Encoding): Encoder {
  if (encoding === 'utf-8' || encoding === 'utf-8-bom')
    return {
      fit: (text) => ({ text: text.toWellFormed(), replaced: 0 }),
      bytes: (text) => utf8(text, encoding === 'utf-8-bom'),
    }
  const page = new Map([...codePages[encoding]].map((character, at) => [character, 0x80 + at]))
  const has = (character: string): boolean => character < '\x80' || page.has(character)
  return {
    fit(text) {
      if (ascii.test(text)) return { text, replaced: 0 }
      let fitted = ''
      let replaced = 0
      for (const character of text.normalize('NFC')) {
        if (!has(character)) replaced += 1
        fitted += has(character) ? character : standInFor(character, has)
      }
      return { text: fitted, replaced }
    },
    bytes: (text) =>
      Uint8Array.from(text, (character) =>
        character < '\x80' ? character.charCodeAt(0) : (page.get(character) ?? 0x3f),
      ),
  }
}

function utf8(text: string, marked: boolean): Uint8Array {
  const bytes: number[] = marked ? [0xef, 0xbb, 0xbf] : []
  for (const character of text.toWellFormed()) {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), trail(code))
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), trail(code >> 6), trail(code))
    else bytes.push(0xf0 | (code >> 18), trail(code >> 12), trail(code >> 6), trail(code))
  }
  return Uint8Array.from(bytes)
}

const trail = (bits: number): number => 0x80 | (bits & 0x3f)
