import Database from 'better-sqlite3'

/**
 * SQLite brings its write-ahead log into the database within the commit that makes the log this long, in 4 KB pages. A sale
 * changes some thirty; a commit that does this takes five times as long. Only a long loop of commits, an import, gets there.
 */
const pagesWithinACommit = 4000
/** Commits that are worth it. */
const enough = 32
/** Nobody has rung up anything for so long. */
const quietMs = 200
/** Commits after which it is done at the next turn, quiet or not. */
const most = 100

/** Empties the write-ahead log of a database between two sales, so that no sale waits for it. */
export function logCheckpoints(db: Database.Database): {
  /** To be told after every commit. */
  committed(): void
  end(): void
} {
  db.pragma(`wal_autocheckpoint = ${pagesWithinACommit}`)
  let commits = 0
  let due: NodeJS.Timeout | undefined

  function checkpoint(): void {
    commits = 0
    try {
      db.pragma('wal_checkpoint(PASSIVE)')
    } catch (error) {
      // What was committed is durable: the log is tried again after the next ones.
      if (!(error instanceof Database.SqliteError)) throw error
    }
  }

  return {
    committed() {
      commits += 1
      if (commits < enough || commits > most) return
      clearTimeout(due)
      due = setTimeout(checkpoint, commits === most ? 0 : quietMs).unref()
    },
    end: () => clearTimeout(due),
  }
}
