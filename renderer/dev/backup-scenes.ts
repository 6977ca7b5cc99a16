/** Backups of a shop that looks after them, for looking at their page. */
import { type BackupCard, type BackupsView, usualBackups } from '#shared/contract/books/backups.ts'

const at = { utcMs: 1_795_000_000_000, offsetMinutes: 60 }
const folder = '/media/hassan/BACKUPS'
const file = 'hanout-Q3dK9x2a-20261118-144640-5821.hanout'

export const backupsView: BackupsView = {
  settings: { ...usualBackups, folder },
  passphraseIn: 'keychain',
  keychain: true,
  key: 'file',
  last: { at, file, bytes: 18_400_000, lastTicket: 240 },
  stale: true,
  running: { phase: 'seal', part: 0.4 },
  trouble: null,
}

export const backupCards: readonly BackupCard[] = [
  {
    path: `${folder}/${file}`,
    file,
    bytes: 18_400_000,
    says: { till: 'Q3dK9x2a', own: true, shop: 'Bazar Hanout', madeAt: at, lastTicket: 240 },
  },
  { path: `${folder}/letter.hanout`, file: 'letter.hanout', bytes: 900, says: null },
]
