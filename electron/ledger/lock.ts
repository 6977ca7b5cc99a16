import { join } from 'node:path'
import Database from 'better-sqlite3'
import { LedgerRefused } from './refused.ts'

/**
 * One till a folder. The lock is a lock of the operating system on a file that never holds anything (SQLite's
 * own exclusive lock, which works alike on Windows, macOS and Linux): when the process dies, however it dies, the
 * lock is gone with it.
 * @returns a function that lets go
 * @throws LedgerRefused `inUse` | `unreadable`
 */
export function holdFolder(folder: string): () => void {
  const path = join(folder, 'till.lock')
  let db: Database.Database | undefined
  try {
    db = new Database(path, { timeout: 0 })
    db.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    db?.close()
    const busy = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')
    throw busy
      ? new LedgerRefused('inUse', `another till runs on ${folder}`, error)
      : new LedgerRefused('unreadable', `${path} cannot be locked: ${(error as Error).message}`, error)
  }
  const held = db
  return () => void held.close()
}
