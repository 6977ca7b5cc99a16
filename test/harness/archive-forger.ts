import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { archiveWork } from '#electron/books/archive/archive-work.ts'
import { addSealing } from '#electron/books/archive/sealed-file.ts'
import { openZip } from '#electron/books/zip/zip-writer.ts'
import { openReadOnly } from '#electron/ledger/open.ts'
import type { ShopKey } from '#electron/platform/shop-key.ts'
import type { ArchivedFile, FileSeal, Manifest } from '#shared/archive/manifest.ts'
import type { DayRange } from '#shared/kernel/day-range.ts'

/** Files by name, in their order. */
export type ArchiveFiles = Map<string, Buffer>

/** Makes a till's archive of a month, as the books' thread does. */
export async function archiveOf(folder: string, days: DayRange, key: ShopKey | null): Promise<Buffer> {
  const out = mkdtempSync(join(tmpdir(), 'hanout-archive-'))
  const ledger = openReadOnly(folder)
  try {
    const now = { utcMs: Date.parse('2026-12-24T09:00:00Z'), offsetMinutes: 60 }
    const answer = await archiveWork(days, {
      ledger,
      folder,
      now,
      key: () => key,
      out,
      progress: () => undefined,
    })
    if (answer.kind !== 'file') throw new Error('an archive is a file')
    return readFileSync(answer.file)
  } finally {
    ledger.close()
    rmSync(out, { recursive: true })
  }
}

/** A key of somebody else. */
export function strangersKey(): ShopKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return {
    publicKey: publicKey.export({ format: 'jwk' }).x ?? '',
    sign: (text) => signText(privateKey, text),
  }
}
/** A key that is the same in every run, for pictures. */
export function fixedKey(): ShopKey {
  const seed = Buffer.from(`302e020100300506032b657004220420${'42'.repeat(32)}`, 'hex')
  const privateKey = createPrivateKey({ key: seed, format: 'der', type: 'pkcs8' })
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' })
  return { publicKey: x, sign: (text) => signText(privateKey, text) }
}

const signText = (key: KeyObject, text: string): string =>
  sign(null, Buffer.from(text), key).toString('base64url')

/** Unpacked by a reader that is not ours. */
export const opened = (archive: Uint8Array): ArchiveFiles =>
  new Map(Object.entries(unzipSync(archive)).map(([name, bytes]) => [name, Buffer.from(bytes)]))

const own = ['manifest.json', 'manifest.sig']

/** Packs files as the till does, whatever is in them, with the manifest and the signature that lie there. */
export function packed(files: ArchiveFiles): Buffer {
  return zipped(files).bytes
}

/**
 * Packs files and makes a manifest that fits them.
 * @param key who signs it; `null`: the signature stays as it is
 * @param change whatever else the forger writes into the manifest
 */
export function sealed(
  files: ArchiveFiles,
  key: ShopKey | null,
  change: (manifest: Manifest) => Manifest = (manifest) => manifest,
): Buffer {
  const { seals } = zipped(files)
  const before = JSON.parse(String(files.get('manifest.json'))) as Manifest
  const manifest = change({ ...before, files: seals, ...(key && { key: key.publicKey }) })
  const text = `${JSON.stringify(manifest, null, 2)}\n`
  files.set('manifest.json', Buffer.from(text))
  if (key !== null) files.set('manifest.sig', Buffer.from(`${key.sign(text)}\n`))
  return packed(files)
}

function zipped(files: ArchiveFiles): { bytes: Buffer; seals: Manifest['files'] } {
  const folder = mkdtempSync(join(tmpdir(), 'hanout-forger-'))
  const file = join(folder, 'forged.zip')
  const zip = openZip(file)
  try {
    const seals: FileSeal[] = []
    for (const [name, bytes] of files)
      if (own.includes(name)) zip.store(name, new Uint8Array(bytes))
      else seals.push(addSealing(zip, name as ArchivedFile, [bytes]))
    zip.close()
    return { bytes: readFileSync(file), seals }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** An entry as it stands in `journal.jsonl`; `entry` is its text. */
export interface ForgedLine {
  hash: string
  previousHash: string
  entry: string
}

export function journalLines(files: ArchiveFiles): ForgedLine[] {
  const lines = String(files.get('journal.jsonl')).split('\n').slice(0, -1)
  return lines.map((line) => {
    const { hash, previousHash } = JSON.parse(line) as ForgedLine
    return { hash, previousHash, entry: line.slice(line.indexOf('"entry":') + 8, -1) }
  })
}

export function writeJournal(files: ArchiveFiles, lines: readonly ForgedLine[]): void {
  const text = lines
    .map(
      ({ hash, previousHash, entry }) =>
        `{"hash":"${hash}","previousHash":"${previousHash}","entry":${entry}}\n`,
    )
    .join('')
  files.set('journal.jsonl', Buffer.from(text))
}

/** Numbers and chains lines anew, as a forger does who knows how, from the first on. */
export function rechained(lines: readonly ForgedLine[], first: number): ForgedLine[] {
  let previousHash = lines[0]?.previousHash ?? ''
  return lines.map((line, index) => {
    const entry = line.entry.replace(/"seq":\d+,"tillId"(?!.*"tillId")/, `"seq":${first + index},"tillId"`)
    const hash = createHash('sha256').update(previousHash).update(entry).digest('hex')
    const made = { hash, previousHash, entry }
    previousHash = hash
    return made
  })
}
