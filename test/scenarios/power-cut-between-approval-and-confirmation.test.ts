import { expect, test } from 'vitest'
import { approval } from './stage/scripted-terminal.ts'
import { openStage } from './stage/stage.ts'

test('a power cut after the approval was written and before it was confirmed loses nothing and charges once', async () => {
  const stage = await openStage()
  await stage.ring('POT')
  await stage.accepted({ type: 'payCard', amount: null })
  const charge = await stage.terminal.next('charge')
  await charge.hooks.confirm(approval)

  await stage.restart()

  const asked = await stage.terminal.next('recover')
  expect(asked.request).toMatchObject({
    approval,
    sequence: charge.request.sequence,
    amount: charge.request.amount,
  })
  expect(stage.view()).toMatchObject({
    phase: 'unresolved',
    attempt: { unknown: { cause: 'tillRestarted' } },
  })

  await asked.answer({ outcome: 'approved', approval })
  await stage.counter.settled()

  expect(stage.ledger.findTicket(stage.number(1))?.ticket.tenders).toMatchObject([{ kind: 'card', approval }])
  expect(stage.ledger.outboxCounts().byDestination).toMatchObject({ acquirer: 1 })
  expect(stage.terminal.operations.map((operation) => operation.kind)).toEqual(['charge', 'recover'])
})
