import { type Bitmap, barsBitmap } from '../printer/mechanism/bitmap.ts'
import { type Code128Part, type CodeSet, code128Modules } from '../printer/mechanism/code128.ts'
import { ean13CheckDigit, ean13Modules } from '../printer/mechanism/ean13.ts'
import { qrBitmap } from '../printer/mechanism/symbols.ts'

/** Rows by which guard bars of an EAN-13 are longer. */
const guardDots = 10

/** `^BE`: exactly twelve figures, or a printer silently cuts and fills them. @returns what is wrong, as a sentence */
export function ean13Field(data: string, moduleDots: number, height: number): Bitmap | string {
  if (!/^\d{12}$/.test(data)) return `^BE wants twelve figures, not ${JSON.stringify(data)}`
  const modules = ean13Modules(data + ean13CheckDigit(data))
  const guard = (module: number) => module < 3 || module >= 92 || (module >= 45 && module < 50)
  const bars = barsBitmap(modules, moduleDots, height + guardDots)
  return {
    ...bars,
    black: (x, y) => bars.black(x, y) && (y < height || guard(Math.floor(x / moduleDots))),
  }
}

/** What stands behind `>` in field data (ZPL II guide, Code 128 invocation characters). */
const spelled: Readonly<Record<string, number>> = { '<': 0x5e, '0': 0x3e, '=': 0x7e, '1': 0x7f }
const starts: Readonly<Record<string, CodeSet>> = { '9': 'A', ':': 'B', ';': 'C' }
const changes: Readonly<Record<string, CodeSet>> = { '7': 'A', '6': 'B', '5': 'C' }

/** `^BC`, mode N. @returns what is wrong, as a sentence */
export function code128Field(data: string, moduleDots: number, height: number): Bitmap | string {
  const first = data[0] === '>' ? starts[data[1] ?? ''] : undefined
  const parts = code128Parts(first === undefined ? data : data.slice(2), first ?? 'B')
  const modules = parts === null ? null : code128Modules(first ?? 'B', parts)
  if (modules === null) return `^BC cannot say ${JSON.stringify(data)}`
  return barsBitmap(modules, moduleDots, height)
}

function code128Parts(data: string, first: CodeSet): readonly Code128Part[] | null {
  const parts: Code128Part[] = []
  let set = first
  for (let at = 0; at < data.length; at++) {
    const char = data[at] ?? ''
    const next = data[at + 1] ?? ''
    if (char === '>') {
      at++
      const change = changes[next]
      const value = spelled[next]
      if (change !== undefined) {
        set = change
        parts.push({ kind: 'set', set })
      } else if (value !== undefined) parts.push({ kind: 'value', value })
      else if (next === '8') parts.push({ kind: 'function', n: 1 })
      else return null
    } else if (set === 'C') {
      at++
      if (!/^\d\d$/.test(char + next)) return null
      parts.push({ kind: 'value', value: Number(char + next) })
    } else parts.push({ kind: 'value', value: char.charCodeAt(0) })
  }
  return parts.length === 0 ? null : parts
}

/** `^BQ`: level, input mode, comma, then what it says. @returns what is wrong, as a sentence */
export function qrField(data: string, moduleDots: number): Bitmap | string {
  const [, level, text] = /^([LMQH])A,(.+)$/s.exec(data) ?? []
  if (level === undefined || text === undefined)
    return `^BQ data begins with a level and A, not ${JSON.stringify(data.slice(0, 3))}`
  // Automatic input cannot carry bytes above ASCII.
  if (!/^[\x20-\x7e]+$/.test(text)) return '^BQ in automatic mode takes ASCII only'
  return qrBitmap(Buffer.from(text, 'latin1'), 'LMQH'.indexOf(level), moduleDots) ?? '^BQ data is too long'
}
