/** What a fact may hold: JSON only. `undefined`, functions, Dates and NaN have no one way to be written. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue }

/**
 * The one text of a JSON value (RFC 8785 for our value range): keys sorted by UTF-16 code unit (§3.2.3), no
 * white space, strings and numbers as ECMAScript writes them (§3.2.2). Two equal values give the same bytes, so a
 * hash over the text is a hash over the value.
 * @throws TypeError on anything that JSON cannot say exactly: undefined, NaN, Infinity, bigint, functions, Dates,
 * lone surrogates.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return text(value)
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`not a JSON number: ${value}`)
      return JSON.stringify(value)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'object':
      if (value === null) return 'null'
      return Array.isArray(value) ? list(value) : record(value)
    default:
      throw new TypeError(`not a JSON value: ${typeof value}`)
  }
}

function text(value: string): string {
  if (!value.isWellFormed()) throw new TypeError('a text with half a character (lone surrogate)')
  return JSON.stringify(value)
}

function list(values: readonly unknown[]): string {
  let out = '['
  // By index, not by `map`: a hole in an array is `undefined`, which `map` would skip over.
  for (let i = 0; i < values.length; i++) out += (i === 0 ? '' : ',') + canonicalJson(values[i])
  return `${out}]`
}

function record(value: object): string {
  const prototype = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError('not a plain object')
  const source = value as Record<string, unknown>
  let out = '{'
  // Default sort compares UTF-16 code units, which is the order RFC 8785 asks for.
  for (const key of Object.keys(source).sort()) {
    out += `${out.length === 1 ? '' : ','}${text(key)}:${canonicalJson(source[key])}`
  }
  return `${out}}`
}
