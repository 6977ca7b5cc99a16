/** A request as this terminal understood it. Only what was checked is in it. */
export interface Request {
  readonly category: string
  readonly serviceId: string
  readonly saleId: string
  readonly poiId: string
  readonly version: string
  /** The `…Request` of its category. */
  readonly body: Body
}

export type Body = Readonly<Record<string, unknown>>

export type Heard =
  | { readonly kind: 'request'; readonly request: Request }
  /** No header to answer to: all that can be said is that it was not understood. */
  | { readonly kind: 'unreadable'; readonly trouble: string }
  /** The header can be answered, the rest cannot be understood. */
  | { readonly kind: 'misshapen'; readonly request: Request; readonly trouble: string }

/** MessageCategory of everything a Sale system may ask (EpasSaleToPOIMessages). */
const categories = [
  'Abort',
  'Admin',
  'BalanceInquiry',
  'Batch',
  'CardAcquisition',
  'CardReaderAPDU',
  'CardReaderInit',
  'CardReaderPowerOff',
  'Diagnosis',
  'Display',
  'EnableService',
  'GetTotals',
  'Input',
  'Login',
  'Logout',
  'Loyalty',
  'PIN',
  'Payment',
  'Print',
  'Reconciliation',
  'Reversal',
  'Sound',
  'StoredValue',
  'TransactionStatus',
  'Transmit',
]

/** An object that is there; `null`: it is not, or is none. */
export const bodyAt = (from: unknown, name: string): Body | null => {
  const value = typeof from === 'object' && from !== null ? (from as Body)[name] : null
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Body) : null
}

/** A text that is there and within its length; `null`: it is not. */
export const wordAt = (from: unknown, name: string, longest = 256): string | null => {
  const value = typeof from === 'object' && from !== null ? (from as Body)[name] : null
  return typeof value === 'string' && value !== '' && value.length <= longest ? value : null
}

/** The envelope of a message; `null`: it is none. */
export function envelopeOf(text: string): Body | null {
  try {
    return bodyAt(JSON.parse(text), 'SaleToPOIRequest')
  } catch {
    return null
  }
}

/** Checks a plain envelope against the schema (EpasSaleToPOIMessages, MessageHeader). */
export function readRequest(envelope: Body | null): Heard {
  const header = bodyAt(envelope, 'MessageHeader')
  if (header === null) return { kind: 'unreadable', trouble: 'No MessageHeader' }
  const serviceId = wordAt(header, 'ServiceID', 10)
  const saleId = wordAt(header, 'SaleID')
  const poiId = wordAt(header, 'POIID')
  const category = wordAt(header, 'MessageCategory')
  if (serviceId === null) return { kind: 'unreadable', trouble: 'ServiceID must have 1 to 10 characters' }
  if (saleId === null || poiId === null)
    return { kind: 'unreadable', trouble: 'SaleID and POIID are required' }
  if (category === null || !categories.includes(category)) {
    return { kind: 'unreadable', trouble: 'Unknown MessageCategory' }
  }
  const version = wordAt(header, 'ProtocolVersion') ?? ''
  const body = bodyAt(envelope, `${category}Request`)
  const request = { category, serviceId, saleId, poiId, version, body: body ?? {} }
  const misshapen = (trouble: string): Heard => ({ kind: 'misshapen', request, trouble })
  if (!/^3\.[01]$/.test(version)) return misshapen('Unsupported ProtocolVersion')
  if (wordAt(header, 'MessageClass') !== 'Service') return misshapen('Unsupported MessageClass')
  if (wordAt(header, 'MessageType') !== 'Request') return misshapen('MessageType must be Request')
  if (body === null) return misshapen(`No ${category}Request`)
  return { kind: 'request', request }
}
