import type { FieldValue } from './field-codec.ts'
import type { Message } from './message.ts'

/**
 * Fields whose values may be written down: numbers, times, codes, names of machines, counts and amounts. Of all others
 * (2, 34–36, 45, 52, 53 and 55 above all: card, tracks, PIN, chip) only the length is, and so of what is added later.
 */
const shown: ReadonlySet<number> = new Set([
  3, 4, 7, 11, 12, 13, 15, 17, 24, 25, 32, 33, 37, 38, 39, 41, 42, 49, 66, 70, 74, 75, 76, 77, 86, 87, 88, 89,
  90, 95, 97, 99,
])

/** Free text, where a host might put anything: shown but for what could be a card number. */
const worded: ReadonlySet<number> = new Set([44, 60, 61, 62, 63])

/** A message for logs: `0500 11=000123 2=(16 characters)`, fields in order, nothing of a card in it. */
export function describe({ mti, fields }: Message): string {
  const ordered = [...fields].sort(([one], [other]) => one - other)
  return [mti, ...ordered.map(([field, value]) => `${field}=${described(field, value)}`)].join(' ')
}

function described(field: number, value: FieldValue): string {
  if (typeof value !== 'string') return `(${value.length} bytes)`
  if (shown.has(field)) return quoted(value)
  if (worded.has(field)) return quoted(withoutLongNumbers(value))
  return `(${value.length} characters)`
}

/** Twelve digits and more, also in groups: the shortest card number. Whether it is one is not asked. */
const withoutLongNumbers = (text: string): string =>
  text.replace(/\d(?:[ .-]?\d){11,}/g, (run) => '*'.repeat(run.length))

const quoted = (text: string): string => (/^\w+$/.test(text) ? text : JSON.stringify(text))
