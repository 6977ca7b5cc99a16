import type { Database } from 'better-sqlite3'
import { connectReadOnly } from './open.ts'
import { headReads } from './subjects/head.ts'
import { settingsReads } from './subjects/settings.ts'

/** What a copy of a ledger holds: everything up to and with its newest entry, and nothing after. */
export interface CopiedLedger {
  readonly tillId: string
  readonly seq: number
  /** Of entry `seq`, hex. */
  readonly hash: string
  readonly lastTicket: number
  /** The name of the shop; `''`: it has none yet. */
  readonly shop: string
}

export interface CopyOptions {
  /** Pages copied so far, of all there are. */
  readonly onProgress?: (pages: number, of: number) => void
  /** Copied in one go; between two goes whoever shares the thread has its turn. Default 1000, some 4 MB. */
  readonly pagesAtOnce?: number
}

/**
 * Copies a ledger into a new file as it is at this moment, page by page, while a till goes on selling on another
 * connection. The connection may be read-only. A read transaction is held from the first page to the last: in WAL mode
 * no write of anybody else is waited for, held up, or seen (without one, SQLite would begin anew after every write).
 * @param path a file that is not there yet; what is left of it after a failure is the caller's to remove
 * @throws SqliteError when the file cannot be written whole
 */
async function copyLedger(
  db: Database,
  path: string,
  { onProgress, pagesAtOnce = 1000 }: CopyOptions = {},
): Promise<CopiedLedger> {
  db.exec('BEGIN')
  try {
    // The first read is what fixes the moment.
    const copied = headOf(db)
    await db.backup(path, {
      progress({ totalPages, remainingPages }) {
        onProgress?.(totalPages - remainingPages, totalPages)
        return pagesAtOnce
      },
    })
    return copied
  } finally {
    db.exec('ROLLBACK')
  }
}

/** The same of a folder's ledger, on a connection of its own. @throws LedgerRefused | SqliteError */
export async function copyLedgerOf(
  folder: string,
  path: string,
  options: CopyOptions = {},
): Promise<CopiedLedger> {
  const db = connectReadOnly(folder)
  try {
    return await copyLedger(db, path, options)
  } finally {
    db.close()
  }
}

function headOf(db: Database): CopiedLedger {
  const head = headReads(db).find()
  if (head === undefined) throw new Error('the ledger has no head row')
  const shop = settingsReads(db).settings()?.shop.name
  return {
    tillId: head.till_id,
    seq: head.seq,
    hash: head.hash,
    lastTicket: head.last_ticket,
    shop: shop ?? '',
  }
}
