import { expect, test } from 'vitest'
import { approval } from './stage/scripted-terminal.ts'
import { openStage } from './stage/stage.ts'

test('an approval that was in flight when the cashier cancelled is taken, not lost', async () => {
  const stage = await openStage()
  await stage.ring('POT')
  await stage.accepted({ type: 'payCard', amount: null })
  const charge = await stage.terminal.next('charge')
  expect(stage.view().attempt?.canCancel).toBe(true)

  await stage.accepted({ type: 'cancelAttempt' })
  expect(charge.hooks.signal.aborted).toBe(true)
  expect(stage.view()).toMatchObject({ phase: 'charging', attempt: { canCancel: false } })
  expect(await stage.send({ type: 'cancelSale' })).toMatchObject({ refusal: { code: 'attemptInProgress' } })

  await charge.hooks.confirm(approval)
  await charge.answer({ outcome: 'approved', approval })
  await stage.counter.settled()
  expect(stage.view()).toMatchObject({ phase: 'idle', done: { ticket: 1 } })
})

test('a cancelled charge that the terminal gave up leaves the sale to be paid otherwise', async () => {
  const stage = await openStage()
  await stage.ring('POT')
  await stage.accepted({ type: 'payCard', amount: null })
  const charge = await stage.terminal.next('charge')
  await stage.accepted({ type: 'cancelAttempt' })
  await charge.answer({ outcome: 'declined', reason: { code: '280', text: 'ANNULE' } })
  expect(stage.view()).toMatchObject({ phase: 'ringing', sale: { lastDecline: { text: 'ANNULE' } } })
  await stage.accepted({ type: 'payCash', given: stage.dirhams(120) })
  expect(stage.view().done).toMatchObject({ ticket: 1 })
})
