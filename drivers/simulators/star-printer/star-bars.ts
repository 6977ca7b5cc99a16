import { type Code128Part, type CodeSet, code128Modules } from '../printer/mechanism/code128.ts'
import { ean13CheckDigit, ean13Modules } from '../printer/mechanism/ean13.ts'

/** Bars as ESC b asked for them. */
export interface StarBars {
  readonly modules: readonly boolean[]
  readonly text: string
  readonly moduleDots: number
  readonly height: number
  readonly figures: boolean
  /** Whether the paper moves on behind them, or they stay in the line. */
  readonly feeds: boolean
}

/**
 * ESC b n1 n2 n3 n4 d… RS. Source: STAR Line Mode Command Specifications §3-3-10, §5-1.
 * @returns what is wrong with it: out of range, the printer drops everything up to RS
 */
export function starBars(bytes: Uint8Array): StarBars | string {
  const [n1 = 0, n2 = 0, n3 = 0, height = 0] = bytes
  const text = String.fromCharCode(...bytes.subarray(4, -1))
  const symbology = n1 >= 48 ? n1 - 48 : n1
  const look = n2 >= 49 ? n2 - 48 : n2
  const mode = n3 >= 49 ? n3 - 48 : n3
  if (look < 1 || look > 4 || mode < 1 || mode > 3 || height < 1) return 'ESC b out of range: ignored'
  const drawn = symbology === 3 ? ean13(text) : symbology === 6 ? code128(text) : null
  if (drawn === null) return `ESC b: ${JSON.stringify(text)} is no symbol of kind ${symbology} here: ignored`
  const figures = look === 2 || look === 4
  return { ...drawn, moduleDots: mode + 1, height, figures, feeds: look <= 2 }
}

type Drawn = Pick<StarBars, 'modules' | 'text'>

/** Twelve or thirteen figures; the printer's own check digit has priority. */
function ean13(text: string): Drawn | null {
  if (!/^\d{12,13}$/.test(text)) return null
  const digits = text.slice(0, 12) + ean13CheckDigit(text)
  return { modules: ean13Modules(digits), text: digits }
}

/**
 * `%0` is `%`, `%5` DEL, `%@…%_` controls, `%1…%4` functions, `%6 %7 %8` start A, B, C. Without a start: C before more
 * than four figures, A before a control, else B. Where C cannot go on, B takes over, as the printer's own choice.
 */
function code128(text: string): Drawn | null {
  const units = text.match(/%[\s\S]|[^%]/g) ?? []
  if (units.join('') !== text || units.length === 0) return null
  const given = ({ '%6': 'A', '%7': 'B', '%8': 'C' } as const)[units[0] ?? '']
  const first: CodeSet = given ?? (/^\d{5}/.test(text) ? 'C' : /^%[@-_]/.test(text) ? 'A' : 'B')
  const parts: Code128Part[] = []
  let shown = ''
  let set = first
  const rest = given === undefined ? units : units.slice(1)
  for (let at = 0; at < rest.length; at++) {
    const pair = `${rest[at]}${rest[at + 1] ?? ''}`
    if (set === 'C' && /^\d\d$/.test(pair)) {
      parts.push({ kind: 'value', value: Number(pair) })
      shown += pair
      at++
      continue
    }
    if (set === 'C') {
      set = 'B'
      parts.push({ kind: 'set', set })
    }
    const part = partOf(rest[at] ?? '')
    if (part === null) return null
    parts.push(part)
    if (part.kind === 'value' && part.value >= 0x20 && part.value < 0x7f)
      shown += String.fromCharCode(part.value)
  }
  const modules = code128Modules(first, parts)
  return modules === null ? null : { modules, text: shown }
}

function partOf(unit: string): Code128Part | null {
  if (unit.length === 1) return { kind: 'value', value: unit.charCodeAt(0) }
  const code = unit.charCodeAt(1)
  if (unit === '%0') return { kind: 'value', value: 0x25 }
  if (unit === '%5') return { kind: 'value', value: 0x7f }
  if (code >= 0x31 && code <= 0x34) return { kind: 'function', n: (code - 0x30) as 1 | 2 | 3 | 4 }
  return code >= 0x40 && code <= 0x5f ? { kind: 'value', value: code - 0x40 } : null
}
