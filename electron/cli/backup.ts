import { resolve } from 'node:path'
import { readBackups } from '#electron/backup/backups-file.ts'
import { ensureDestination } from '#electron/backup/destination.ts'
import { keptPassphrase } from '#electron/backup/kept-passphrase.ts'
import { backupsIn, type FoundBackup } from '#electron/backup/look-at-backup.ts'
import { type BackupTask, makeBackup } from '#electron/backup/make-backup.ts'
import { verifyBackup } from '#electron/backup/verify-backup.ts'
import { type Clock, systemClock } from '#electron/platform/clock.ts'
import { openKeySecrets } from '#electron/platform/key-secret.ts'
import type { Keychain } from '#electron/platform/keychain.ts'
import { bareShopKey } from '#electron/platform/shop-key.ts'
import { isoLocal } from '#shared/kernel/stamp.ts'
import { passphraseOf } from './passphrase.ts'
import { textTable } from './text-table.ts'

type Say = (line: string) => void

export interface BackupArguments {
  /** The till's data folder; it may be selling. */
  readonly data: string
  /** `null`: where its owner has them go. */
  readonly to: string | null
  readonly passphraseFile?: string
  readonly keychain: Keychain | null
  readonly clock?: Clock
  readonly scryptN?: BackupTask['scryptN']
}

/** @throws BackupRefused | LedgerRefused | ShopKeyRefused with a sentence */
export async function runBackup(
  { data, to, passphraseFile, keychain, clock = systemClock, scryptN }: BackupArguments,
  say: Say,
): Promise<void> {
  const kept = to === null ? await readBackups(data) : null
  const folder = to ?? kept?.settings.folder
  if (folder === undefined) throw new Error('where to? Name a folder with --to')
  if (to === null) await ensureDestination(folder)
  const own = to === null && passphraseFile === undefined ? await keptPassphrase(data, keychain) : null
  const passphrase =
    own ?? (await passphraseOf({ isNew: true, ...(passphraseFile && { file: passphraseFile }) }))
  const secrets = await openKeySecrets(data, keychain, 60_000)
  const { file, bytes, header } = await makeBackup({
    folder: data,
    to: folder,
    passphrase,
    madeAt: clock.now(),
    shopKey: bareShopKey(data, secrets.known()),
    ...(scryptN === undefined ? {} : { scryptN }),
  })
  say(
    `${resolve(folder, file)}: ${sizeOf(bytes)}, up to ticket ${header.lastTicket}, written and read back whole.`,
  )
}

/** @param folder where to look. @throws the system's error as a sentence */
export async function runBackupsList(folder: string, say: Say): Promise<void> {
  const found = await backupsIn(folder)
  if (found.length === 0) return say(`There are no backups in ${folder}.`)
  const columns = [
    { head: 'file' },
    { head: 'size', numbers: true },
    { head: 'made' },
    { head: 'shop' },
    { head: 'till' },
    { head: 'last ticket', numbers: true },
  ]
  for (const line of textTable(columns, found.map(cellsOf))) say(line)
}

function cellsOf({ file, bytes, header }: FoundBackup): readonly string[] {
  if (header === null) return [file, sizeOf(bytes), 'damaged, or no backup']
  const { madeAt, shop, till, lastTicket } = header
  return [file, sizeOf(bytes), isoLocal(madeAt).slice(0, 16), shop, till, String(lastTicket)]
}

/** @throws BackupRefused with a sentence */
export async function runBackupsVerify(
  path: string,
  passphraseFile: string | undefined,
  say: Say,
): Promise<void> {
  const passphrase = await passphraseOf({ isNew: false, ...(passphraseFile && { file: passphraseFile }) })
  const { shop, lastTicket, ledger } = await verifyBackup(path, passphrase)
  say(`The backup of ${shop} is whole: ${ledger.seq} entries, up to ticket ${lastTicket}.`)
}

const sizeOf = (bytes: number): string =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
