import { expect, test } from 'vitest'
import { approval } from './stage/scripted-terminal.ts'
import { openStage } from './stage/stage.ts'

// odoo/odoo#219054: the answer went to the line that had been cancelled.
test('cancelled on the terminal, then another sale: each word goes to the charge it is about', async () => {
  const stage = await openStage()
  await stage.ring('RUG')
  await stage.accepted({ type: 'payCard', amount: null })
  const cancelled = await stage.terminal.next('charge')
  await stage.accepted({ type: 'cancelAttempt' })
  await cancelled.answer({ outcome: 'declined', reason: { code: 'TILL-CANCELLED', text: '' } })
  await stage.accepted({ type: 'cancelSale' })

  await stage.ring('POT')
  await stage.accepted({ type: 'payCard', amount: null })
  const paid = await stage.terminal.next('charge')
  await expect(cancelled.hooks.confirm({ ...approval, trace: '1' })).rejects.toThrow('nothingToResolve')
  expect(stage.view()).toMatchObject({ phase: 'charging', sale: { paid: 0 }, attempt: { amount: 12_000 } })
  await paid.answer({ outcome: 'approved', approval })
  await stage.counter.settled()

  expect(stage.facts('saleCompleted').map(({ ticket }) => [ticket.gross, ticket.tenders.length])).toEqual([
    [12_000, 1],
  ])
  expect(stage.ledger.outboxCounts().byDestination).toMatchObject({ acquirer: 1 })
  expect(stage.problems()).toEqual([])
})
