import type { Result } from '../../kernel/result.ts'
import { err, ok } from '../../kernel/result.ts'
import type { CatalogueTrouble, Place } from './trouble.ts'

/** A JSON value that knows where it stands. Numbers keep their digits, so that 1200.10 is never a float. */
export type PlacedJson = Place &
  (
    | { readonly kind: 'object'; readonly members: readonly PlacedMember[] }
    | { readonly kind: 'array'; readonly items: readonly PlacedJson[] }
    | { readonly kind: 'string' | 'number' | 'literal'; readonly text: string }
  )

export interface PlacedMember extends Place {
  readonly key: string
  readonly value: PlacedJson
}

/** Deeper than any catalogue, shallower than the stack. */
const deepest = 32
const space = /[ \t\r\n]*/y
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const literal = /true|false|null/y
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them inside strings (RFC 8259 §7)
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y

class Fault extends Error {
  readonly at: number
  constructor(at: number, reason: string) {
    super(reason)
    this.at = at
  }
}

/**
 * Reads one JSON text (RFC 8259), every value with its line and column.
 * @param firstLine what the first line of `text` is called; a line of JSONL is not the file's first.
 */
export function readJson(text: string, firstLine = 1): Result<PlacedJson, CatalogueTrouble> {
  const lineStarts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1)
  const placeOf = (at: number): Place => {
    let low = 0
    let high = lineStarts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((lineStarts[middle] ?? 0) <= at) low = middle
      else high = middle - 1
    }
    return { line: low + firstLine, column: at - (lineStarts[low] ?? 0) + 1 }
  }

  let at = 0
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match === null) return null
    at = pattern.lastIndex
    return match[0]
  }
  const mark = (sign: string): boolean => {
    take(space)
    if (text[at] !== sign) return false
    at++
    return true
  }
  const must = (sign: string): void => {
    if (!mark(sign)) throw new Fault(at, at >= text.length ? 'the text ends too early' : `expected ${sign}`)
  }

  function list<T>(close: string, one: () => T): T[] {
    const all: T[] = []
    if (mark(close)) return all
    do all.push(one())
    while (mark(','))
    must(close)
    return all
  }

  function member(depth: number): PlacedMember {
    take(space)
    const start = at
    const key = take(string)
    if (key === null) throw new Fault(at, 'expected a name in quotes')
    must(':')
    return { ...placeOf(start), key: JSON.parse(key) as string, value: value(depth) }
  }

  function value(depth: number): PlacedJson {
    take(space)
    const place = placeOf(at)
    if (depth > deepest) throw new Fault(at, 'too deeply nested')
    if (mark('{')) return { ...place, kind: 'object', members: list('}', () => member(depth + 1)) }
    if (mark('[')) return { ...place, kind: 'array', items: list(']', () => value(depth + 1)) }
    const quoted = take(string)
    if (quoted !== null) return { ...place, kind: 'string', text: JSON.parse(quoted) as string }
    const digits = take(number)
    if (digits !== null) return { ...place, kind: 'number', text: digits }
    const word = take(literal)
    if (word !== null) return { ...place, kind: 'literal', text: word }
    throw new Fault(at, at >= text.length ? 'the text ends too early' : 'this is not JSON')
  }

  try {
    const whole = value(0)
    take(space)
    if (at < text.length) throw new Fault(at, 'text after the end')
    return ok(whole)
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault
    return err({ ...placeOf(fault.at), reason: fault.message })
  }
}
