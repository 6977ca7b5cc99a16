import { expect, test } from 'vitest'
import { approval } from './stage/scripted-terminal.ts'
import { openStage, type Stage } from './stage/stage.ts'

const lost = { outcome: 'unknown', cause: 'lineLost', detail: '' } as const
const silent = { outcome: 'unknown', cause: 'noAnswer', detail: '' } as const
const slip = { authorisation: '482913', lastFour: '3315' }
const byHand = { byHand: true, void: false, query: false, abort: false }
const signs = (outcome: 'approved' | 'declined') =>
  ({ type: 'resolveAttempt', outcome, name: 'amina' }) as const
/** How often a terminal was asked about anything. */
const questions = ({ terminal }: Stage): number =>
  terminal.operations.filter(({ kind }) => kind === 'recover').length

test('another terminal is not asked, and the words are those of the one that was charged', async () => {
  const stage = await openStage({ id: 'caisse-ap-0123456789ab' })
  await stage.ring('POT')
  await stage.accepted({ type: 'payCard', amount: null })
  await (await stage.terminal.next('charge')).answer(lost)
  await (await stage.terminal.next('recover')).answer(silent)
  await stage.restart({ terminalId: 'naps-ba9876543210' })
  await stage.counter.settled()
  expect(stage.view()).toMatchObject({
    phase: 'unresolved',
    attempt: { terminalName: 'caisse-ap-0123456789ab', unknown: { canAsk: false, lookFor: 'caisse-ap' } },
  })
  expect(await stage.send({ type: 'askTerminal' })).toMatchObject({ refusal: { code: 'noTerminal' } })
  expect(questions(stage)).toBe(1)

  await stage.accepted(signs('declined'))
  await stage.accepted({ type: 'payCard', amount: null })
  await (await stage.terminal.next('charge')).answer({ outcome: 'approved', approval })
  await stage.counter.settled()
  expect(stage.facts('saleCompleted')[0]?.ticket.tenders).toHaveLength(1)
  expect(stage.problems()).toEqual([])
})

test('what was keyed by hand is not asked of a terminal with a wire, and still needs its slip', async () => {
  const stage = await openStage({ id: 'manual-hand', can: byHand })
  await stage.ring('POT')
  await stage.accepted({ type: 'payCard', amount: null })
  await stage.terminal.next('charge')
  await stage.restart({ terminalId: 'naps-ba9876543210', can: {} })
  await stage.counter.settled()
  expect(stage.view()).toMatchObject({
    phase: 'unresolved',
    attempt: { byHand: true, unknown: { canAsk: false, lookFor: 'manual' } },
  })
  expect(await stage.send(signs('approved'))).toMatchObject({ refusal: { code: 'slipMissing' } })
  await stage.accepted({ ...signs('approved'), slip })
  expect(questions(stage)).toBe(0)
  expect(stage.facts('saleCompleted')).toHaveLength(1)
})

test('no terminal at all: a lost refund is signed for, given back once, and the day goes on', async () => {
  const stage = await openStage({ can: { refund: true } })
  await stage.sellOnCard('POT')
  const refund = { type: 'refund', ticket: stage.number(1), line: 1, quantity: 1, tender: 'card' } as const
  await stage.accepted(refund)
  await (await stage.terminal.next('refund')).answer(lost)
  await stage.restart({ terminalId: null })
  await stage.counter.settled()
  expect(stage.view()).toMatchObject({ phase: 'unresolved', attempt: { purpose: 'refund' } })
  expect(await stage.send({ type: 'closeShift', counted: stage.dirhams(500) })).toMatchObject({
    refusal: { code: 'unresolvedCharge' },
  })
  await stage.accepted({ ...signs('approved'), slip })
  expect(await stage.send(refund)).toMatchObject({ refusal: { code: 'overRefund' } })
  await stage.accepted({ type: 'closeShift', counted: stage.dirhams(500) })
  expect(stage.ledger.outboxCounts().byDestination).toMatchObject({ acquirer: 2 })
  expect(stage.problems()).toEqual([])
})

test('no terminal at all: a test charge that a person found stands, since nothing is here to undo it', async () => {
  const stage = await openStage()
  await stage.accepted({ type: 'testTerminal' })
  await stage.terminal.next('charge')
  await stage.restart({ terminalId: null })
  await stage.accepted(signs('approved'))
  expect(stage.view()).toMatchObject({ phase: 'idle', lastTest: { outcome: 'standing' } })
  await stage.restart({ terminalId: 'terminal' })
  expect(stage.view()).toMatchObject({ phase: 'idle', attempt: null })
  expect(stage.terminal.operations.map(({ kind }) => kind)).toEqual(['charge'])
  expect(stage.problems()).toEqual([])
})

test('the void of a test is lost and its terminal replaced: the books keep the money until somebody saw it gone', async () => {
  const stage = await openStage()
  await stage.accepted({ type: 'testTerminal' })
  await (await stage.terminal.next('charge')).answer({ outcome: 'approved', approval })
  await (await stage.terminal.next('void')).answer(lost)
  await (await stage.terminal.next('recover')).answer(silent)
  await stage.restart({ terminalId: 'replacement' })
  await stage.counter.settled()
  expect(stage.view()).toMatchObject({ phase: 'unresolved', attempt: { purpose: 'void', amount: 100 } })
  await stage.accepted(signs('declined'))
  expect(stage.facts('terminalTested')).toMatchObject([{ outcome: 'standing', amount: 100 }])
  expect(stage.ledger.outboxCounts().byDestination).toMatchObject({ acquirer: 1 })
  expect(stage.problems()).toEqual([])
})
