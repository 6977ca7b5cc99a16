import type { BookReads } from './books-handles.ts'
import { connect } from './database.ts'
import { bookShiftReads } from './subjects/book-shifts.ts'

/**
 * Reads a ledger's entries over a connection of one's own. For a thread beside one that has the ledger open, and so has seen
 * that it is this program's: little is loaded, for every thread loads anew.
 * @param path of the file
 */
export function openEntries(path: string): Pick<BookReads, 'entriesBetween'> & { close(): void } {
  const db = connect(path, { readonly: true })
  return { entriesBetween: bookShiftReads(db).between, close: () => void db.close() }
}
