import type { RefusalCode } from '#shared/kernel/refusal.ts'

/** Why no backup was made, verified or brought back. */
export type BackupRefusedCode = Extract<
  RefusalCode,
  | 'backupDamaged'
  | 'backupOfAnotherTill'
  | 'backupOlder'
  | 'wrongPassphrase'
  | 'folderUnwritable'
  | 'badInput'
>

/** A backup that was not made, or not believed. What was there before is as it was. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused'
  readonly code: BackupRefusedCode

  /** @param what one sentence for whoever typed a command; screens have their own words for the code */
  constructor(code: BackupRefusedCode, what: string, cause?: unknown) {
    super(what, cause === undefined ? undefined : { cause })
    this.code = code
  }
}

/** What a system says of a disk that is gone, full, read-only, or not ours. */
const diskCodes: ReadonlySet<string> = new Set([
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'ENOSPC',
  'EDQUOT',
  'EROFS',
  'EACCES',
  'EPERM',
  'EIO',
  'ENODEV',
  'ENXIO',
  'ESTALE',
  'EBUSY',
  'EFBIG',
  'SQLITE_FULL',
  'SQLITE_CANTOPEN',
  'SQLITE_READONLY',
])

/** `folderUnwritable` for what a disk says; any other error is itself. @param folder that was written to */
export function asUnwritable(error: unknown, folder: string): unknown {
  if (error instanceof BackupRefused) return error
  const { code = '', message } = error as NodeJS.ErrnoException
  if (!diskCodes.has(code) && !code.startsWith('SQLITE_IOERR')) return error
  return new BackupRefused('folderUnwritable', `${folder} cannot be written to (${message})`, error)
}
