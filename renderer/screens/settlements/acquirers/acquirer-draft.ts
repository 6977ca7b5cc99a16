import type {
  AcquirerConfig,
  AcquirersConfig,
  AcquirerWay,
  HostPlace,
  SettleWhen,
} from '#shared/contract/acquirers.ts'

/** Dialects that come with the till. */
export const dialects = ['iso87', 'edc'] as const
type Dialect = (typeof dialects)[number]

/** What is typed of a host; every field at once, so that changing one’s mind loses nothing. */
const hostFields = [
  'dialectFile',
  'host',
  'port',
  'terminalId',
  'merchantId',
  'acquirerId',
  'settlementId',
  'macKeyFile',
  'authorityFile',
  'certificateFile',
  'keyFile',
] as const
export type HostField = (typeof hostFields)[number]

/** An acquirer as the form holds it. */
export interface AcquirerDraft {
  /** `null`: it is new and gets one when it is kept. */
  readonly id: string | null
  readonly name: string
  readonly way: AcquirerWay['kind']
  readonly at: SettleWhen['at']
  readonly hour: string
  readonly terminals: readonly string[]
  readonly dialect: Dialect | 'file'
  readonly via: HostPlace['via']
  readonly texts: Readonly<Record<HostField, string>>
  readonly statement: AcquirerConfig['statement']
}

const noTexts = Object.fromEntries(hostFields.map((field) => [field, ''])) as Record<HostField, string>

/** @param terminals those that nobody settles yet */
export const newDraft = (terminals: readonly string[]): AcquirerDraft => ({
  id: null,
  name: '',
  way: 'host',
  at: 'closing',
  hour: '',
  terminals,
  dialect: 'iso87',
  via: 'tls',
  texts: noTexts,
  statement: null,
})

/** The form as an acquirer is set up now. */
export function draftOf({ id, name, way, when, terminals, statement }: AcquirerConfig): AcquirerDraft {
  const draft: AcquirerDraft = {
    ...newDraft(terminals),
    id,
    name,
    way: way.kind,
    at: when.at,
    hour: when.at === 'hour' ? when.hour : '',
    statement,
  }
  if (way.kind !== 'host') return draft
  const { place } = way
  const shipped = dialects.find((each) => each === way.dialect)
  return {
    ...draft,
    dialect: shipped ?? 'file',
    via: place.via,
    texts: {
      dialectFile: shipped === undefined ? way.dialect : '',
      host: place.host,
      port: String(place.port),
      terminalId: way.terminalId,
      merchantId: way.merchantId,
      acquirerId: way.acquirerId,
      settlementId: way.settlementId,
      macKeyFile: way.macKeyFile ?? '',
      authorityFile: place.authorityFile ?? '',
      certificateFile: place.certificateFile ?? '',
      keyFile: place.keyFile ?? '',
    },
  }
}

/** @param draft without faults */
function wayOf({ way, dialect, via, texts }: AcquirerDraft): AcquirerWay {
  if (way !== 'host') return { kind: way }
  const text = (field: HostField): string => texts[field].trim()
  const file = (field: HostField): string | null => (text(field) === '' ? null : text(field))
  // Certificates are of an encrypted line only.
  const sealed = (field: HostField): string | null => (via === 'tls' ? file(field) : null)
  return {
    kind: 'host',
    dialect: dialect === 'file' ? text('dialectFile') : dialect,
    place: {
      via,
      host: text('host'),
      port: Number(text('port')),
      authorityFile: sealed('authorityFile'),
      certificateFile: sealed('certificateFile'),
      keyFile: sealed('keyFile'),
    },
    terminalId: text('terminalId'),
    merchantId: text('merchantId'),
    acquirerId: text('acquirerId'),
    settlementId: text('settlementId'),
    macKeyFile: file('macKeyFile'),
  }
}

const longestId = 20

/** A name as an id that nobody has: `bank-2` where nothing of it can stand in one. */
function idFor(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
  const base =
    plain
      .replace(/^-+|-+$/g, '')
      .slice(0, longestId - 3)
      .replace(/-+$/, '') || 'bank'
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${number}`
    if (!taken.has(id)) return id
  }
}

/** The till’s acquirers with this one changed or added. @param draft without faults */
export function configWith(draft: AcquirerDraft, { acquirers }: AcquirersConfig): AcquirersConfig {
  const id = draft.id ?? idFor(draft.name, new Set(acquirers.map((each) => each.id)))
  const changed: AcquirerConfig = {
    id,
    name: draft.name.trim(),
    way: wayOf(draft),
    when: draft.at === 'hour' ? { at: 'hour', hour: draft.hour.trim() } : { at: draft.at },
    terminals: draft.terminals,
    statement: draft.statement,
  }
  return {
    acquirers:
      draft.id === null
        ? [...acquirers, changed]
        : acquirers.map((each) => (each.id === draft.id ? changed : each)),
  }
}
