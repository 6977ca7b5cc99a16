import { expect, test } from 'vitest'
import type { Counter } from '#test/models/checkout/counter.ts'
import { approval } from '#test/models/checkout/fixtures.ts'
import {
  answer,
  lastAttempt,
  openCounter,
  payCard,
  payCash,
  resolve,
  results,
  scan,
  view,
} from '#test/models/checkout/shop.ts'

/** A sale of 30.00 whose charge nobody answered for, and which a person then settled. */
const signed = (outcome: 'approved' | 'declined'): Counter => {
  const counter = openCounter()
  scan(counter, 'SOAP', 3)
  payCard(counter)
  answer(counter, results.silent)
  resolve(counter, outcome)
  return counter
}

test('an approval after a signed "declined" is taken while its sale waits for it', () => {
  const counter = signed('declined')
  answer(counter, results.approvedAsked)
  expect(counter.tickets()[0]).toMatchObject({ gross: 3000, tenders: [{ kind: 'card', amount: 3000 }] })
})

test('where the sale was paid otherwise it is written down as answers that disagree', () => {
  const counter = signed('declined')
  payCash(counter, 3000)
  const facts = counter.facts.length
  answer(counter, results.approved)
  expect(counter.facts.at(-1)).toMatchObject({ kind: 'attemptUnknown', cause: 'answersDisagree' })
  answer(counter, results.approved)
  expect(counter.facts).toHaveLength(facts + 1)
  expect(view(counter).phase).toBe('idle')
})

test('where less is due it stops the sale until a person has voided it', () => {
  const counter = signed('declined')
  payCash(counter, 1000)
  answer(counter, results.approved)
  expect(view(counter)).toMatchObject({ phase: 'unresolved', attempt: { amount: 3000 } })
  expect(resolve(counter, 'approved')).toBe('exceedsDue')
  expect(resolve(counter, 'declined')).toBeNull()
  expect(payCash(counter, 2000)).toBeNull()
})

test('during another charge it waits for that one to end, then asks for its own', () => {
  const counter = signed('declined')
  const first = lastAttempt(counter)
  payCard(counter, 1000)
  answer(counter, results.approved, first)
  expect(view(counter)).toMatchObject({ phase: 'charging', attempt: { amount: 1000 } })
  counter.restart()
  answer(counter, results.declined)
  expect(view(counter)).toMatchObject({ phase: 'unresolved', attempt: { attemptId: first } })
  expect(payCard(counter)).toBe('unresolvedCharge')
  expect(resolve(counter, 'approved')).toBeNull()
  expect(counter.tickets()[0]?.tenders).toMatchObject([{ kind: 'card', attemptId: first }])
})

test('in a parked sale it waits there', () => {
  const counter = signed('declined')
  counter.command({ type: 'park', name: 'hat' })
  answer(counter, results.approved)
  expect(view(counter).phase).toBe('idle')
  counter.restart()
  counter.command({ type: 'resume', name: 'hat' })
  expect(view(counter).phase).toBe('unresolved')
  answer(counter, results.approvedAsked)
  expect(counter.tickets()).toHaveLength(1)
})

test('an attempt of a parked sale is not paid behind its back', () => {
  const counter = signed('declined')
  counter.command({ type: 'park', name: 'hat' })
  answer(counter, results.approved)
  const facts = counter.facts.length
  answer(counter, results.approved)
  expect(counter.facts).toHaveLength(facts)
})

test('a "declined" after a signed "approved" is written down; the ticket stands', () => {
  const counter = signed('approved')
  answer(counter, results.declined)
  expect(counter.facts.at(-1)).toMatchObject({ kind: 'attemptUnknown', cause: 'answersDisagree' })
  expect(counter.tickets()).toHaveLength(1)
})

test('the same word twice is nothing new', () => {
  const counter = signed('approved')
  const facts = counter.facts.length
  answer(counter, results.approved)
  answer(counter, results.silent)
  expect(
    counter.input({ type: 'attemptEnded', attemptId: 'other' as never, result: results.approved }),
  ).toBeNull()
  expect(counter.facts).toHaveLength(facts)
})

test('a terminal that asks to confirm what a person declined is refused: it reverses by itself', () => {
  const declined = signed('declined')
  const confirm = (counter: Counter) =>
    counter.input({ type: 'approvalReceived', attemptId: lastAttempt(counter), approval })
  expect(confirm(declined)).toBe('nothingToResolve')
  expect(confirm(signed('approved'))).toBeNull()
})
