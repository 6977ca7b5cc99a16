/** Why a folder's ledger was not opened. Nothing in the folder was changed. */
export type LedgerRefusedCode = 'missing' | 'inUse' | 'foreign' | 'newer' | 'corrupted' | 'unreadable'

const whatToDo: Readonly<Record<LedgerRefusedCode, string>> = {
  missing: 'Check the folder; if this is a new till, set it up; otherwise restore the last backup.',
  inUse: 'Close the other till on this folder first.',
  foreign: 'Choose the folder of a Hanout till; this file was left as it is.',
  newer: 'Start the newer Hanout that wrote it; this version would not understand it.',
  corrupted:
    'Keep the folder as it is, copy it, and restore the last backup; `hanout verify` says what is wrong.',
  unreadable: 'Check that this user may read and write the folder, and that the disk is connected.',
}

/** An unreadable, foreign, newer or damaged ledger is refused: never replaced, never worked around in memory. */
export class LedgerRefused extends Error {
  override readonly name = 'LedgerRefused'
  readonly code: LedgerRefusedCode
  /** One sentence for whoever stands at the till. */
  readonly whatToDo: string

  constructor(code: LedgerRefusedCode, what: string, cause?: unknown) {
    super(`${what}. ${whatToDo[code]}`, cause === undefined ? undefined : { cause })
    this.code = code
    this.whatToDo = whatToDo[code]
  }
}
