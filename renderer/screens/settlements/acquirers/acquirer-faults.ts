import type { AcquirerDraft, HostField } from './acquirer-draft.ts'

export type FieldFault = 'missing' | 'wrong' | 'both'

export interface AcquirerFaults {
  readonly name: boolean
  readonly terminals: boolean
  readonly hour: boolean
  readonly texts: Partial<Record<HostField, FieldFault>>
}

/** As the till's door takes them. */
const shapes: Partial<Record<HostField, RegExp>> = {
  host: /^[A-Za-z0-9]([A-Za-z0-9.:-]*[A-Za-z0-9])?$|^::1$/,
  port: /^\d{1,5}$/,
  terminalId: /^[\x21-\x7e]{1,8}$/,
  merchantId: /^[\x21-\x7e]{1,15}$/,
  acquirerId: /^\d{0,11}$/,
  settlementId: /^\d{0,11}$/,
}
const needed: readonly HostField[] = ['host', 'port', 'terminalId', 'merchantId']
const largestPort = 65_535
const time = /^([01]\d|2[0-3]):[0-5]\d$/

function textFaults({ way, dialect, via, texts }: AcquirerDraft): AcquirerFaults['texts'] {
  if (way !== 'host') return {}
  const faults: Partial<Record<HostField, FieldFault>> = {}
  const text = (field: HostField): string => texts[field].trim()
  for (const field of dialect === 'file' ? [...needed, 'dialectFile' as const] : needed) {
    if (text(field) === '') faults[field] = 'missing'
  }
  for (const [field, shape] of Object.entries(shapes) as [HostField, RegExp][]) {
    if (faults[field] === undefined && !shape.test(text(field))) faults[field] = 'wrong'
  }
  const port = Number(text('port'))
  if (faults.port === undefined && (port < 1 || port > largestPort)) faults.port = 'wrong'
  if (via === 'tls' && (text('certificateFile') === '') !== (text('keyFile') === ''))
    faults[text('keyFile') === '' ? 'keyFile' : 'certificateFile'] = 'both'
  return faults
}

/** What stands in the way of keeping it. */
export const acquirerFaults = (draft: AcquirerDraft): AcquirerFaults => ({
  name: draft.name.trim() === '',
  terminals: draft.terminals.length === 0,
  hour: draft.at === 'hour' && !time.test(draft.hour.trim()),
  texts: textFaults(draft),
})

export const isWhole = ({ name, terminals, hour, texts }: AcquirerFaults): boolean =>
  !name && !terminals && !hour && Object.keys(texts).length === 0
