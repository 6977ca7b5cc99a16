import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, rename, rm, stat, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { notBefore } from '#electron/ledger/not-before.ts'
import { openLedger } from '#electron/ledger/open.ts'
import { LedgerRefused } from '#electron/ledger/refused.ts'
import { verifyLedger } from '#electron/ledger/verify/verify.ts'
import { makeFolder } from '#electron/platform/make-folder.ts'
import type { Seq } from '#shared/kernel/ids.ts'
import type { Stamp } from '#shared/kernel/stamp.ts'
import { type BackupHeader, openBackup, type ReadHeader, readHeader } from './backup-header.ts'
import { backupKeyOf } from './backup-key.ts'
import { asUnwritable, BackupRefused } from './backup-refused.ts'
import { unbundle } from './bundle.ts'
import { inflated } from './compressed.ts'
import { backupsIn } from './look-at-backup.ts'
import { mayReplace, newer, type Replaced } from './may-replace.ts'
import { readyName, stagedName } from './put-in-place.ts'
import { unsealed } from './sealed-chunks.ts'
import { syncFolder, syncFolders } from './sync-folder.ts'

/** What is to be brought back, and where to; it can be handed to another process. */
export interface RestoreTask {
  /** Path of the backup. */
  readonly file: string
  /** The till's data folder, made if it is not there. Whoever asks holds it. */
  readonly folder: string
  readonly passphrase: string
  /** The newest number anybody has on paper; `null`: no paper is newer than the backup. */
  readonly lastTicketSeen: number | null
  /** Although a newer backup of the same till lies beside it. */
  readonly anyway: boolean
  readonly now: Stamp
  /** At least 16 random characters: two tills brought back from one backup are told apart by it. */
  readonly nonce: string
}

export interface Restored {
  readonly header: BackupHeader
  /** Name of the folder that waits in the till's folder to be put in place. */
  readonly ready: string
  /** The number the next ticket will have. */
  readonly nextTicket: number
  /** What was in the folder could not be read; it will be put aside as it is. */
  readonly replacesDamaged: boolean
}

export type RestoreProgress = (phase: RestorePhase, done: number, of: number) => void
export type RestorePhase = 'unfold' | 'verify'

/** No till has so many papers that nobody knows of. */
const mostUnseen = 1_000_000
const roomLeft = 16 * 1024 * 1024

/**
 * Unfolds a backup beside what is in the folder, verifies the whole of it, writes as its newest entry that it was brought
 * back, and leaves it ready to be put in place (`finishRestore`). Until then, and after any failure, the folder is as it was.
 * @throws BackupRefused | LedgerRefused
 */
export async function restoreBackup(
  task: RestoreTask,
  onProgress: RestoreProgress = () => {},
): Promise<Restored> {
  const { folder, file: path, nonce } = task
  const staged = join(folder, stagedName)
  try {
    const front = await frontOf(path)
    const { key } = await backupKeyOf(task.passphrase, front.header)
    makeFolder(folder)
    const replaced = mayReplace(folder, front.header)
    if (!task.anyway) await refuseIfNewerBeside(path, front.header)
    await rm(staged, { recursive: true, force: true })
    makeFolder(staged)
    await ensureRoom(folder, path)
    const sha256 = await unfold(path, { key, digest: front.digest }, front.bytes, staged, onProgress)
    checkWhole(staged, front.header, task, onProgress)
    const nextTicket = writeDown(staged, front.header, replaced, { ...task, sha256 })
    // Its lock is not the folder's, which is held.
    for (const name of await readdir(staged)) if (name.startsWith('till.lock')) await rm(join(staged, name))
    await syncFolders(staged)
    const ready = readyName(nonce)
    await rename(staged, join(folder, ready))
    await syncFolder(folder)
    return { header: front.header, ready, nextTicket, replacesDamaged: replaced.kind === 'damaged' }
  } catch (error) {
    await rm(staged, { recursive: true, force: true }).catch(() => undefined)
    throw asUnwritable(error, folder)
  }
}

async function frontOf(path: string): Promise<ReadHeader> {
  const file = await openBackup(path)
  return await readHeader(file, path).finally(() => file.close())
}

async function refuseIfNewerBeside(path: string, { till, ledger }: BackupHeader): Promise<void> {
  const beside = await backupsIn(dirname(path))
  const better = beside.find(({ header }) => header?.till === till && header.ledger.seq > ledger.seq)
  if (better !== undefined)
    throw new BackupRefused('backupOlder', `${better.path} is a newer backup of the same till: use that one`)
}

/** A ledger is some three times what its backup takes; where that is too little the disk says so itself. */
async function ensureRoom(folder: string, path: string): Promise<void> {
  const { size } = await stat(path)
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < size + roomLeft)
    throw new BackupRefused('folderUnwritable', `There is no room for this backup on the disk of ${folder}`)
}

async function unfold(
  path: string,
  seal: { readonly key: Buffer; readonly digest: Buffer },
  at: number,
  staged: string,
  onProgress: RestoreProgress,
): Promise<string> {
  const file = await openBackup(path)
  try {
    const { size } = await file.stat()
    let done = at
    const chunks = async function* (): AsyncGenerator<Buffer> {
      for await (const chunk of unsealed(seal, file, at, path)) {
        done = Math.min(size, done + chunk.length)
        onProgress('unfold', done, size)
        yield chunk
      }
    }
    const files = await unbundle(inflated(chunks()), { folder: staged })
    if (!files.includes('ledger.db')) throw new BackupRefused('backupDamaged', `${path} has no ledger in it`)
  } finally {
    await file.close()
  }
  return sha256Of(path)
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path, { highWaterMark: 1024 * 1024 }))
    hash.update(piece as Buffer)
  return hash.digest('hex')
}

/** To this program's schema. */
function bringUp(staged: string, path: string, now: Stamp): void {
  try {
    openLedger({ folder: staged, clock: { now: () => now }, create: false }).close()
  } catch (error) {
    if (!(error instanceof LedgerRefused) || error.code === 'newer') throw error
    throw new BackupRefused('backupDamaged', `The ledger in ${path} cannot be opened`, error)
  }
}

function checkWhole(
  staged: string,
  header: BackupHeader,
  { file: path, now }: RestoreTask,
  onProgress: RestoreProgress,
): void {
  bringUp(staged, path, now)
  const { ok, problems, tillId, entries, hash } = verifyLedger(staged, (done, of) =>
    onProgress('verify', done, of),
  )
  const [wrong] = problems
  if (!ok)
    throw new BackupRefused(
      'backupDamaged',
      `The ledger in ${path} is not whole: ${wrong?.table}, ${wrong?.key}: ${wrong?.what}`,
    )
  if (tillId !== header.till || entries !== header.ledger.seq || hash !== header.ledger.hash)
    throw new BackupRefused('backupDamaged', `The ledger in ${path} is not the one that it says it holds`)
}

function writeDown(
  staged: string,
  header: BackupHeader,
  replaced: Replaced,
  { now, nonce, sha256, lastTicketSeen, folder }: RestoreTask & { readonly sha256: string },
): number {
  const ledger = openLedger({ folder: staged, clock: { now: () => now }, create: false })
  try {
    if (replaced.kind === 'older') {
      const [entry] = ledger.entriesAfter(replaced.seq - 1)
      if (entry?.hash !== replaced.hash) throw newer(folder)
    }
    const own = ledger.nextTicketNumber() - 1
    if (
      lastTicketSeen !== null &&
      (!Number.isSafeInteger(lastTicketSeen) || lastTicketSeen > own + mostUnseen || lastTicketSeen < 0)
    )
      throw new BackupRefused(
        'badInput',
        `${lastTicketSeen} cannot be the number of a ticket of this till: its last known one is ${own}`,
      )
    const seen = Math.max(own, lastTicketSeen ?? own)
    const at = notBefore(ledger, now)
    const fact = {
      kind: 'ledgerRestored',
      from: { seq: header.ledger.seq as Seq, hash: header.ledger.hash },
      backupMadeAt: header.madeAt,
      backup: sha256,
      lastTicketSeen: seen,
      nonce,
    } as const
    ledger.append([fact], 'restore', at)
    return ledger.nextTicketNumber()
  } finally {
    ledger.close()
  }
}
