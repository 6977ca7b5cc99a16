import type { Database } from 'better-sqlite3'
import type { HeadRow } from '../subjects/head.ts'
import { type PinRow, pinSeal } from '../subjects/pins.ts'
import { FoundWrong } from './wrong-row.ts'

/** PINs are outside the journal: each is sealed, and the head knows how many there are. @throws FoundWrong */
export function checkPins(db: Database, head: HeadRow): void {
  for (const row of db.prepare<[], PinRow>('SELECT * FROM pins ORDER BY person_id').all()) {
    if (pinSeal(head.till_id, row.person_id, row.hash) !== row.seal)
      throw new FoundWrong('pins', `person_id ${row.person_id}`, 'was not set by the till')
    head.pins += 1
  }
}
