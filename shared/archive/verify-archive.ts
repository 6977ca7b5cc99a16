import type { Ticket } from '../cart/ticket.ts'
import type { ArchiveCheck, ArchiveFinding } from '../kernel/archive-findings.ts'
import type { ArchiveTools } from './archive-tools.ts'
import { checkClosings } from './check-closings.ts'
import { TableCheck } from './check-tables.ts'
import { type PackedFile, readContainer } from './container.ts'
import { crc32 } from './crc32.ts'
import { FoundInArchive } from './found-wrong.ts'
import type { WrongHash } from './line-hashes.ts'
import { type ArchivedFile, archivedFiles, type Manifest, manifestFile, signatureFile } from './manifest.ts'
import { readManifest } from './read-manifest.ts'
import { checkTicket, Recount } from './recount.ts'
import { type ChainPiece, type ReadEntry, walkEntries } from './walk-entries.ts'

/** What came of a check. */
export interface ArchiveVerdict {
  /** The first wrong thing; `null`: the archive is whole. */
  readonly finding: ArchiveFinding | null
  /** What was looked at to its end, and how much of it (files, entries, tickets, rows, closings). */
  readonly checked: readonly { readonly check: ArchiveCheck; readonly count: number }[]
  /** Closings that the till could not sign; those that hold are among the checked ones. */
  readonly unsignedClosings: number
  /** `null`: it could not be read. */
  readonly manifest: Manifest | null
  /** `null`: its chain did not hold. */
  readonly chain: ChainPiece | null
}

export interface VerifyOptions {
  /** Who must have signed it, base64url; `null`: whoever did, for a person to compare. */
  readonly key: string | null
  /** @param done 0…1 */
  onProgress?(check: ArchiveCheck, done: number): void
}

/**
 * Checks an archive of a month from its first byte: its ZIP, its signature, every file's hash, the chain of its journal,
 * every ticket's arithmetic, the tables, and the closings. Nothing of a file is believed before its hash is.
 * @throws only what the tools throw that is no fault of the archive
 */
export async function verifyArchive(
  bytes: Uint8Array,
  tools: ArchiveTools,
  options: VerifyOptions,
): Promise<ArchiveVerdict> {
  const told: Told = { manifest: null, chain: null, unsignedClosings: 0, checked: [] }
  try {
    await look(bytes, tools, options, told)
    return { ...told, finding: null }
  } catch (error) {
    if (error instanceof FoundInArchive) return { ...told, finding: error.finding }
    throw error
  }
}

type Told = { -readonly [K in keyof Omit<ArchiveVerdict, 'finding' | 'checked'>]: ArchiveVerdict[K] } & {
  checked: { check: ArchiveCheck; count: number }[]
}

async function look(
  bytes: Uint8Array,
  tools: ArchiveTools,
  { key, onProgress = () => undefined }: VerifyOptions,
  told: Told,
): Promise<void> {
  const done = (check: ArchiveCheck, count: number): void => void told.checked.push({ check, count })
  const packed = filesOf(readContainer(bytes))
  done('container', packed.size)

  const manifestBytes = (packed.get(manifestFile) as PackedFile).packed
  const manifest = readManifest(textOf(manifestBytes, manifestFile, tools))
  told.manifest = manifest
  await checkSignature(manifest, manifestBytes, packed.get(signatureFile) as PackedFile, key, tools)
  done('signature', 1)

  const files = new Map<ArchivedFile, Uint8Array>()
  // All at once: while one is unpacked another is hashed. What is wrong is told in the order of the files.
  // The journal's lines are hashed as soon as it is there; what comes of that is asked for behind the files.
  let hashed: Promise<WrongHash | null> | null = null
  const hashBeside = (journal: Uint8Array): void => {
    hashed = tools.firstWrongHash?.(journal) ?? null
    hashed?.catch(() => undefined)
  }
  const begun = archivedFiles.map((name) => {
    const then = name === 'journal.jsonl' ? hashBeside : () => undefined
    const bytes = unpacked(packed.get(name) as PackedFile, manifest, tools, then)
    bytes.catch(() => undefined)
    return { name, bytes }
  })
  for (const [index, { name, bytes }] of begun.entries()) {
    files.set(name, await bytes)
    onProgress('files', (index + 1) / archivedFiles.length)
    await tools.pause((index + 1) / archivedFiles.length)
  }
  done('files', files.size)
  const fileBytes = (name: ArchivedFile): Uint8Array => files.get(name) as Uint8Array
  const fileText = (name: string): string => textOf(fileBytes(name as ArchivedFile), name, tools)

  const tables = new TableCheck(fileText)
  const recount = new Recount()
  const tickets: { seq: number; ticket: Ticket }[] = []
  const closed: ReadEntry[] = []
  let next: number | null = null
  const paced: ArchiveTools = {
    ...tools,
    firstWrongHash: () => hashed,
    pause: (part) => {
      onProgress('chain', part)
      return tools.pause(part)
    },
  }
  told.chain = await walkEntries(fileBytes('journal.jsonl'), manifest, paced, (entry) => {
    if (entry.fact.kind === 'periodClosed') closed.push(entry)
    else if (entry.fact.kind === 'ledgerRestored') next = (entry.fact.lastTicketSeen as number) + 1
    else {
      const ticket = entry.fact.ticket as Ticket
      if (next !== null && ticket.number !== next)
        throw new FoundInArchive('ticketGap', {
          file: 'journal.jsonl',
          at: `entry ${entry.seq}`,
          said: String(ticket.number),
          due: String(next),
        })
      next = ticket.number + 1
      checkTicket(ticket)
      recount.add(ticket)
      tables.add(ticket, entry.seq, entry.hash)
      tickets.push({ seq: entry.seq, ticket })
    }
  })
  done('chain', told.chain.last - told.chain.first + 1)
  compareTotals(manifest, recount)
  done('tickets', recount.count)
  tables.end()
  done('tables', recount.count + recount.lines)

  const { hashAt } = told.chain
  const found = await checkClosings(
    fileText('closings.jsonl'),
    { entries: closed, tickets, hashAt },
    manifest,
    tools,
  )
  told.unsignedClosings = found.unsigned
  done('closings', found.closings)
  onProgress('closings', 1)
}

const everyFile: readonly string[] = [...archivedFiles, manifestFile, signatureFile]

function filesOf(packed: readonly PackedFile[]): ReadonlyMap<string, PackedFile> {
  const byName = new Map(packed.map((file) => [file.name, file]))
  const missing = everyFile.find((name) => !byName.has(name))
  if (missing !== undefined) throw new FoundInArchive('fileMissing', { file: missing })
  const unknown = packed.find(({ name }, index) => everyFile[index] !== name)
  if (unknown !== undefined) throw new FoundInArchive('fileUnknown', { file: unknown.name })
  const stored: readonly string[] = [manifestFile, signatureFile]
  for (const file of packed) {
    const own = stored.includes(file.name)
    if (file.deflated === own || (own && crc32(file.packed) !== file.crc32))
      throw new FoundInArchive('containerChanged', { file: file.name, field: 'header' })
  }
  return byName
}

function textOf(bytes: Uint8Array, file: string, tools: ArchiveTools): string {
  try {
    return tools.text(bytes)
  } catch {
    throw new FoundInArchive('fileChanged', { file })
  }
}

/** 64 bytes are 86 characters, of which the last holds two bits; one line. */
const signatureForm = /^[A-Za-z0-9_-]{85}[AQgw]\n$/

async function checkSignature(
  manifest: Manifest,
  bytes: Uint8Array,
  signature: PackedFile,
  due: string | null,
  tools: ArchiveTools,
): Promise<void> {
  if (manifest.key === null) throw new FoundInArchive('unsigned', { file: signatureFile })
  const text = textOf(signature.packed, signatureFile, tools)
  const holds = signatureForm.test(text) && (await tools.holds(manifest.key, bytes, text.trimEnd()))
  if (!holds) throw new FoundInArchive('signatureWrong', { file: manifestFile })
  if (due !== null && due !== manifest.key)
    throw new FoundInArchive('foreignKey', { file: signatureFile, said: manifest.key, due })
}

/** @param onInflated is given what came out, before it is known to be what went in */
async function unpacked(
  file: PackedFile,
  manifest: Manifest,
  tools: ArchiveTools,
  onInflated: (bytes: Uint8Array) => void,
): Promise<Uint8Array> {
  const seal = manifest.files.find(({ name }) => name === file.name)
  const changed = (field: string) => new FoundInArchive('fileChanged', { file: file.name, field })
  if (seal === undefined) throw changed('')
  if (file.bytes !== seal.bytes) throw changed('bytes')
  if (file.crc32 !== seal.crc32) throw changed('crc32')
  if ((await tools.sha256(file.packed)) !== seal.packedSha256) throw changed('packedSha256')
  const bytes = await tools.inflate(file.packed, file.bytes).catch(() => {
    throw changed('bytes')
  })
  onInflated(bytes)
  if ((await tools.sha256(bytes)) !== seal.sha256) throw changed('sha256')
  return bytes
}

function compareTotals(manifest: Manifest, recount: Recount): void {
  const { first, last, count } = recount
  const due = recount.totals()
  const said = manifest.totals
  const rows: [field: string, said: unknown, due: unknown][] = [
    ['tickets.first', manifest.tickets?.first ?? null, first],
    ['tickets.last', manifest.tickets?.last ?? null, last],
    ['tickets.count', manifest.tickets?.count ?? 0, count],
    ...(['gross', 'absolute', 'discounts', 'rounding', 'lines'] as const).map(
      (field): [string, unknown, unknown] => [field, said[field], due[field]],
    ),
    ...(['sales', 'refunds', 'vat', 'tenders'] as const).map((field): [string, unknown, unknown] => [
      field,
      JSON.stringify(said[field]),
      JSON.stringify(due[field]),
    ]),
  ]
  for (const [field, saidValue, dueValue] of rows)
    if (saidValue !== dueValue && !(saidValue === 0 && dueValue === 0))
      throw new FoundInArchive('totalsWrong', {
        file: manifestFile,
        field,
        said: String(saidValue),
        due: String(dueValue),
      })
}
