import { type Asked, ask } from './ask.ts'
import { type LineParts, openLine, type ZvtLine } from './line.ts'
import { notPossibleCode, wrongCurrencyCode } from './message.ts'
import { dirhamCode, plainRegistration, registration } from './requests.ts'

export interface ZvtParts extends LineParts {
  /** Six digits. */
  readonly password: string
}

/** How a registration ended (PA00P015 §2.1). Nothing that moves money was sent. */
export type Registered =
  | { readonly kind: 'registered'; readonly line: ZvtLine }
  /** The terminal takes another currency than dirhams. */
  | { readonly kind: 'otherCurrency' }
  | { readonly kind: 'unreachable'; readonly detail: string }
  | Exclude<Asked, { kind: 'completed' }>

/** Opens a line and registers on it; where it does not come to that, the line is closed again. Never rejects. */
export async function register(parts: ZvtParts, ...signals: readonly AbortSignal[]): Promise<Registered> {
  let line: ZvtLine
  try {
    line = await openLine(parts, ...signals)
  } catch (error) {
    return { kind: 'unreachable', detail: (error as Error).message }
  }
  const registered = await registerOn(line, parts)
  if (registered.kind !== 'registered') await line.close()
  return registered
}

/**
 * "Function not possible" and "protocol error": said to a registration that brings along more than a terminal
 * knows.
 */
const notUnderstood: readonly string[] = [notPossibleCode, '9A']

/**
 * Registers on an open line, and leaves it open. A terminal that knows no TLV is asked again without it, and prints
 * line by line then. Its completion need not name its currency: the sale does (PA00P015 §2.1, §2.2).
 */
export async function registerOn(line: ZvtLine, parts: ZvtParts): Promise<Registered> {
  const whole = await askToRegister(line, parts, registration(parts.password))
  const tooMuch = (whole.kind === 'refused' || whole.kind === 'aborted') && notUnderstood.includes(whole.code)
  const asked = tooMuch ? await askToRegister(line, parts, plainRegistration(parts.password)) : whole
  if (asked.kind === 'refused' && asked.code === wrongCurrencyCode) return { kind: 'otherCurrency' }
  if (asked.kind !== 'completed') return asked
  const { currency } = asked.completion
  if (currency !== null && currency !== dirhamCode) return { kind: 'otherCurrency' }
  return { kind: 'registered', line }
}

const askToRegister = (line: ZvtLine, parts: ZvtParts, command: Uint8Array): Promise<Asked> =>
  ask(line, { command, waitMs: parts.timings.questionMs, takesStatus: false }, parts)
