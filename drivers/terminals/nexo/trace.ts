import { maskCard, maskText } from '../masking.ts'
import type { JsonObject, JsonValue } from './json.ts'

/** Fields a trace shows; beyond it a message is no longer something a person reads. */
const mostFields = 60

/** What is never shown, whatever is in it. */
const secret = /^(SensitiveCardData|ProtectedCardData|TrackData|SecurityTrailer|NexoBlob|Nonce|Hmac)$/
/** Lists of lines, shown by their length only. */
const lengthy = /^(OutputText|OutputXHTML)$/

/** A message for the wire trace: values by their path, card numbers masked, receipts by their length, nothing secret. */
export function describe(message: JsonObject, remark = ''): string {
  const parts: string[] = []
  walk(message, '', parts)
  const more = parts.length > mostFields ? ` … ${parts.length - mostFields} more` : ''
  return parts.slice(0, mostFields).join(' ') + more + remark
}

function walk(value: JsonValue, path: string, parts: string[]): void {
  if (typeof value !== 'object' || value === null) {
    const text = String(value)
    const shown = /PAN$/i.test(path) ? maskCard(text) : maskText(text)
    parts.push(`${path}=${shown.slice(0, 100)}`)
    return
  }
  for (const [name, field] of Object.entries(value)) {
    const own = maskText(name).slice(0, 40)
    // The envelope around every message says nothing.
    const below = path === '' && /^SaleToPOI/.test(name) ? '' : path === '' ? own : `${path}.${own}`
    if (secret.test(name)) parts.push(`${below}=****`)
    else if (lengthy.test(name)) parts.push(`${below}=(${Array.isArray(field) ? field.length : 1} lines)`)
    else walk(field, below, parts)
  }
}
