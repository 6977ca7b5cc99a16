import { createHash } from 'node:crypto'
import { mkdir, open, rename, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { type CopiedLedger, copyLedgerOf } from '#electron/ledger/copy.ts'
import { ledgerPath } from '#electron/ledger/open.ts'
import type { Stamp } from '#shared/kernel/stamp.ts'
import { type BackupHeader, encodeHeader } from './backup-header.ts'
import { newBackupKey } from './backup-key.ts'
import { backupName, partName } from './backup-name.ts'
import { asUnwritable, BackupRefused } from './backup-refused.ts'
import { bundled, type Part } from './bundle.ts'
import { deflated } from './compressed.ts'
import { keptFiles } from './kept-files.ts'
import { type Seal, sealed } from './sealed-chunks.ts'
import { syncFolder } from './sync-folder.ts'
import { readThrough } from './verify-backup.ts'

/** What a backup is made of; it can be handed to another process. */
export interface BackupTask {
  /** The till's data folder. */
  readonly folder: string
  /** A folder that is there. */
  readonly to: string
  readonly passphrase: string
  readonly madeAt: Stamp
  /** PEM (PKCS #8) as `shop-key.pem` holds it where there is no keychain; `null`: the shop has no key that can be read. */
  readonly shopKey: string | null
  /** Cost of a guess at the passphrase; smaller in tests. */
  readonly scryptN?: BackupHeader['scrypt']['n']
}

export interface MadeBackup {
  /** Name in the folder. */
  readonly file: string
  readonly bytes: number
  /** Of the whole file, hex. */
  readonly sha256: string
  readonly header: BackupHeader
}

/** What is being done, and how much of it is. */
export type BackupProgress = (phase: BackupPhase, done: number, of: number) => void
export type BackupPhase = 'copy' | 'seal' | 'check'

/** Free on the till's own disk after a copy of the ledger was made: a backup must never be why the till cannot sell. */
const roomLeft = 64 * 1024 * 1024

/**
 * Makes one backup of a till that may be selling: a copy of its ledger at one moment and the files of its folder, sealed
 * into one file that is there under its name only once it was written, flushed, and read back whole.
 * @throws BackupRefused `folderUnwritable`; LedgerRefused; what a failed backup leaves is removed, or by the next one
 */
export async function makeBackup(
  task: BackupTask,
  onProgress: BackupProgress = () => {},
): Promise<MadeBackup> {
  const { folder, to } = task
  const work = join(folder, 'backup-work')
  try {
    if (!(await stat(to)).isDirectory()) throw new BackupRefused('folderUnwritable', `${to} is not a folder`)
    await rm(work, { recursive: true, force: true })
    await ensureRoom(folder)
    await mkdir(work, { mode: 0o700 })
    const copy = join(work, 'ledger.db')
    const copied = await copyLedgerOf(folder, copy, {
      onProgress: (done, of) => onProgress('copy', done, of),
    })
    return await seal(task, copied, copy, onProgress)
  } catch (error) {
    throw asUnwritable(error, to)
  } finally {
    await rm(work, { recursive: true, force: true }).catch(() => undefined)
  }
}

async function ensureRoom(folder: string): Promise<void> {
  // Without a ledger there is nothing to make room for; whoever opens it says so.
  const size = (await stat(ledgerPath(folder)).catch(() => null))?.size ?? 0
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < size + roomLeft)
    throw new BackupRefused(
      'folderUnwritable',
      `there is no room on the till’s own disk for a copy of its ledger`,
    )
}

async function seal(
  task: BackupTask,
  { tillId, seq, hash, lastTicket, shop }: CopiedLedger,
  copy: string,
  onProgress: BackupProgress,
): Promise<MadeBackup> {
  const { to, madeAt, passphrase } = task
  const { key, scrypt, check } = await newBackupKey(passphrase, task.scryptN)
  const header = { till: tillId, shop, madeAt, ledger: { seq, hash }, lastTicket, scrypt, check }
  const { bytes: front, digest } = encodeHeader(header)
  const parts = await partsOf(task, copy)
  const total = await bytesOf(parts)
  let packed = 0
  const counted = count(bundled(parts), (bytes) => {
    packed += bytes
    onProgress('seal', Math.min(packed, total), total)
  })
  const file = backupName(tillId, madeAt, seq)
  const part = join(to, partName(tillId))
  try {
    const written = await write(part, front, { key, digest }, counted)
    await readThrough(part, { key, digest, at: front.length }, (done, of) => onProgress('check', done, of))
    await rename(part, join(to, file))
    await syncFolder(to)
    return { file, header, ...written }
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined)
    throw error
  }
}

async function partsOf({ folder, shopKey }: BackupTask, copy: string): Promise<readonly Part[]> {
  const files = await keptFiles(folder)
  return [
    { path: 'ledger.db', file: copy },
    ...(shopKey === null ? [] : [{ path: 'shop-key.pem', content: Buffer.from(shopKey) }]),
    ...files.map((path) => ({ path, file: join(folder, path) })),
  ]
}

async function bytesOf(parts: readonly Part[]): Promise<number> {
  let bytes = 0
  for (const part of parts)
    bytes += 'content' in part ? part.content.length : ((await stat(part.file).catch(() => null))?.size ?? 0)
  return bytes
}

async function* count(
  source: AsyncIterable<Buffer>,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  for await (const piece of source) {
    onBytes(piece.length)
    yield piece
  }
}

async function write(
  part: string,
  front: Buffer,
  seal: Seal,
  content: AsyncIterable<Buffer>,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256').update(front)
  let bytes = front.length
  const file = await open(part, 'w', 0o600)
  try {
    await file.writeFile(front)
    for await (const chunk of sealed(seal, deflated(content))) {
      await file.writeFile(chunk)
      hash.update(chunk)
      bytes += chunk.length
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { bytes, sha256: hash.digest('hex') }
}
