import { expect, test } from 'vitest'
import { approval } from './stage/scripted-terminal.ts'
import { openStage } from './stage/stage.ts'

test('an approval that comes late for a declined attempt is not confirmed and does not touch the next one', async () => {
  const stage = await openStage()
  await stage.ring('POT')
  await stage.accepted({ type: 'payCard', amount: null })
  const first = await stage.terminal.next('charge')
  await first.answer({ outcome: 'declined', reason: { code: '100', text: 'REFUSE' } })

  await stage.accepted({ type: 'payCard', amount: null })
  const second = await stage.terminal.next('charge')
  await expect(first.hooks.confirm(approval)).rejects.toThrow('nothingToResolve')
  expect(stage.view()).toMatchObject({ phase: 'charging', sale: { paid: 0 } })

  await second.hooks.confirm(approval)
  await second.answer({ outcome: 'approved', approval })
  await stage.counter.settled()
  expect(stage.ledger.outboxCounts().byDestination).toMatchObject({ acquirer: 1 })
})

test('a terminal too busy to be asked does not turn an unknown attempt into a declined one', async () => {
  const stage = await openStage()
  await stage.ring('POT')
  await stage.accepted({ type: 'payCard', amount: null })
  const charge = await stage.terminal.next('charge')
  await charge.answer({ outcome: 'unknown', cause: 'lineLost', detail: '' })

  const asked = await stage.terminal.next('recover')
  expect(await stage.send({ type: 'resolveAttempt', outcome: 'declined', name: 'amina' })).toMatchObject({
    refusal: { code: 'attemptInProgress' },
  })
  await asked.answer({ outcome: 'declined', reason: { code: 'TILL-BUSY', text: '' } })
  expect(stage.view()).toMatchObject({ phase: 'unresolved', attempt: { unknown: { cause: 'noAnswer' } } })
  expect(await stage.send({ type: 'payCard', amount: null })).toMatchObject({
    refusal: { code: 'unresolvedCharge' },
  })
})

test('a person’s answer that comes too late is not taken for the next attempt’s', async () => {
  const stage = await openStage()
  const lost = { outcome: 'unknown', cause: 'lineLost', detail: '' } as const
  const lose = async () => {
    await stage.accepted({ type: 'payCard', amount: null })
    await (await stage.terminal.next('charge')).answer(lost)
    await (await stage.terminal.next('recover')).answer(lost)
    return stage.view().attempt?.attemptId ?? null
  }
  await stage.ring('POT')
  const attemptId = await lose()
  const signs = { type: 'resolveAttempt', outcome: 'declined', name: 'amina' } as const
  await stage.accepted({ ...signs, attemptId })
  const next = await lose()
  // From a second window, where the first attempt is still asked about.
  expect(await stage.send({ ...signs, outcome: 'approved', attemptId })).toMatchObject({
    refusal: { code: 'nothingToResolve' },
  })
  expect(stage.view()).toMatchObject({ phase: 'unresolved', sale: { paid: 0 } })
  await stage.accepted({ ...signs, attemptId: next })
})
