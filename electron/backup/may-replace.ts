import { readdirSync } from 'node:fs'
import { openReadOnly } from '#electron/ledger/open.ts'
import { LedgerRefused } from '#electron/ledger/refused.ts'
import type { BackupHeader } from './backup-header.ts'
import { BackupRefused } from './backup-refused.ts'

/** What a folder holds that a backup would be brought back into. */
export type Replaced =
  /** No ledger, or one that nobody has used. */
  | { readonly kind: 'nothing' }
  /** Of the same till, and no newer. The backup must have this entry, or the two have gone separate ways. */
  | { readonly kind: 'older'; readonly seq: number; readonly hash: string }
  /** A ledger that cannot be read any more. It is put aside as it is. */
  | { readonly kind: 'damaged' }

/**
 * Whether a backup may take the place of what is in a folder.
 * @throws BackupRefused `backupOfAnotherTill` | `backupOlder`; LedgerRefused for a ledger that is not ours to judge
 */
export function mayReplace(folder: string, header: BackupHeader): Replaced {
  let ledger: ReturnType<typeof openReadOnly>
  try {
    ledger = openReadOnly(folder)
  } catch (error) {
    if (!(error instanceof LedgerRefused)) throw error
    if (error.code === 'missing') return hasLog(folder) ? { kind: 'damaged' } : { kind: 'nothing' }
    if (error.code === 'corrupted') return { kind: 'damaged' }
    throw error
  }
  try {
    if (ledger.people().length === 0 && ledger.nextTicketNumber() === 1) return { kind: 'nothing' }
    if (ledger.tillId !== header.till)
      throw new BackupRefused(
        'backupOfAnotherTill',
        `The ledger in ${folder} is of another till than this backup: choose another folder`,
      )
    const head = ledger.head()
    if (head === null) return { kind: 'nothing' }
    if (head.seq > header.ledger.seq) throw newer(folder)
    return { kind: 'older', seq: head.seq, hash: head.hash }
  } finally {
    ledger.close()
  }
}

/** The folder has entries that are not in the backup. */
export const newer = (folder: string): BackupRefused =>
  new BackupRefused(
    'backupOlder',
    `The ledger in ${folder} has entries that this backup does not know: use it, or move it away first`,
  )

const hasLog = (folder: string): boolean => {
  try {
    return readdirSync(folder).includes('ledger.db-wal')
  } catch {
    return false
  }
}
