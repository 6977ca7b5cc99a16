import Database from 'better-sqlite3'

/** What is deleted meanwhile is overwritten, not only unlinked. */
export function overwriting(db: Database.Database, remove: () => void): void {
  db.pragma('secure_delete = ON')
  remove()
  db.pragma('secure_delete = OFF')
}

/**
 * After the transaction that forgot somebody: the write-ahead log still has the row. While somebody else reads the ledger,
 * or the disk refuses, it stays; it goes with the next close.
 */
export function emptyLog(db: Database.Database): void {
  try {
    db.pragma('wal_checkpoint(TRUNCATE)')
  } catch (error) {
    // What was appended is durable: a disk that refuses now must not make it look undone.
    if (!(error instanceof Database.SqliteError)) throw error
  }
}
