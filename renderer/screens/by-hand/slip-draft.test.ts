import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commandSchema } from '#shared/contract/command-schema.ts'
import { emptySlip, keyedInto, slipFaults, slipOf, typedInto } from './slip-draft.ts'

const filled = { authorisation: '123456', lastFour: '3315' }

test('a slip is typed by keyboard or keypad, in Arabic digits or ours', () => {
  const typed = typedInto(typedInto(emptySlip, 'authorisation', ' a1b 23 '), 'lastFour', '٣٣١٥')
  expect(typed).toEqual({ authorisation: 'A1B23', lastFour: '3315' })
  expect(keyedInto(typed, 'lastFour', '9')).toEqual(typed)
  expect(keyedInto(typed, 'lastFour', ',')).toEqual(typed)
  expect(keyedInto(typed, 'lastFour', 'delete').lastFour).toBe('331')
})

test('where a slip is needed both numbers are; elsewhere both or neither', () => {
  expect(slipFaults(emptySlip, true)).toEqual(['authorisation', 'lastFour'])
  expect(slipFaults(emptySlip, false)).toEqual([])
  expect(slipFaults({ ...filled, lastFour: '331' }, false)).toEqual(['lastFour'])
  expect(slipFaults({ ...filled, authorisation: '' }, false)).toEqual(['authorisation'])
  expect(slipFaults(filled, true)).toEqual([])
  expect(slipOf(emptySlip)).toBeNull()
})

test('whatever is typed, a slip without faults is one the till takes', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (authorisation, lastFour) => {
      const draft = typedInto(typedInto(emptySlip, 'authorisation', authorisation), 'lastFour', lastFour)
      if (slipFaults(draft, true).length > 0) return
      const command = { type: 'resolveAttempt', outcome: 'approved', name: 'Amina', slip: slipOf(draft) }
      expect(commandSchema.safeParse(command).success).toBe(true)
    }),
  )
})
