import { expect, test } from 'vitest'
import type { PersonId } from '#shared/kernel/ids.ts'
import type { Person } from '#shared/kernel/person.ts'
import { cardHolder } from './card-holder.ts'

const person = (id: string, name: string): Person => ({ id: id as PersonId, name, role: 'cashier' })
const amina = person('amina', 'Amina')
const people = [amina, person('p-2', 'أمينة'), person('p-3', 'Omar'), person('p-4', 'Omar')]

test('a staff card names a person by id or by name, in either script', () => {
  expect(cardHolder(' AMINA ', people)).toBe(amina)
  expect(cardHolder('أمينة', people)?.id).toBe('p-2')
})

test('a card of nobody, and one that fits two people, names no one', () => {
  expect(cardHolder('Karim', people)).toBeNull()
  expect(cardHolder('omar', people)).toBeNull()
  expect(cardHolder('', people)).toBeNull()
})
