import { expect, test } from 'vitest'
import { approval } from './stage/scripted-terminal.ts'
import { openStage } from './stage/stage.ts'

const lost = { outcome: 'approvedUnconfirmed', approval, cause: 'lineLost', detail: 'switched off' } as const

// woocommerce/woocommerce-ios#13738: a paid order could be edited, and a new total was shown as paid.
test('a terminal switched off after its yes: the sale cannot be changed, and is finished for what was charged', async () => {
  const stage = await openStage()
  await stage.ring('POT')
  await stage.accepted({ type: 'payCard', amount: null })
  const charge = await stage.terminal.next('charge')
  await charge.hooks.confirm(approval)
  await charge.answer(lost)
  const asked = await stage.terminal.next('recover')
  expect(asked.request).toMatchObject({ kind: 'charge', amount: 12_000, approval })

  for (const command of [
    { type: 'scan', code: 'RUG', quantity: 1 },
    { type: 'changeQuantity', line: 1, quantity: 3 },
    { type: 'removeLine', line: 1 },
    { type: 'cancelSale' },
  ] as const) {
    expect(await stage.send(command)).toMatchObject({ refusal: { code: 'unresolvedCharge' } })
  }
  await asked.answer({ outcome: 'approved', approval })
  await stage.counter.settled()
  expect(stage.facts('saleCompleted').map(({ ticket }) => ticket.gross)).toEqual([12_000])
  expect(stage.view()).toMatchObject({ phase: 'idle', done: { ticket: 1, total: 12_000 } })
})

// stripe/stripe-terminal-android#370: the device disconnects in the middle, success arrives two seconds later.
test('disconnected is not declined: the answer that comes after all is taken', async () => {
  const stage = await openStage()
  await stage.ring('POT')
  await stage.accepted({ type: 'payCard', amount: null })
  await (await stage.terminal.next('charge')).answer({ outcome: 'unknown', cause: 'lineLost', detail: '' })
  expect(stage.view().phase).toBe('unresolved')
  await (await stage.terminal.next('recover')).answer({ outcome: 'approved', approval })
  await stage.counter.settled()
  expect(stage.facts('saleCompleted')).toHaveLength(1)
  expect(stage.facts('attemptStarted')).toHaveLength(1)
})
