import { expect, test } from 'vitest'
import { approval } from './stage/scripted-terminal.ts'
import { openStage } from './stage/stage.ts'

const undone = { ...approval, trace: '745130' }

test('a void and a new sale at once: one of them, then the other', async () => {
  const stage = await openStage()
  await stage.sellOnCard('POT')
  const voidTicket = { type: 'voidTicket', ticket: stage.number(1) } as const
  const answers = await Promise.all([
    stage.send(voidTicket),
    stage.send({ type: 'scan', code: 'RUG', quantity: 1 }),
    stage.send(voidTicket),
  ])
  expect(answers.map((answer) => (answer.ok ? 'taken' : answer.refusal.code))).toEqual([
    'taken',
    'attemptInProgress',
    'attemptInProgress',
  ])
  const asked = await stage.terminal.next('void')
  expect(asked.request).toMatchObject({ amount: 12_000, approval, sequence: 2 })
  await asked.answer({ outcome: 'approved', approval: undone })
  await stage.counter.settled()
  expect(stage.facts('refundCompleted')).toMatchObject([
    { ticket: { number: 2, refundOf: { number: 1, lines: [1] }, tenders: [{ approval: undone }] } },
  ])
  expect(await stage.send(voidTicket)).toMatchObject({ refusal: { code: 'notVoidable' } })

  await stage.sellOnCard('RUG')
  expect(stage.facts('saleCompleted')).toHaveLength(2)
  expect(stage.terminal.operations.map(({ kind }) => kind)).toEqual(['charge', 'void', 'charge'])
  expect(stage.problems()).toEqual([])
})

test('the void’s answer is lost: the sale that would come next waits for it', async () => {
  const stage = await openStage()
  await stage.sellOnCard('POT')
  await stage.accepted({ type: 'voidTicket', ticket: stage.number(1) })
  await (await stage.terminal.next('void')).answer({ outcome: 'unknown', cause: 'lineLost', detail: '' })
  const recovery = await stage.terminal.next('recover')
  expect(recovery.request).toMatchObject({ kind: 'void', amount: 12_000, otherTraces: ['745128'] })
  expect(await stage.send({ type: 'scan', code: 'RUG', quantity: 1 })).toMatchObject({
    refusal: { code: 'unresolvedCharge' },
  })
  await recovery.answer({ outcome: 'declined', reason: { code: '12', text: 'NON TROUVE' } })
  await stage.counter.settled()
  expect(stage.view()).toMatchObject({
    phase: 'idle',
    notGivenBack: { purpose: 'void', reason: { code: '12' } },
  })
  expect(stage.facts('refundCompleted')).toEqual([])
  await stage.ring('RUG')
  expect(stage.problems()).toEqual([])
})
