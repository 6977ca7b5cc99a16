import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { readBackups } from './backups-file.ts'
import { type BackupsParts, BackupsRoom } from './backups-room.ts'
import { placeOfPassphrase } from './kept-passphrase.ts'

/**
 * The backups of a till, as its folder says.
 * @throws SettingsRefused for a `backups.json` that cannot be meant
 */
export async function openBackups(parts: BackupsParts): Promise<BackupsRoom> {
  const { folder } = parts
  // What a power cut left of a backup: a copy of the ledger in the clear.
  await rm(join(folder, 'backup-work'), { recursive: true, force: true })
  return new BackupsRoom(parts, {
    file: await readBackups(folder),
    passphraseIn: await placeOfPassphrase(folder),
  })
}
