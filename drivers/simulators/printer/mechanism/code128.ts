import { code128Widths } from './code128.data.ts'

export type CodeSet = 'A' | 'B' | 'C'

/** What a symbol says after its start: characters, pairs of figures, changes of set, functions. */
export type Code128Part =
  | { readonly kind: 'set'; readonly set: CodeSet }
  /** The next character only is of the other of A and B. */
  | { readonly kind: 'shift' }
  | { readonly kind: 'function'; readonly n: 1 | 2 | 3 | 4 }
  /** A character code, or in set C a pair of figures as a number. */
  | { readonly kind: 'value'; readonly value: number }

const start: Readonly<Record<CodeSet, number>> = { A: 103, B: 104, C: 105 }
const stop = 106
const shift = 98

/** Modules of a symbol, check character and stop included; `null` for what its sets cannot say. */
export function code128Modules(first: CodeSet, parts: readonly Code128Part[]): readonly boolean[] | null {
  const values = valuesOf(first, parts)
  if (values === null) return null
  const check = values.reduce((sum, value, i) => sum + value * Math.max(1, i), 0) % 103
  return [...values, check, stop].flatMap((value) =>
    [...(code128Widths[value] ?? '')].flatMap((width, i) => Array<boolean>(Number(width)).fill(i % 2 === 0)),
  )
}

function valuesOf(first: CodeSet, parts: readonly Code128Part[]): readonly number[] | null {
  const values = [start[first]]
  let set = first
  let shifted = false
  for (const part of parts) {
    const value = partValue(part, set, shifted)
    if (value === null) return null
    shifted = part.kind === 'shift'
    if (part.kind === 'set') set = part.set
    values.push(value)
  }
  return values
}

/** Source: ISO/IEC 15417 table 1: what each value means in each set. */
function partValue(part: Code128Part, set: CodeSet, shifted: boolean): number | null {
  if (part.kind === 'shift') return set === 'C' ? null : shift
  if (part.kind === 'set') return part.set === set ? null : { A: 101, B: 100, C: 99 }[part.set]
  if (part.kind === 'function') {
    if (part.n === 1) return 102
    if (set === 'C') return null
    return part.n === 2 ? 97 : part.n === 3 ? 96 : set === 'A' ? 101 : 100
  }
  if (set === 'C') return part.value <= 99 ? part.value : null
  const inA = (set === 'A') !== shifted
  if (inA) return part.value < 0x20 ? part.value + 64 : part.value < 0x60 ? part.value - 0x20 : null
  return part.value >= 0x20 && part.value < 0x80 ? part.value - 0x20 : null
}
