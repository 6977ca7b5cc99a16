import { access, constants, mkdir, rm, stat } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve } from 'node:path'
import { replaceFile } from '#electron/platform/settings-file.ts'
import type { BackupCard } from '#shared/contract/books/backups.ts'
import type { BackupHeader } from './backup-header.ts'
import { asUnwritable, BackupRefused } from './backup-refused.ts'
import { backupsIn, type FoundBackup } from './look-at-backup.ts'
import { outlived, type Retention } from './retention.ts'

/**
 * Tells the chosen disk from the empty folder that is left where it was plugged in, and from another disk that is there
 * now: without it nothing is written.
 */
const mark = (folder: string): string => join(folder, 'hanout-backups.txt')

const words = `Sealed backups of a Hanout till are kept in this folder. Leave this file here: the till looks for it.
توجد في هذا المجلد نسخ احتياطية مشفرة لصندوق Hanout. اتركوا هذا الملف هنا.
Ce dossier garde les sauvegardes chiffrées d’une caisse Hanout. Laissez ce fichier ici.
`

/** @throws BackupRefused `badInput` for what cannot be meant, `folderUnwritable` */
export async function chooseDestination(folder: string, till: string): Promise<void> {
  if (!isAbsolute(folder)) throw new BackupRefused('badInput', `${folder} is no whole path`)
  const inside = relative(resolve(till), resolve(folder))
  if (inside === '' || !(inside.startsWith('..') || isAbsolute(inside)))
    throw new BackupRefused('badInput', `${folder} is in the till’s own folder`)
  try {
    // One level: a disk that is not plugged in must not become a folder beside the others.
    await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
    await replaceFile(mark(folder), words)
  } catch (error) {
    throw asUnwritable(error, folder)
  }
}

/** @throws BackupRefused `folderUnwritable`: the disk is not plugged in, or may not be written to */
export async function ensureDestination(folder: string): Promise<void> {
  try {
    await stat(mark(folder))
    await access(folder, constants.W_OK)
  } catch (error) {
    throw asUnwritable(error, folder)
  }
}

/** Removes this till's backups that are kept no longer; others, and what cannot be read, are left alone. */
export async function prune(folder: string, till: string, keep: Retention): Promise<void> {
  const own = (await backupsIn(folder)).flatMap(({ path, header }) =>
    header?.till === till ? [{ path, madeAt: header.madeAt }] : [],
  )
  for (const { path } of outlived(own, keep)) await rm(path, { force: true })
}

/** @param till who asks */
export const cardOf = ({ path, file, bytes, header }: FoundBackup, till: string): BackupCard => ({
  path,
  file,
  bytes,
  says: header === null ? null : saysOf(header, till),
})

const saysOf = ({ till, shop, madeAt, lastTicket }: BackupHeader, asks: string): BackupCard['says'] => ({
  ...{ till, shop, madeAt, lastTicket },
  own: till === asks,
})
