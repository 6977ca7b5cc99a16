import type { HostDialect } from '../wire/host-dialect.ts'
import type { HostMessage } from '../wire/message.ts'

export type RequestKind = 'transaction' | 'advice' | 'upload' | 'reversal' | 'settlement' | 'network'

/** A message that asks for something this host knows. */
export interface Request {
  readonly kind: RequestKind
  /** As received. */
  readonly message: HostMessage
  /** Its type as of the first time: of 0501 it is 0500. */
  readonly type: string
  readonly isRepeat: boolean
  readonly stan: string
  /** `merchant/terminal`. */
  readonly terminal: string
  readonly answerType: string
}

/** Class and function (ISO 8583:1987 §4.1); 03xx is what terminals made of it. */
const kinds: Readonly<Record<string, RequestKind>> = {
  '20': 'transaction',
  '22': 'advice',
  '32': 'upload',
  '40': 'reversal',
  '42': 'reversal',
  '50': 'settlement',
  '52': 'settlement',
  '80': 'network',
}

/** @returns `null`: nothing this host answers, or nobody to answer */
export function requestOf(message: HostMessage, { talk }: Pick<HostDialect, 'talk'>): Request | null {
  const { mti } = message
  const kind = kinds[mti.slice(1, 3)]
  const origin = mti.charAt(3)
  const text = (field: number): string => message.fields.get(field)?.trim() ?? ''
  if (kind === undefined || (origin !== '0' && origin !== '1')) return null
  if (text(11) === '' || text(41) === '') return null
  return {
    kind,
    message,
    type: `${mti.slice(0, 3)}0`,
    isRepeat: origin === '1',
    stan: text(11),
    terminal: `${text(42)}/${text(41)}`,
    // The answer to a repeat is the same as to the first (0501 → 0510).
    answerType: talk.answers[mti] ?? `${mti.slice(0, 2)}${Number(mti.charAt(2)) + 1}0`,
  }
}

/** A field without the blanks that fill it; '' where there is none. */
export const textAt = ({ message }: Request, field: number): string => message.fields.get(field)?.trim() ?? ''
