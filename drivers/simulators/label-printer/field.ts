import type { ZplCommand } from './zpl-reader.ts'

/** A field as its commands have described it so far. */
export interface Field {
  readonly at: { readonly x: number; readonly y: number; readonly from: 'top' | 'baseline' } | null
  readonly font: { readonly height: number; readonly width: number } | null
  /** Width in which the text stands in the middle. */
  readonly block: number | null
  /** What two hexadecimal digits follow; `null`: none. */
  readonly mark: string | null
  readonly code: { readonly name: '^BE' | '^BC' | '^BQ'; readonly parameters: readonly string[] } | null
  /** Parameters of a `^GF`. */
  readonly graphic: string | null
  readonly data: string | null
}

export const noField: Field = {
  at: null,
  font: null,
  block: null,
  mark: null,
  code: null,
  graphic: null,
  data: null,
}

/** Longest field data (ZPL II guide, ^FD). */
const longestData = 3_072

/**
 * The field after a command; `null` for a command that describes none.
 * @param report told of what is not as the guide has it
 */
export function afterField(
  field: Field,
  { name, data }: ZplCommand,
  report: (what: string) => void,
): Field | null {
  const parameters = data.split(',')
  const whole = (place: number, standing: number): number => {
    const text = parameters[place] ?? ''
    if (/^\d{1,5}$/.test(text)) return Number(text)
    if (text !== '') report(`${name}${data}: ${text} is not a number of dots`)
    return standing
  }
  switch (name) {
    case '^FO':
    case '^FT':
      return { ...field, at: { x: whole(0, 0), y: whole(1, 0), from: name === '^FO' ? 'top' : 'baseline' } }
    case '^A': {
      if (!/^0N(,|$)/.test(data)) report(`${name}${data}: only ^A0N is simulated`)
      const height = Math.max(10, whole(1, 15))
      return { ...field, font: { height, width: whole(2, height) } }
    }
    case '^FB':
      if (parameters[1] !== '1' || parameters[3] !== 'C') report(`${name}${data}: only one centred line`)
      return { ...field, block: whole(0, 0) }
    case '^FH':
      return { ...field, mark: data === '' ? '_' : (data[0] ?? '_') }
    case '^BE':
    case '^BC':
    case '^BQ':
      return { ...field, code: { name, parameters } }
    case '^GF':
      return { ...field, graphic: data }
    case '^FD':
      if (data.length > longestData) report(`${name}: ${data.length} characters of data`)
      return { ...field, data: data.slice(0, longestData) }
    case '^FX':
      return field
    default:
      return null
  }
}

/** Field data as bytes, one character each, its escapes resolved. */
export function fieldBytes({ data, mark }: Field, report: (what: string) => void): string {
  if (data === null) return ''
  if (mark === null) return data
  let out = ''
  for (let at = 0; at < data.length; at++) {
    if (data[at] !== mark) {
      out += data[at]
      continue
    }
    const digits = data.slice(at + 1, at + 3)
    if (!/^[0-9A-Fa-f]{2}$/.test(digits)) report(`${mark}${digits} is no escape`)
    out += String.fromCharCode(Number.parseInt(digits, 16) || 0)
    at += 2
  }
  return out
}
