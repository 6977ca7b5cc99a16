import { expect, test } from 'vitest'
import { abilities, type Counter } from '#test/models/checkout/counter.ts'
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
  slip,
  view,
} from '#test/models/checkout/shop.ts'

const byHand = { ...abilities, canVoid: false, canAsk: false, byHand: true }

/** 30.00 keyed on a terminal that nothing connects to the till. */
const keying = (): Counter => {
  const counter = openCounter()
  counter.terminal = byHand
  scan(counter, 'SOAP', 3)
  payCard(counter)
  return counter
}

test('a charge by hand is durable before anyone keys it, and cannot be stopped or asked about', () => {
  const counter = keying()
  expect(counter.facts.at(-1)).toMatchObject({ kind: 'attemptStarted', byHand: true, purpose: 'payment' })
  expect(counter.effects.at(-1)).toMatchObject({ type: 'startCharge', amount: 3000 })
  expect(view(counter)).toMatchObject({
    phase: 'charging',
    attempt: { byHand: true, step: 'keyAmount', canCancel: false },
  })
  expect(counter.command({ type: 'cancelAttempt' })).toBe('attemptInProgress')
  expect(payCash(counter, 3000)).toBe('attemptInProgress')
})

test('the slip approves it: authorisation and last four stand on the ticket, no more of the card', () => {
  const counter = keying()
  expect(resolve(counter, 'approved', slip)).toBeNull()
  expect(counter.tickets()[0]?.tenders).toMatchObject([
    {
      kind: 'card',
      amount: 3000,
      approval: { maskedPan: '************3315', authorisation: 'A12345', trace: null, slip: [] },
    },
  ])
  expect(counter.facts.at(-2)).toMatchObject({ decidedBy: { kind: 'person', name: 'omar' } })
  const attemptId = lastAttempt(counter)
  expect(counter.effects).toContainEqual({ type: 'releaseCharge', attemptId })
})

test('without the slip nothing is approved', () => {
  const counter = keying()
  expect(resolve(counter, 'approved')).toBe('slipMissing')
  expect(view(counter).phase).toBe('charging')
  expect(resolve(counter, 'declined')).toBeNull()
  expect(view(counter)).toMatchObject({ phase: 'ringing', sale: { lastDecline: { code: 'TILL-PERSON' } } })
  expect(counter.effects.at(-1)).toEqual({ type: 'releaseCharge', attemptId: lastAttempt(counter) })
})

test('after a power cut it is unknown, nobody can be asked, and a person ends it the same way', () => {
  const counter = keying()
  counter.restart()
  expect(view(counter)).toMatchObject({
    phase: 'unresolved',
    attempt: { byHand: true, unknown: { cause: 'tillRestarted', canAsk: false } },
  })
  expect(counter.effects.filter((effect) => effect.type === 'recoverCharge')).toEqual([])
  expect(counter.command({ type: 'askTerminal' })).toBe('noTerminal')
  expect(payCard(counter)).toBe('unresolvedCharge')
  expect(resolve(counter, 'approved')).toBe('slipMissing')
  expect(resolve(counter, 'approved', slip)).toBeNull()
  expect(counter.tickets()).toHaveLength(1)
})

test('it stays a charge by hand when another terminal stands there after the power cut', () => {
  const counter = keying()
  counter.terminal = { ...abilities, id: 'new one' }
  counter.restart()
  expect(counter.effects.filter((effect) => effect.type === 'recoverCharge')).toEqual([])
  expect(resolve(counter, 'approved')).toBe('slipMissing')
})

test('a refund is keyed by hand too, and its ticket waits for the slip', () => {
  const counter = keying()
  resolve(counter, 'approved', slip)
  expect(refund(counter, 1, 1, 2, 'card')).toBeNull()
  expect(counter.effects.at(-1)).toMatchObject({ type: 'startRefund', amount: 2000 })
  expect(counter.tickets()).toHaveLength(1)
  expect(resolve(counter, 'approved')).toBe('slipMissing')
  resolve(counter, 'approved', { ...slip, authorisation: 'R9' })
  expect(counter.tickets()[1]).toMatchObject({
    kind: 'refund',
    gross: 2000,
    tenders: [{ kind: 'card', approval: { authorisation: 'R9' } }],
  })
})

test('nothing connects it, so it is neither tested nor told to undo', () => {
  const counter = keying()
  resolve(counter, 'approved', slip)
  expect(counter.command({ type: 'testTerminal' })).toBe('notTestable')
  expect(counter.command({ type: 'voidTicket', ticket: 1 as never })).toBe('notVoidable')
})

test('of a terminal that is connected the slip is kept where it said nothing itself', () => {
  const counter = openCounter()
  scan(counter, 'SOAP')
  payCard(counter)
  expect(resolve(counter, 'approved', slip)).toBe('nothingToResolve')
  answer(counter, results.silent)
  resolve(counter, 'approved', slip)
  scan(counter, 'SOAP')
  payCard(counter)
  answer(counter, results.unconfirmed)
  resolve(counter, 'approved', slip)
  const approvals = counter
    .tickets()
    .map(({ tenders: [tender] }) => tender?.kind === 'card' && tender.approval)
  expect(approvals).toMatchObject([
    { authorisation: 'A12345', maskedPan: '************3315' },
    { authorisation: '123456', maskedPan: '516794******3315', trace: '000123' },
  ])
})
