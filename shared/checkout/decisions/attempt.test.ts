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

const charging = (): Counter => {
  const counter = openCounter()
  scan(counter, 'SOAP', 3)
  payCard(counter)
  return counter
}
const lastFact = (counter: Counter) => counter.facts.at(-1)

test('an attempt is a fact before it is a charge', () => {
  const counter = charging()
  expect(lastFact(counter)).toMatchObject({ kind: 'attemptStarted', amount: 3000, terminal: 'terminal' })
  expect(counter.effects).toMatchObject([{ type: 'startCharge', amount: 3000 }])
  expect(view(counter)).toMatchObject({ phase: 'charging', attempt: { canCancel: true, unknown: null } })
})

test('while the terminal has it nothing touches the sale', () => {
  const counter = charging()
  expect(scan(counter, 'SOAP')).toBe('attemptInProgress')
  expect(payCard(counter)).toBe('attemptInProgress')
  expect(payCash(counter, 3000)).toBe('attemptInProgress')
  expect(counter.command({ type: 'cancelSale' })).toBe('attemptInProgress')
  expect(resolve(counter, 'approved')).toBe('nothingToResolve')
  expect(counter.command({ type: 'closeShift', counted: 0 as never })).toBe('saleOpen')
})

test('approved: the sale is finished in the same decision', () => {
  const counter = charging()
  counter.input({ type: 'approvalReceived', attemptId: lastAttempt(counter), approval })
  expect(view(counter)).toMatchObject({ phase: 'charging', attempt: { canCancel: false } })
  expect(answer(counter, results.approved)).toBeNull()
  expect(counter.tickets()[0]?.tenders).toMatchObject([{ kind: 'card', amount: 3000, approval }])
  expect(view(counter).phase).toBe('idle')
})

test('declined: no money, the cart is free again, and the reason is shown', () => {
  const counter = charging()
  answer(counter, results.declined)
  expect(view(counter)).toMatchObject({ phase: 'ringing', sale: { lastDecline: { code: '05' } } })
  expect(scan(counter, 'SOAP')).toBeNull()
  payCard(counter)
  expect(view(counter).sale?.lastDecline).toBeNull()
})

test('unknown is never declined: only an answer or a person ends it', () => {
  const counter = charging()
  answer(counter, results.silent)
  expect(view(counter)).toMatchObject({ phase: 'unresolved', attempt: { unknown: { cause: 'noAnswer' } } })
  for (const refused of [scan(counter, 'SOAP'), payCash(counter, 3000), payCard(counter)]) {
    expect(refused).toBe('unresolvedCharge')
  }
  for (const type of ['cancelSale', 'cancelAttempt'] as const) {
    expect(counter.command({ type })).toBe('unresolvedCharge')
  }
  expect(counter.command({ type: 'park', name: 'a' })).toBe('unresolvedCharge')
  const before = counter.facts.length
  expect(counter.command({ type: 'askTerminal' })).toBeNull()
  expect(counter.effects.at(-1)).toEqual({ type: 'recoverCharge', attemptId: lastAttempt(counter) })
  answer(counter, results.silent)
  expect(counter.facts).toHaveLength(before)
  answer(counter, results.approvedAsked)
  expect(counter.facts.at(-2)).toMatchObject({ decidedBy: { kind: 'terminalAsked' } })
  expect(counter.tickets()).toHaveLength(1)
})

test('a person settles what no terminal can, and signs', () => {
  const counter = charging()
  expect(resolve(counter, 'declined')).toBe('nothingToResolve')
  answer(counter, results.silent)
  expect(resolve(counter, 'declined')).toBeNull()
  expect(lastFact(counter)).toMatchObject({ decidedBy: { kind: 'person', name: 'omar' } })
  expect(resolve(counter, 'declined')).toBe('nothingToResolve')
  payCard(counter)
  answer(counter, results.silent)
  resolve(counter, 'approved')
  expect(counter.tickets()[0]?.tenders).toMatchObject([{ kind: 'card', approval: null }])
  expect(resolve(counter, 'approved')).toBe('noOpenSale')
})

test('an approval heard before the line was lost is kept for whoever settles it', () => {
  const counter = charging()
  answer(counter, results.unconfirmed)
  expect(counter.facts.slice(-2).map((fact) => fact.kind)).toEqual([
    'attemptApprovedUnconfirmed',
    'attemptUnknown',
  ])
  expect(view(counter).phase).toBe('unresolved')
  resolve(counter, 'approved')
  expect(counter.tickets()[0]?.tenders).toMatchObject([{ kind: 'card', approval }])
})

test('cancelling asks the terminal; its own answer decides, approval included', () => {
  const counter = charging()
  const cancel = { type: 'cancelAttempt' } as const
  expect(counter.command(cancel)).toBeNull()
  expect(counter.effects.at(-1)).toEqual({ type: 'abortCharge', attemptId: lastAttempt(counter) })
  answer(counter, results.approved)
  expect(counter.tickets()).toHaveLength(1)
  expect(counter.command(cancel)).toBe('noOpenSale')
  scan(counter, 'SOAP')
  expect(counter.command(cancel)).toBe('nothingToResolve')
})

test.each([false, true])(
  'a restart turns a charge under way into an unknown one (approval heard: %s)',
  (heard) => {
    const counter = charging()
    const attemptId = lastAttempt(counter)
    if (heard) counter.input({ type: 'approvalReceived', attemptId, approval })
    counter.restart()
    expect(lastFact(counter)).toMatchObject({ kind: 'attemptUnknown', cause: 'tillRestarted' })
    expect(counter.effects.at(-1)).toEqual({ type: 'recoverCharge', attemptId })
    const facts = counter.facts.length
    counter.restart()
    expect(counter.facts).toHaveLength(facts)
    expect(counter.effects.at(-1)).toEqual({ type: 'recoverCharge', attemptId })
    expect(payCard(counter)).toBe('unresolvedCharge')
    answer(counter, results.approvedAsked)
    expect(counter.tickets()).toHaveLength(1)
  },
)

test('without a terminal an unknown attempt can be signed for but not asked about', () => {
  const counter = charging()
  counter.terminal = null
  counter.restart()
  expect(counter.effects.filter((effect) => effect.type === 'recoverCharge')).toEqual([])
  expect(counter.command({ type: 'askTerminal' })).toBe('noTerminal')
  expect(resolve(counter, 'declined')).toBeNull()
})
