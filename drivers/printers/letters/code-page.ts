import { upperHalves } from './code-page.data.ts'

export type CodePageName = keyof typeof upperHalves

const tables = new Map<CodePageName, ReadonlyMap<string, number>>()

function tableOf(page: CodePageName): ReadonlyMap<string, number> {
  const known = tables.get(page)
  if (known !== undefined) return known
  const table = new Map<string, number>()
  for (let code = 0x20; code < 0x7f; code++) table.set(String.fromCharCode(code), code)
  let code = 0x80
  for (const char of upperHalves[page]) table.set(char, code++)
  tables.set(page, table)
  return table
}

/** Typography that means the same without it; anything else outside the page is drawn, never replaced. */
const folds: ReadonlyMap<string, string> = new Map([
  ['\u00a0', ' '],
  ['\u2009', ' '],
  ['\u202f', ' '],
  ['\u2010', '-'],
  ['\u2011', '-'],
  ['\u2013', '-'],
  ['\u2014', '-'],
  ['\u2212', '-'],
  ['\u2018', "'"],
  ['\u2019', "'"],
  ['\u02bc', "'"],
  ['\u201c', '"'],
  ['\u201d', '"'],
  ['\u2026', '...'],
  ['\u00ad', ''],
])

/** Left-to-right text needs no isolates: the printer has no bidi to keep apart. */
const isolates = /[\u2066-\u2069]/g

const ascii = /^[\x20-\x7e]*$/

/** The text as the page can write it, one character a column; `null` if a single character is outside. */
export function pageText(text: string, page: CodePageName): string | null {
  const bare = text.replace(isolates, '')
  if (ascii.test(bare)) return bare
  const table = tableOf(page)
  let out = ''
  for (const char of bare.normalize('NFC')) {
    const folded = folds.get(char) ?? char
    if (folded.length === 1 && !table.has(folded)) return null
    if (folded.length > 1 && folded !== '...') return null
    out += folded
  }
  return out
}

/** Bytes of text that `pageText` gave. @throws RangeError on a character outside the page. */
export function pageBytes(text: string, page: CodePageName): Uint8Array {
  const table = tableOf(page)
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const byte = table.get(text.charAt(i))
    if (byte === undefined) throw new RangeError(`U+${text.charCodeAt(i).toString(16)} is not in ${page}`)
    bytes[i] = byte
  }
  return bytes
}
