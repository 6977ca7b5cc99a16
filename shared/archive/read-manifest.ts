import { FoundInArchive } from './found-wrong.ts'
import { archivedFiles, archiveFormat, archiveVersion, type Manifest } from './manifest.ts'

type Shape = { readonly [name: string]: 'text' | 'count' | 'money' | Shape | readonly [Shape] }

const counted = { count: 'count', amount: 'money' } as const

const shape: Shape = {
  till: 'text',
  shop: { name: 'text', nameAr: 'text', city: 'text', ice: 'text', taxId: 'text' },
  currency: 'text',
  month: 'text',
  days: { from: 'text', to: 'text' },
  madeAt: 'text',
  program: 'text',
  keys: [{ publicKey: 'text', since: 'text' }],
  entries: { first: 'count', last: 'count', count: 'count', previousHash: 'text', hash: 'text' },
  totals: {
    sales: counted,
    refunds: counted,
    gross: 'money',
    absolute: 'money',
    discounts: 'money',
    rounding: 'money',
    vat: [{ vatClass: 'text', net: 'money', vat: 'money', gross: 'money' }],
    tenders: [{ kind: 'text', ...counted }],
    lines: 'count',
  },
  closings: 'count',
  files: [{ name: 'text', bytes: 'count', sha256: 'text', packedSha256: 'text', crc32: 'count' }],
}

/**
 * Reads `manifest.json`, whoever wrote it.
 * @throws FoundInArchive `manifestMalformed` with the place, `newerFormat` for one of a later program
 */
export function readManifest(text: string): Manifest {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw malformed('')
  }
  const manifest = json as Manifest
  if (!isRecord(json) || manifest.format !== archiveFormat) throw malformed('format')
  if (!Number.isInteger(manifest.version)) throw malformed('version')
  if (manifest.version !== archiveVersion)
    throw new FoundInArchive('newerFormat', { said: String(manifest.version), due: String(archiveVersion) })
  check(json, shape, '')
  if (typeof manifest.complete !== 'boolean') throw malformed('complete')
  if (manifest.key !== null && typeof manifest.key !== 'string') throw malformed('key')
  if (manifest.tickets !== null)
    check(manifest.tickets, { first: 'count', last: 'count', count: 'count' }, 'tickets')
  const names = manifest.files.map(({ name }) => name)
  if (names.join() !== archivedFiles.join()) throw malformed('files')
  return manifest
}

const malformed = (field: string): FoundInArchive =>
  new FoundInArchive('manifestMalformed', { file: 'manifest.json', field })

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function check(value: unknown, due: Shape, path: string): void {
  if (!isRecord(value)) throw malformed(path)
  for (const [name, kind] of Object.entries(due)) {
    const at = path === '' ? name : `${path}.${name}`
    const said = value[name]
    if (kind === 'text') {
      if (typeof said !== 'string') throw malformed(at)
    } else if (kind === 'count' || kind === 'money') {
      if (!Number.isSafeInteger(said) || (kind === 'count' && (said as number) < 0)) throw malformed(at)
    } else if (isList(kind)) {
      if (!Array.isArray(said)) throw malformed(at)
      for (const [index, each] of said.entries()) check(each, kind[0], `${at}.${index + 1}`)
    } else check(said, kind, at)
  }
}

const isList = (kind: Shape | readonly [Shape]): kind is readonly [Shape] => Array.isArray(kind)
