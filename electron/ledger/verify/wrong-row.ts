/** The first row that is not what the journal says it must be. */
export interface WrongRow {
  readonly table: string
  /** The row's key as `column value`, or what stands for it. */
  readonly key: string
  /** What differs, with what was found and what was due. */
  readonly what: string
}

/** Ends a verification where it found the first wrong row. */
export class FoundWrong extends Error {
  readonly row: WrongRow

  constructor(table: string, key: string, what: string) {
    super(`${table}, ${key}: ${what}`)
    this.row = { table, key, what }
  }
}

/** What an error met while verifying says about the ledger. @throws the error itself when it says nothing of it */
export function wrongRowOf(error: unknown): WrongRow {
  if (error instanceof FoundWrong) return error.row
  const { code, message } = error as Error & { code?: string }
  // A page that cannot be read is the database's to name.
  if (code?.startsWith('SQLITE_')) return { table: 'file', key: code, what: message }
  throw error
}
