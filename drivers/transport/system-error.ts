import type { TransportErrorCode } from './transport.ts'
import { TransportError } from './transport.ts'

const codes: Readonly<Record<string, TransportErrorCode>> = {
  ECONNREFUSED: 'refused',
  ECONNRESET: 'refused',
  ENXIO: 'notFound',
  ENOENT: 'notFound',
  ENODEV: 'notFound',
  ENOTFOUND: 'notFound',
  EAI_AGAIN: 'notFound',
  EHOSTUNREACH: 'notFound',
  ENETUNREACH: 'notFound',
  EHOSTDOWN: 'notFound',
  ETIMEDOUT: 'timeout',
  EBUSY: 'busy',
  EACCES: 'denied',
  EPERM: 'denied',
}

/**
 * Names what the operating system said. The serial library gives only sentences, so those are read as a last
 * resort.
 */
export function transportError(name: string, cause: unknown): TransportError {
  if (cause instanceof TransportError) return cause
  const error = cause as NodeJS.ErrnoException | null
  const text = error?.message ?? String(cause)
  const code = (error?.code !== undefined ? codes[error.code] : undefined) ?? codeOfSentence(text)
  return new TransportError(code, `${name}: ${text}`, { cause })
}

function codeOfSentence(text: string): TransportErrorCode {
  if (/no such file|file not found|no such device/i.test(text)) return 'notFound'
  if (/permission denied|access denied/i.test(text)) return 'denied'
  if (/cannot lock|resource busy|temporarily unavailable/i.test(text)) return 'busy'
  return 'io'
}
