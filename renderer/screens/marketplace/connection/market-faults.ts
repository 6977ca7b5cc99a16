import { codesOf, isKept, type MarketDraft } from './market-draft.ts'
import { type FieldSpec, type MarketField, platformFields } from './platform-fields.data.ts'

export type FieldFault = 'missing' | 'wrong' | 'address' | 'secret' | 'both' | 'many' | 'port'
export type MarketFaults = Partial<Record<MarketField | 'hookHost' | 'hookPort', FieldFault>>

/** As the till's door takes them. */
const secretShape = /^[\x21-\x7e]*$/
const control = /\p{Cc}/u
const onThisMachine = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/|$)/
const mostCodes = 20
const longestCode = 200
const largestPort = 65_535

const isAddress = (text: string): boolean =>
  URL.canParse(text) && (text.startsWith('https://') || onThisMachine.test(text))

function textFault({ field, kind, needed }: FieldSpec, draft: MarketDraft): FieldFault | null {
  const text = draft.texts[field].trim()
  if (text === '') return needed && !isKept(draft, field) ? 'missing' : null
  if (kind === 'address') return isAddress(text) ? null : 'address'
  if (kind === 'secret') return secretShape.test(text) ? null : 'secret'
  if (control.test(draft.texts[field])) return 'wrong'
  if (kind !== 'codes') return null
  const codes = codesOf(text)
  if (codes.length > mostCodes) return 'many'
  return codes.some((code) => code.length > longestCode) ? 'wrong' : null
}

/** A user without a password, or the other way round. */
function mediaFaults(draft: MarketDraft): MarketFaults {
  const user = draft.texts.mediaUser.trim() !== ''
  const password = draft.texts.mediaPassword.trim() !== ''
  if (user && !password && !isKept(draft, 'mediaPassword')) return { mediaPassword: 'both' }
  return !user && password ? { mediaUser: 'both' } : {}
}

function hookFaults(draft: MarketDraft): MarketFaults {
  const host = draft.hookHost.trim()
  const port = draft.hookPort.trim()
  if (host === '' && port === '') return {}
  if (host === '') return { hookHost: 'both' }
  if (control.test(host)) return { hookHost: 'wrong' }
  if (port === '') return { hookPort: 'both' }
  const number = /^\d{1,5}$/.test(port) ? Number(port) : 0
  return number >= 1 && number <= largestPort ? {} : { hookPort: 'port' }
}

/** What stands in the way of testing it. */
export function marketFaults(draft: MarketDraft): MarketFaults {
  if (draft.platform === null) return {}
  const faults: MarketFaults = draft.platform === 'woocommerce' ? mediaFaults(draft) : {}
  for (const spec of platformFields[draft.platform]) {
    const fault = textFault(spec, draft)
    if (fault !== null) faults[spec.field] = fault
  }
  return { ...faults, ...hookFaults(draft) }
}
