import { expect, test } from 'vitest'
import { approval } from './stage/scripted-terminal.ts'
import { openStage } from './stage/stage.ts'

const undone = { ...approval, trace: '745129' }
const done = { outcome: 'approved', approval: undone } as const

test('a void approved while the disk was full has its ticket when there is room, and is not asked for again', async () => {
  const stage = await openStage()
  await stage.sellOnCard('POT')
  const voidTicket = { type: 'voidTicket', ticket: stage.number(1) } as const
  await stage.accepted(voidTicket)
  const asked = await stage.terminal.next('void')
  stage.disk.refuse()
  await asked.answer(done)
  expect(stage.view()).toMatchObject({ phase: 'charging', attempt: { unrecorded: true } })
  expect(await stage.send(voidTicket)).toMatchObject({ refusal: { code: 'ledgerUnwritable' } })
  stage.disk.accept()
  await stage.counter.settled()
  expect(stage.facts('refundCompleted')).toHaveLength(1)
  expect(stage.terminal.operations.map(({ kind }) => kind)).toEqual(['charge', 'void'])
  expect(stage.problems()).toEqual([])
})

test('the power goes before the disk had room: the terminal is asked for the void, and tells', async () => {
  const stage = await openStage()
  await stage.sellOnCard('POT')
  await stage.accepted({ type: 'voidTicket', ticket: stage.number(1) })
  const asked = await stage.terminal.next('void')
  stage.disk.refuse()
  await asked.answer(done)
  await stage.restart()
  const recovery = await stage.terminal.next('recover')
  expect(recovery.request).toMatchObject({ kind: 'void', undoes: approval, otherTraces: ['745128'] })
  await recovery.answer(done)
  await stage.counter.settled()
  expect(stage.facts('refundCompleted')).toHaveLength(1)
  expect(stage.problems()).toEqual([])
})

test('a test charge approved while the disk was full is undone once its approval could be written', async () => {
  const stage = await openStage()
  await stage.accepted({ type: 'testTerminal' })
  const charge = await stage.terminal.next('charge')
  stage.disk.refuse()
  await charge.answer({ outcome: 'approved', approval })
  expect(stage.terminal.operations).toHaveLength(1)
  stage.disk.accept()
  await (await stage.terminal.next('void')).answer(done)
  await stage.counter.settled()
  expect(stage.view()).toMatchObject({ phase: 'idle', lastTest: { outcome: 'undone' } })
  expect(stage.problems()).toEqual([])
})

test('room only for what happened: the approval of a test is kept, and its void waits for room', async () => {
  const stage = await openStage()
  await stage.accepted({ type: 'testTerminal' })
  const charge = await stage.terminal.next('charge')
  stage.disk.refuseReserve()
  await charge.answer({ outcome: 'approved', approval })
  expect(stage.view()).toMatchObject({ phase: 'charging', attempt: { purpose: 'test', unrecorded: true } })
  expect(stage.terminal.operations).toHaveLength(1)
  stage.disk.accept()
  await (await stage.terminal.next('void')).answer({ outcome: 'declined', reason: { code: '96', text: '' } })
  await stage.counter.settled()
  expect(stage.view()).toMatchObject({ phase: 'idle', lastTest: { outcome: 'standing' } })
  expect(stage.problems()).toEqual([])
})
