import type { Person } from '#shared/kernel/person.ts'

const plain = (text: string): string => text.trim().normalize('NFC').toLowerCase()

/** Whose staff card a code is: it carries the person's id or name. `null`: nobody's here, or of two people. */
export function cardHolder(code: string, people: readonly Person[]): Person | null {
  const wanted = plain(code)
  const [holder, ...more] = people.filter(({ id, name }) => plain(id) === wanted || plain(name) === wanted)
  return more.length === 0 ? (holder ?? null) : null
}
