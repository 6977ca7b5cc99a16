import { hash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { PersonId } from '#shared/kernel/ids.ts'
import { sqlRows } from '../sql-rows.ts'
import { defineTable } from '../table.ts'

/** A stretched PIN. Outside the journal, which is exported; sealed, so that one swapped by hand is noticed. */
export interface PinRow {
  person_id: string
  hash: string
  seal: string
}

const pinsTable = defineTable<PinRow>({
  name: 'pins',
  columns: ['person_id', 'hash', 'seal'],
  key: ['person_id'],
})

/** Binds a stretched PIN to its till and person: copied to another row, it no longer fits. */
export const pinSeal = (tillId: string, person: string, pinHash: string): string =>
  hash('sha256', JSON.stringify([tillId, person, pinHash]), 'hex')

/** Reads and writes of PINs; the caller has the transaction. */
export function pinReads(db: Database): {
  find(person: PersonId): string | null
  /** @returns how many more people have a PIN now: 1 or 0. */
  save(tillId: string, person: PersonId, pinHash: string): number
} {
  const rows = sqlRows(db, pinsTable)
  return {
    find: (person) => rows.get(person)?.hash ?? null,
    save(tillId, person, pinHash) {
      const sealed = { hash: pinHash, seal: pinSeal(tillId, person, pinHash) }
      if (rows.update(sealed, person)) return 0
      rows.insert({ person_id: person, ...sealed })
      return 1
    },
  }
}
