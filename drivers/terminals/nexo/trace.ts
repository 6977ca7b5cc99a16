import { maskCard, maskText } from '../masking.ts'
import type { JsonObject, JsonValue } from './json.ts'

/** Fields a trace shows; beyond it a message is no longer something a person reads. */
const mostFields = 60
const longestValue = 100
/** No message of the protocol is deeper; what a stranger sends may be. */
const deepest = 16

/** What is never shown, whatever is in it. */
const secret = /^(SensitiveCardData|ProtectedCardData|TrackData|SecurityTrailer|NexoBlob|Nonce|Hmac)$/
/** Lists of lines, shown by their length only. */
const lengthy = /^(OutputText|OutputXHTML)$/

/**
 * A message for the wire trace: values by their path, card numbers masked, receipts by their length, nothing
 * secret.
 */
export function describe(message: JsonObject, remark = ''): string {
  const fields: Field[] = []
  walk(message, '', fields)
  const cards = fields.flatMap(({ path, text }) => (isCard(path) ? [text.replace(/[ .-]/g, '')] : []))
  const parts = fields.slice(0, mostFields).map(({ path, text }) => {
    // A card number may begin before the cut and end behind it: masked first, cut then.
    const shown = isCard(path) ? maskCard(text) : maskText(text.slice(0, 2 * longestValue), cards)
    return `${maskText(path, cards)}=${shown.slice(0, longestValue)}`
  })
  const more = fields.length > mostFields ? ` … ${fields.length - mostFields} more` : ''
  return parts.join(' ') + more + remark
}

interface Field {
  readonly path: string
  readonly text: string
}

const isCard = (path: string): boolean => /PAN$/i.test(path)

function walk(value: JsonValue, path: string, fields: Field[], depth = 0): void {
  if (typeof value !== 'object' || value === null || depth === deepest) {
    fields.push({ path, text: typeof value === 'object' ? '…' : String(value) })
    return
  }
  for (const [name, field] of Object.entries(value)) {
    const own = name.slice(0, 40)
    // The envelope around every message says nothing.
    const below = path === '' && /^SaleToPOI/.test(name) ? '' : path === '' ? own : `${path}.${own}`
    if (secret.test(name)) fields.push({ path: below, text: '****' })
    else if (lengthy.test(name)) {
      fields.push({ path: below, text: `(${Array.isArray(field) ? field.length : 1} lines)` })
    } else walk(field, below, fields, depth + 1)
  }
}
