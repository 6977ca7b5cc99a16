import { type Code128Part, type CodeSet, code128Modules } from './mechanism/code128.ts'
import { ean13CheckDigit, ean13Modules } from './mechanism/ean13.ts'

const OPEN_BRACE = 0x7b

/** Symbologies by m of GS k, form A (NUL behind the data) and form B (length before it). */
const ean13 = [2, 67]
const code128 = 73
const known = [0, 1, 2, 3, 4, 5, 6, ...Array.from({ length: 15 }, (_, i) => 65 + i)]

/**
 * How far a GS k goes, `null` while it is incomplete. Refused: the printer breaks off behind m (and n), and prints the
 * data as text. Source: Epson, GS k: "the following data is processed as normal data".
 */
export function barcodeEnd(
  stream: Uint8Array,
): { readonly length: number; readonly refused: boolean } | null {
  const m = stream[2]
  if (m === undefined) return null
  if (!known.includes(m)) return { length: 3, refused: true }
  if (m < 65) {
    const end = stream.indexOf(0, 3)
    if (end < 0) return null
    return acceptable(m, stream.subarray(3, end))
      ? { length: end + 1, refused: false }
      : { length: 3, refused: true }
  }
  const n = stream[3]
  if (n === undefined || stream.length < 4 + n) return null
  return acceptable(m, stream.subarray(4, 4 + n))
    ? { length: 4 + n, refused: false }
    : { length: 4, refused: true }
}

function acceptable(m: number, data: Uint8Array): boolean {
  if (ean13.includes(m)) return /^\d{12,13}$/.test(latin(data))
  if (m === code128) return code128Parts(data) !== null
  return data.length > 0
}

/** What a barcode is drawn from and what is written below it. */
export interface BarcodeSymbol {
  readonly modules: readonly boolean[]
  readonly text: string
  /** What a driver should not have sent, though it prints; `null`: nothing. */
  readonly remark: string | null
}

/** @param bytes m, then (form B) n, then the data. `null`: a symbology that is not simulated. */
export function barcodeSymbol(bytes: Uint8Array): BarcodeSymbol | null {
  const m = bytes[0] ?? 0
  const data = m < 65 ? bytes.subarray(1, -1) : bytes.subarray(2)
  if (ean13.includes(m)) {
    const text = latin(data)
    const right = ean13CheckDigit(text)
    const digits = text.length === 12 ? text + right : text
    const remark = digits[12] === right ? null : `EAN-13 ${digits} with a wrong check digit`
    return { modules: ean13Modules(digits), text: digits, remark }
  }
  if (m !== code128) return null
  const read = code128Parts(data)
  const modules = read === null ? null : code128Modules(read.first, read.parts)
  return modules === null || read === null ? null : { modules, text: read.text, remark: null }
}

/**
 * `{A {B {C` choose a set, `{S` shifts, `{1…{4` are functions, `{{` is a brace; in set C one byte is one pair.
 * Begins with a set. Source: Epson, GS k, CODE128. `null`: data that breaks the rules.
 */
function code128Parts(
  data: Uint8Array,
): { readonly first: CodeSet; readonly parts: readonly Code128Part[]; readonly text: string } | null {
  const first = setOf(data[1])
  if (data[0] !== OPEN_BRACE || first === null || data.length < 3) return null
  const parts: Code128Part[] = []
  let set = first
  let text = ''
  for (let at = 2; at < data.length; at++) {
    const byte = data[at] ?? 0
    if (byte !== OPEN_BRACE || (set === 'C' && setOf(data[at + 1]) === null && !isFunction(data[at + 1]))) {
      parts.push({ kind: 'value', value: byte })
      text += set === 'C' ? String(byte).padStart(2, '0') : readable(byte)
      continue
    }
    const next = data[++at]
    const change = setOf(next)
    if (change !== null) {
      set = change
      parts.push({ kind: 'set', set })
    } else if (next === OPEN_BRACE) {
      parts.push({ kind: 'value', value: OPEN_BRACE })
      text += '{'
    } else if (next === 0x53) parts.push({ kind: 'shift' })
    else if (isFunction(next)) parts.push({ kind: 'function', n: ((next ?? 0x31) - 0x30) as 1 | 2 | 3 | 4 })
    else return null
  }
  return code128Modules(first, parts) === null ? null : { first, parts, text }
}

const setOf = (byte: number | undefined): CodeSet | null =>
  byte === 0x41 ? 'A' : byte === 0x42 ? 'B' : byte === 0x43 ? 'C' : null
const isFunction = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x31 && byte <= 0x34
const readable = (byte: number): string => (byte < 0x20 || byte > 0x7e ? ' ' : String.fromCharCode(byte))
const latin = (data: Uint8Array): string => String.fromCharCode(...data)
