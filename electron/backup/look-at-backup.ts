import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type BackupHeader, openBackup, readHeader } from './backup-header.ts'
import { backupSuffix } from './backup-name.ts'
import { BackupRefused } from './backup-refused.ts'

/** A file that calls itself a backup, as far as it can be read without its passphrase. */
export interface FoundBackup {
  readonly path: string
  /** Its name in its folder. */
  readonly file: string
  readonly bytes: number
  /** `null`: damaged at its front, or no backup at all. */
  readonly header: BackupHeader | null
}

/** @throws BackupRefused `backupDamaged` */
export async function lookAtBackup(path: string): Promise<BackupHeader> {
  const file = await openBackup(path)
  try {
    return (await readHeader(file, path)).header
  } finally {
    await file.close()
  }
}

/** The backups that lie in a folder, newest first. @throws the system's error where it cannot be read */
export async function backupsIn(folder: string): Promise<readonly FoundBackup[]> {
  const found: FoundBackup[] = []
  for (const file of await readdir(folder)) {
    if (!file.endsWith(backupSuffix)) continue
    const path = join(folder, file)
    const size = (await stat(path).catch(() => null))?.size
    if (size === undefined) continue
    found.push({ path, file, bytes: size, header: await headerOrNull(path) })
  }
  return found.sort(byAge)
}

/** The same of disks: at their top and one folder below; one that cannot be read has none. */
export async function backupsOnDisks(disks: readonly string[]): Promise<readonly FoundBackup[]> {
  const found: FoundBackup[] = []
  for (const disk of disks) {
    const entries = await readdir(disk, { withFileTypes: true }).catch(() => [])
    const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(disk, name))
    for (const folder of [disk, ...folders]) found.push(...(await backupsIn(folder).catch(() => [])))
  }
  return found.sort(byAge)
}

const byAge = (a: FoundBackup, b: FoundBackup): number =>
  (b.header?.madeAt.utcMs ?? 0) - (a.header?.madeAt.utcMs ?? 0)

async function headerOrNull(path: string): Promise<BackupHeader | null> {
  try {
    return await lookAtBackup(path)
  } catch (error) {
    if (error instanceof BackupRefused) return null
    throw error
  }
}
