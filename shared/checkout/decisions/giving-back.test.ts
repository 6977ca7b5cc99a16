import { expect, test } from 'vitest'
import { abilities, type Counter } from '#test/models/checkout/counter.ts'
import { approval } from '#test/models/checkout/fixtures.ts'
import {
  answer,
  lastAttempt,
  openCounter,
  payCard,
  payCash,
  refund,
  resolve,
  results,
  scan,
  view,
} from '#test/models/checkout/shop.ts'
import { dirham } from '../../money/amount.ts'

/** Ticket 1: two plates and a soap, 262.04 on one card of a terminal that can do everything. */
const sold = (): Counter => {
  const counter = openCounter()
  counter.terminal = { ...abilities, canRefund: true }
  scan(counter, 'PLATE', 2)
  scan(counter, 'SOAP')
  payCard(counter)
  answer(counter, results.approved)
  return counter
}
const voidTicket = (counter: Counter, ticket = 1) =>
  counter.command({ type: 'voidTicket', ticket: ticket as never })
const given = { ...approval, trace: '000777' }
const approves = { outcome: 'approved', approval: given, asked: false } as const

test('a refund on a card is an attempt first; its ticket comes with the terminal’s yes', () => {
  const counter = sold()
  expect(refund(counter, 1, 1, 1, 'card')).toBeNull()
  expect(counter.facts.at(-1)).toMatchObject({
    kind: 'attemptStarted',
    purpose: 'refund',
    amount: 12_602,
    givesBack: { ticket: 1, lines: [{ position: 1, quantity: 1 }] },
  })
  expect(counter.effects.at(-1)).toMatchObject({ type: 'startRefund', amount: 12_602 })
  expect(view(counter)).toMatchObject({ phase: 'charging', sale: null, attempt: { purpose: 'refund' } })
  expect([counter.tickets().length, counter.forwards.length]).toEqual([1, 3])

  answer(counter, approves)
  expect(counter.tickets()[1]).toMatchObject({
    kind: 'refund',
    number: 2,
    tenders: [{ kind: 'card', amount: 12_602, approval: given, attemptId: lastAttempt(counter) }],
    refundOf: { number: 1, lines: [1] },
  })
  expect(counter.forwards.slice(3)).toMatchObject([
    { key: `card:${lastAttempt(counter)}`, body: { type: 'cardRefund', ticket: 2, amount: 12_602 } },
    { body: { sku: 'PLATE', delta: 1 } },
  ])
  expect(view(counter)).toMatchObject({ phase: 'idle', done: { ticket: 2, kind: 'refund' } })
})

test('declined: nothing is given back, the reason is shown until the next sale begins', () => {
  const counter = sold()
  refund(counter, 1, 1, 1, 'card')
  answer(counter, results.declined)
  expect(counter.tickets()).toHaveLength(1)
  const shown = { purpose: 'refund', ticket: 1, amount: 12_602, reason: { code: '05' } }
  expect(view(counter)).toMatchObject({ phase: 'idle', notGivenBack: shown })
  scan(counter, 'SOAP')
  expect(view(counter).notGivenBack).toBeNull()
})

test('unknown blocks the counter until the terminal or a person has spoken', () => {
  const counter = sold()
  refund(counter, 1, 1, 1, 'card')
  counter.restart()
  expect(view(counter)).toMatchObject({ phase: 'unresolved', attempt: { purpose: 'refund' } })
  expect(counter.effects.at(-1)).toEqual({ type: 'recoverCharge', attemptId: lastAttempt(counter) })
  expect(scan(counter, 'SOAP')).toBe('unresolvedCharge')
  expect(refund(counter, 1, 1, 1)).toBe('unresolvedCharge')
  expect(counter.command({ type: 'closeShift', counted: dirham(0) })).toBe('unresolvedCharge')
  expect(counter.command({ type: 'askTerminal' })).toBeNull()
  expect(resolve(counter, 'approved')).toBeNull()
  expect(counter.tickets()[1]?.tenders).toMatchObject([{ kind: 'card', approval: null }])
})

test('what the terminal cannot give back was given back by other means, at once', () => {
  const counter = sold()
  counter.terminal = abilities
  const effects = counter.effects.length
  refund(counter, 1, 1, 1, 'card')
  expect(counter.tickets()).toHaveLength(2)
  expect(counter.effects.slice(effects).map((effect) => effect.type)).toEqual(['print'])
})

test('nothing to give back is asked of no terminal', () => {
  const counter = openCounter()
  counter.terminal = { ...abilities, canRefund: true }
  scan(counter, 'SOAP')
  counter.command({ type: 'agreePrice', line: 1, unit: dirham(0), reason: 'gift', manager: 'omar' })
  counter.command({ type: 'payOther', tender: 'mobile', amount: dirham(0), reference: '-' })
  expect(refund(counter, 1, 1, 1, 'card')).toBeNull()
  expect(counter.tickets()).toHaveLength(2)
})

test('a void gives the whole ticket back by undoing its charge', () => {
  const counter = sold()
  expect(voidTicket(counter)).toBeNull()
  expect(counter.effects.at(-1)).toMatchObject({ type: 'startVoid', amount: 26_204, approval })
  answer(counter, approves)
  expect(counter.tickets()[1]).toMatchObject({
    kind: 'refund',
    gross: 26_204,
    refundOf: { number: 1, lines: [1, 2] },
    tenders: [{ kind: 'card', amount: 26_204, approval: given }],
  })
  expect(voidTicket(counter)).toBe('notVoidable')
  expect(refund(counter, 1, 1, 1)).toBe('overRefund')
})

test('while a void is under way nothing else begins, and a second one never does', () => {
  const counter = sold()
  voidTicket(counter)
  expect(voidTicket(counter)).toBe('attemptInProgress')
  expect(refund(counter, 1, 1, 1)).toBe('attemptInProgress')
  expect(scan(counter, 'SOAP')).toBe('attemptInProgress')
  expect(counter.command({ type: 'testTerminal' })).toBe('attemptInProgress')
  expect(counter.command({ type: 'setTraining', on: true })).toBe('attemptInProgress')
  expect(counter.facts.filter((fact) => fact.kind === 'attemptStarted')).toHaveLength(2)
})

test.each<[string, (counter: Counter) => void]>([
  ['part of it went back already', (counter) => void refund(counter, 1, 2, 1)],
  [
    'another shift took it',
    (counter) => {
      counter.command({ type: 'closeShift', counted: dirham(0) })
      counter.command({ type: 'openShift', cashier: 'omar', float: dirham(0) })
    },
  ],
  [
    'another terminal took it',
    (counter) => {
      counter.terminal = { ...abilities, id: 'other' }
    },
  ],
  [
    'this terminal undoes nothing',
    (counter) => {
      counter.terminal = { ...abilities, canVoid: false }
    },
  ],
  [
    'there is no terminal',
    (counter) => {
      counter.terminal = null
    },
  ],
])('a ticket is not voided where %s', (_why, happens) => {
  const counter = sold()
  happens(counter)
  expect(voidTicket(counter)).toBe('notVoidable')
})

test('nor one paid in cash, by a card in part, or by a card nobody has the number of', () => {
  const counter = sold()
  scan(counter, 'SOAP')
  payCash(counter, 1000)
  scan(counter, 'SOAP')
  payCash(counter, 400)
  payCard(counter)
  answer(counter, results.approved)
  scan(counter, 'SOAP')
  payCard(counter)
  answer(counter, results.silent)
  resolve(counter, 'approved')
  expect([2, 3, 4].map((ticket) => voidTicket(counter, ticket))).toEqual(Array(3).fill('notVoidable'))
  expect(voidTicket(counter, 9)).toBe('unknownTicket')
})

test('an approval after a cancelled refund brings it back, and is taken once asked', () => {
  const counter = sold()
  refund(counter, 1, 1, 1, 'card')
  const attemptId = lastAttempt(counter)
  answer(counter, results.declined)
  scan(counter, 'SOAP')
  answer(counter, approves, attemptId)
  expect(view(counter)).toMatchObject({ phase: 'ringing', sale: { total: 1000 } })
  payCash(counter, 1000)
  expect(view(counter)).toMatchObject({
    phase: 'unresolved',
    sale: null,
    attempt: { attemptId, unknown: { cause: 'answersDisagree' } },
  })
  counter.restart()
  answer(counter, results.approvedAsked, attemptId)
  expect(counter.tickets().map((ticket) => ticket.kind)).toEqual(['sale', 'sale', 'refund'])
})

test('what went back in cash meanwhile does not go back a second time', () => {
  const counter = sold()
  refund(counter, 1, 2, 1, 'card')
  const attemptId = lastAttempt(counter)
  answer(counter, results.declined)
  refund(counter, 1, 2, 1)
  answer(counter, approves, attemptId)
  answer(counter, approves, attemptId)
  expect(view(counter).phase).toBe('unresolved')
  expect(resolve(counter, 'approved')).toBe('overRefund')
  expect(resolve(counter, 'declined')).toBeNull()
  expect(counter.tickets()).toHaveLength(2)
})
