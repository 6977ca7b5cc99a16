import type { Database } from 'better-sqlite3'
import type { ShopSettings } from '#shared/cart/settings.ts'
import type { FactOf } from '#shared/checkout/fact.ts'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import type { PersonId } from '#shared/kernel/ids.ts'
import type { Person } from '#shared/kernel/person.ts'
import type { Entry, Projections } from '../entry.ts'
import { defineTable } from '../table.ts'

export interface SettingsRow {
  id: 1
  seq: number
  body: string
}

export interface PersonRow {
  position: number
  person_id: string
  name: string
  role: string
}

export const settingsTable = defineTable<SettingsRow>({
  name: 'settings',
  columns: ['id', 'seq', 'body'],
  key: ['id'],
})

export const peopleTable = defineTable<PersonRow>({
  name: 'people',
  columns: ['position', 'person_id', 'name', 'role'],
  key: ['position'],
})

/** Only the newest settings are kept here; the journal has the others. */
export function shopConfigured(to: Projections, entry: Entry, fact: FactOf<'shopConfigured'>): void {
  const row = { seq: entry.seq, body: canonicalJson(fact.settings) }
  if (!to.settings.update(row, 1)) to.settings.insert({ id: 1, ...row })
}

/** The list is whole each time: positions beyond it are gone. */
export function peopleChanged(to: Projections, fact: FactOf<'peopleChanged'>): void {
  let position = 0
  for (const person of fact.people) {
    const row = { person_id: person.id as string, name: person.name, role: person.role as string }
    if (!to.people.update(row, position)) to.people.insert({ position, ...row })
    position += 1
  }
  for (; to.people.get(position) !== undefined; position += 1) to.people.remove(position)
}

/** The shop as it is now. */
export function settingsReads(db: Database): {
  settings(): ShopSettings | null
  people(): readonly Person[]
} {
  const body = db.prepare<[], string>('SELECT body FROM settings').pluck()
  const people = db.prepare<[], PersonRow>('SELECT * FROM people ORDER BY position')
  return {
    settings() {
      const text = body.get()
      return text === undefined ? null : (JSON.parse(text) as ShopSettings)
    },
    people: () =>
      people.all().map((row) => ({
        id: row.person_id as PersonId,
        name: row.name,
        role: row.role as Person['role'],
      })),
  }
}
