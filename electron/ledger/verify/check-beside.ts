import type { Database } from 'better-sqlite3'
import type { HeadRow } from '../subjects/head.ts'
import { fingerprintOf } from '../visitors.ts'
import { FoundWrong } from './wrong-row.ts'

/**
 * Visitors are outside the journal: each that was not forgotten is the one its form was made out for.
 * @throws FoundWrong
 */
export function checkVisitors(db: Database): void {
  const rows = db.prepare<[], { form: number; body: string; salt: string; visitor_hash: string | null }>(
    'SELECT form, body, salt, visitor_hash FROM visitors LEFT JOIN export_forms ON number = form ORDER BY form',
  )
  for (const { form, body, salt, visitor_hash } of rows.iterate()) {
    if (visitor_hash === null) throw new FoundWrong('visitors', `form ${form}`, 'is of no export form')
    if (fingerprintOf(body, salt) !== visitor_hash)
      throw new FoundWrong('visitors', `form ${form}`, 'is not whom the form was made out for')
  }
}

/** Print jobs come and go with their printers; none may be of a time that the journal does not know. @throws FoundWrong */
export function checkPrintQueue(db: Database, head: HeadRow): void {
  const newest = db
    .prepare<[], { id: number; seq: number }>('SELECT id, seq FROM print_queue ORDER BY id DESC LIMIT 1')
    .get()
  if (newest !== undefined && newest.seq > head.seq)
    throw new FoundWrong('print_queue', `id ${newest.id}`, `does not belong: the last entry is ${head.seq}`)
}
