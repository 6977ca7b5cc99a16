import { expect, test } from 'vitest'
import { approval } from './stage/scripted-terminal.ts'
import { openStage } from './stage/stage.ts'

const cancelled = { outcome: 'declined', reason: { code: 'TILL-CANCELLED', text: '' } } as const

// woocommerce/woocommerce-ios#13100: going back and forth doubled the lines, and the shopper paid 150 instead of 75.
test('to the payment and back, over and over, doubles no line and charges once', async () => {
  const stage = await openStage()
  await stage.ring('POT')
  for (let time = 0; time < 3; time += 1) {
    await stage.accepted({ type: 'payCard', amount: null })
    const charge = await stage.terminal.next('charge')
    await stage.accepted({ type: 'cancelAttempt' })
    await charge.answer(cancelled)
    await stage.accepted({ type: 'park', name: 'thinking' })
    await stage.accepted({ type: 'resume', name: 'thinking' })
    expect(stage.view()).toMatchObject({
      phase: 'ringing',
      sale: { total: 12_000, due: 12_000, tenders: [] },
    })
    expect(stage.view().sale?.lines).toHaveLength(1)
  }
  const presses = await Promise.all([1, 2, 3].map(() => stage.send({ type: 'payCard', amount: null })))
  expect(presses.filter((answer) => answer.ok)).toHaveLength(1)
  await (await stage.terminal.next('charge')).answer({ outcome: 'approved', approval })
  await stage.counter.settled()
  expect(stage.facts('saleCompleted').map(({ ticket }) => ticket.gross)).toEqual([12_000])
  const sequences = stage.facts('attemptStarted').map((fact) => fact.terminalSequence)
  expect(sequences).toEqual([1, 2, 3, 4])
})
