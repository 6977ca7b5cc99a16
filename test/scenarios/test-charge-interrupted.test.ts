import { expect, test } from 'vitest'
import { approval } from './stage/scripted-terminal.ts'
import { openStage } from './stage/stage.ts'

const undone = { ...approval, trace: '745129' }

test('a test charge cut short twice is found, undone, and leaves no trace in the books', async () => {
  const stage = await openStage()
  await stage.accepted({ type: 'testTerminal' })
  expect((await stage.terminal.next('charge')).request).toMatchObject({ amount: 100 })
  await stage.restart()
  await (await stage.terminal.next('recover')).answer({ outcome: 'approved', approval })
  expect((await stage.terminal.next('void')).request).toMatchObject({ amount: 100, approval })
  expect(stage.view()).toMatchObject({ phase: 'charging', attempt: { purpose: 'void' } })

  await stage.restart()
  const recovery = await stage.terminal.next('recover')
  expect(recovery.request).toMatchObject({ kind: 'void', otherTraces: ['745128'] })
  await recovery.answer({ outcome: 'approved', approval: undone })
  await stage.counter.settled()
  expect(stage.view()).toMatchObject({ phase: 'idle', lastTest: { outcome: 'undone' } })
  await stage.restart()
  expect(stage.view()).toMatchObject({ phase: 'idle', lastTest: { outcome: 'undone' } })

  expect(stage.ledger.nextTicketNumber()).toBe(1)
  expect(stage.ledger.outboxCounts().byDestination).toMatchObject({ acquirer: 0 })
  expect(stage.problems()).toEqual([])
  // What the test left on the terminal is not taken for the next visitor's charge.
  await stage.ring('POT')
  await stage.accepted({ type: 'payCard', amount: null })
  await (await stage.terminal.next('charge')).answer({ outcome: 'unknown', cause: 'noAnswer', detail: '' })
  const asked = await stage.terminal.next('recover')
  expect(asked.request.otherTraces?.toSorted()).toEqual(['745128', '745129'])
})

test('one that cannot be undone stands in the books, and the day can be closed', async () => {
  const stage = await openStage()
  await stage.accepted({ type: 'testTerminal' })
  await (await stage.terminal.next('charge')).answer({ outcome: 'approved', approval })
  const refused = { outcome: 'declined', reason: { code: '96', text: 'IMPOSSIBLE' } } as const
  await (await stage.terminal.next('void')).answer(refused)
  await stage.counter.settled()
  expect(stage.view()).toMatchObject({
    phase: 'idle',
    lastTest: { outcome: 'standing', reason: { code: '96' } },
  })
  expect(stage.facts('terminalTested')).toMatchObject([{ outcome: 'standing', amount: 100 }])
  expect(stage.ledger.outboxCounts().byDestination).toMatchObject({ acquirer: 1 })
  await stage.accepted({ type: 'closeShift', counted: stage.dirhams(500) })
  expect(stage.view().lastTest).toBeNull()
  expect(stage.problems()).toEqual([])
})

test('a test charge without a number cannot be named to the terminal: it is not voided at a guess', async () => {
  const stage = await openStage()
  await stage.accepted({ type: 'testTerminal' })
  const nameless = { ...approval, trace: null }
  await (await stage.terminal.next('charge')).answer({ outcome: 'approved', approval: nameless })
  await stage.counter.settled()
  expect(stage.view()).toMatchObject({ phase: 'idle', lastTest: { outcome: 'standing', reason: null } })
  expect(stage.terminal.operations.map(({ kind }) => kind)).toEqual(['charge'])
  expect(stage.ledger.outboxCounts().byDestination).toMatchObject({ acquirer: 1 })
  expect(stage.problems()).toEqual([])
})
