import { closeSync, openSync, readSync } from 'node:fs'
import Database from 'better-sqlite3'
import { LedgerUnwritable } from './handles.ts'
import { LedgerRefused } from './refused.ts'

/** "HANT" in the header of the file: how a database of another program is told from ours. */
export const applicationId = 0x48414e54

/** How long a statement waits for somebody else's write (a backup, a person with a database browser), in ms. */
const busyMs = 2000

/** A connection as every part of the ledger wants it. @throws SqliteError when the file is missing or no database */
export function connect(path: string, options: { readonly: boolean }): Database.Database {
  const db = new Database(path, { readonly: options.readonly, fileMustExist: true, timeout: busyMs })
  if (!options.readonly) {
    db.pragma('journal_mode = WAL')
    // Durable at commit, not only after the next checkpoint.
    db.pragma('synchronous = FULL')
  }
  db.pragma('foreign_keys = ON')
  db.pragma('trusted_schema = OFF')
  return db
}

/** What SQLite says when the machine, not the statement, is at fault. */
const machineCodes =
  /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|BUSY|LOCKED|CORRUPT|NOTADB|PERM|NOLFS|NOMEM|PROTOCOL)/

const isSqliteError = (error: unknown): error is Error & { code: string } =>
  error instanceof Database.SqliteError

/** Runs a write; what the disk refuses becomes `LedgerUnwritable`, defects stay what they are. */
export function durably<T>(write: () => T): T {
  try {
    return write()
  } catch (error) {
    if (isSqliteError(error) && machineCodes.test(error.code))
      throw new LedgerUnwritable(`the ledger cannot be written: ${error.message} (${error.code})`, {
        cause: error,
      })
    throw error
  }
}

/** Runs a step of opening; what SQLite cannot read is refused by name. */
export function opening<T>(path: string, step: () => T): T {
  try {
    return step()
  } catch (error) {
    if (!isSqliteError(error)) throw error
    if (/^SQLITE_(NOTADB|CORRUPT|ERROR)/.test(error.code))
      throw new LedgerRefused('corrupted', `${path} is damaged: ${error.message}`, error)
    throw new LedgerRefused('unreadable', `${path} cannot be opened: ${error.message}`, error)
  }
}

const magic = 'SQLite format 3\0'

/**
 * Looks at the file before SQLite does: SQLite would take an empty file for a new database, and that file may be all
 * that is left of a ledger.
 * @throws LedgerRefused
 */
export function checkHeader(path: string): void {
  const header = Buffer.alloc(100)
  let length: number
  try {
    const file = openSync(path, 'r')
    try {
      length = readSync(file, header, 0, 100, 0)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    throw new LedgerRefused('unreadable', `${path} cannot be read: ${(error as Error).message}`, error)
  }
  if (length < 100) throw new LedgerRefused('corrupted', `${path} is empty or cut short`)
  if (header.toString('latin1', 0, 16) !== magic)
    throw new LedgerRefused('foreign', `${path} is not a database`)
  // Offset 68: application id (https://www.sqlite.org/fileformat.html §1.3.18).
  if (header.readUInt32BE(68) !== applicationId)
    throw new LedgerRefused('foreign', `${path} belongs to another program`)
}
