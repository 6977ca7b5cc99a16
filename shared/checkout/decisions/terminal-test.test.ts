import { expect, test } from 'vitest'
import { abilities, type Counter } from '#test/models/checkout/counter.ts'
import { approval } from '#test/models/checkout/fixtures.ts'
import {
  answer,
  lastAttempt,
  openCounter,
  payCash,
  resolve,
  results,
  scan,
  slip,
  view,
} from '#test/models/checkout/shop.ts'
import { dayTotals } from '../../books/day-totals.ts'
import { dirham } from '../../money/amount.ts'

const testing = (): Counter => {
  const counter = openCounter()
  counter.command({ type: 'testTerminal' })
  return counter
}
const kinds = (counter: Counter) => counter.facts.slice(3).map((fact) => fact.kind)

test('1.00 is charged and undone, and leaves neither ticket, tender, number nor forward', () => {
  const counter = testing()
  const charged = lastAttempt(counter)
  expect(counter.effects).toMatchObject([{ type: 'startCharge', amount: 100, attemptId: charged }])
  expect(view(counter)).toMatchObject({ phase: 'charging', sale: null, attempt: { purpose: 'test' } })
  answer(counter, results.approved)
  expect(counter.effects.at(-1)).toMatchObject({ type: 'startVoid', amount: 100, approval })
  expect(view(counter)).toMatchObject({ phase: 'charging', attempt: { purpose: 'void' }, lastTest: null })
  answer(counter, results.approved)
  expect(view(counter)).toMatchObject({ phase: 'idle', done: null, lastTest: { outcome: 'undone' } })
  expect(kinds(counter)).toEqual([
    'attemptStarted',
    'attemptApproved',
    'attemptStarted',
    'attemptApproved',
    'terminalTested',
  ])
  expect([counter.tickets(), counter.forwards]).toEqual([[], []])
  scan(counter, 'SOAP')
  payCash(counter, 1000)
  expect(counter.tickets()[0]?.number).toBe(1)
  expect(dayTotals(counter.facts)).toMatchObject({ cards: { approved: 0 }, grandTotal: '10.00' })
  expect(dayTotals(counter.facts).standingTests).toBeUndefined()
})

test('declined: nothing was taken, and that is the answer', () => {
  const counter = testing()
  answer(counter, results.declined)
  expect(view(counter)).toMatchObject({
    phase: 'idle',
    lastTest: { outcome: 'declined', reason: { code: '05' } },
    notGivenBack: null,
  })
})

test('what is not undone stands in the books, and the acquirer is told', () => {
  const refused = testing()
  const charged = lastAttempt(refused)
  answer(refused, results.approved)
  answer(refused, results.declined)
  const stands = testing()
  stands.terminal = { ...abilities, canVoid: false }
  answer(stands, results.approved)
  for (const [counter, reason] of [
    [refused, { code: '05' }],
    [stands, null],
  ] as const) {
    expect(view(counter)).toMatchObject({ phase: 'idle', lastTest: { outcome: 'standing', reason } })
    expect(dayTotals(counter.facts)).toMatchObject({ standingTests: '1.00', outbox: { acquirer: 1 } })
    expect(counter.forwards).toMatchObject([
      { destination: 'acquirer', body: { type: 'cardTest', amount: 100 } },
    ])
  }
  expect(refused.forwards[0]?.key).toBe(`card:${charged}`)
})

test('a power cut in the middle is asked about, and the test goes on to its end', () => {
  const counter = testing()
  counter.restart()
  expect(view(counter)).toMatchObject({ phase: 'unresolved', attempt: { purpose: 'test' } })
  answer(counter, results.approvedAsked)
  expect(counter.effects.at(-1)).toMatchObject({ type: 'startVoid' })
  counter.restart()
  expect(view(counter)).toMatchObject({ phase: 'unresolved', attempt: { purpose: 'void' } })
  expect(counter.effects.at(-1)).toEqual({ type: 'recoverCharge', attemptId: lastAttempt(counter) })
  answer(counter, results.approvedAsked)
  counter.restart()
  expect(view(counter)).toMatchObject({ phase: 'idle', lastTest: { outcome: 'undone' } })
})

test('what only a person saw cannot be undone by the terminal: it has no number for it', () => {
  const counter = testing()
  answer(counter, results.silent)
  resolve(counter, 'approved', slip)
  expect(view(counter)).toMatchObject({ phase: 'idle', lastTest: { outcome: 'standing', reason: null } })
})

test('a late approval of a cancelled test brings it back to be undone', () => {
  const counter = testing()
  const charged = lastAttempt(counter)
  answer(counter, results.declined)
  answer(counter, results.approved, charged)
  expect(view(counter)).toMatchObject({ phase: 'unresolved', attempt: { attemptId: charged } })
  answer(counter, results.approvedAsked, charged)
  answer(counter, results.approved)
  expect(view(counter).lastTest).toEqual({ outcome: 'undone', reason: null })
})

test('it needs an open shift, a free counter and a terminal', () => {
  const counter = openCounter()
  const ask = () => counter.command({ type: 'testTerminal' })
  counter.terminal = null
  expect(ask()).toBe('noTerminal')
  scan(counter, 'SOAP')
  expect(ask()).toBe('saleOpen')
  payCash(counter, 1000)
  counter.command({ type: 'closeShift', counted: dirham(0) })
  expect(ask()).toBe('noOpenShift')
})

test('the next shift knows of no test', () => {
  const counter = testing()
  answer(counter, results.declined)
  counter.command({ type: 'closeShift', counted: dirham(0) })
  expect(view(counter).lastTest).toBeNull()
})
