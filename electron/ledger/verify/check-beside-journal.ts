import type { Database } from 'better-sqlite3'
import type { HeadRow } from '../subjects/head.ts'
import { fingerprintOf } from '../visitors.ts'
import { FoundWrong } from './wrong-row.ts'

interface Kept {
  readonly form: number
  readonly body: string | null
  readonly salt: string
  readonly visitor_hash: string | null
  readonly forgotten_seq: number | null
}

/**
 * Visitors are outside the journal: each is the one its form was made out for, and is there unless the journal says that
 * they were forgotten.
 * @throws FoundWrong
 */
export function checkVisitors(db: Database): void {
  const rows = db.prepare<[], Kept>(
    'SELECT coalesce(number, form) AS form, body, salt, visitor_hash, forgotten_seq ' +
      'FROM visitors FULL JOIN export_forms ON number = form ORDER BY 1',
  )
  for (const row of rows.iterate()) {
    const wrong = wrongOf(row)
    if (wrong !== null) throw new FoundWrong('visitors', `form ${row.form}`, wrong)
  }
}

function wrongOf({ body, salt, visitor_hash, forgotten_seq }: Kept): string | null {
  if (visitor_hash === null) return 'is of no export form'
  if (body === null) return forgotten_seq === null ? 'is gone, and nobody forgot them' : null
  if (forgotten_seq !== null) return 'is there, and was forgotten'
  return fingerprintOf(body, salt) === visitor_hash ? null : 'is not whom the form was made out for'
}

/** Print jobs come and go with their printers; none may be of a time that the journal does not know. @throws FoundWrong */
export function checkPrintQueue(db: Database, head: HeadRow): void {
  const newest = db
    .prepare<[], { id: number; seq: number }>('SELECT id, seq FROM print_queue ORDER BY id DESC LIMIT 1')
    .get()
  if (newest !== undefined && newest.seq > head.seq)
    throw new FoundWrong('print_queue', `id ${newest.id}`, `does not belong: the last entry is ${head.seq}`)
}

/**
 * How far a message got is nobody's proof, and may be changed without a trace. But one whose delivery is gone would wait
 * unseen for ever, and a lane that counts wrongly would hide it.
 * @throws FoundWrong
 */
export function checkDeliveries(db: Database): void {
  const lost = db
    .prepare<[], number>(
      'SELECT id FROM outbox WHERE id NOT IN (SELECT id FROM deliveries) ORDER BY id LIMIT 1',
    )
    .pluck()
    .get()
  if (lost !== undefined) throw new FoundWrong('deliveries', `id ${lost}`, 'is missing')
  const miscounted = db
    .prepare<[], { destination: string; what: string }>(
      `SELECT destination, 'is ' || coalesce(said, 'nothing') || ', the messages say ' || coalesce(due, 'nothing') AS what
       FROM (SELECT destination, waiting || ' waiting, ' || set_aside || ' set aside' AS said FROM lanes)
       FULL JOIN (SELECT destination, sum(delivered_utc_ms IS NULL AND set_aside_utc_ms IS NULL) || ' waiting, ' ||
         sum(delivered_utc_ms IS NULL AND set_aside_utc_ms IS NOT NULL) || ' set aside' AS due
         FROM deliveries GROUP BY destination) USING (destination)
       WHERE said IS NOT due ORDER BY destination LIMIT 1`,
    )
    .get()
  if (miscounted !== undefined)
    throw new FoundWrong('lanes', `destination ${miscounted.destination}`, miscounted.what)
}
