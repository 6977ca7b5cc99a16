import { expect, test } from 'vitest'
import { approval } from './stage/scripted-terminal.ts'
import { openStage } from './stage/stage.ts'

const given = { ...approval, trace: '745129' }

async function refunding() {
  const stage = await openStage({ can: { refund: true } })
  await stage.sellOnCard('POT')
  await stage.accepted({
    type: 'refund',
    ticket: stage.number(1),
    line: 1,
    quantity: 1,
    tender: 'card',
  })
  return { stage, asked: await stage.terminal.next('refund') }
}

test('money back on a card is given once, however often the terminal is asked', async () => {
  const { stage, asked } = await refunding()
  expect(asked.request).toMatchObject({ amount: 12_000, sequence: 2 })
  expect(stage.view()).toMatchObject({ phase: 'charging', sale: null, attempt: { purpose: 'refund' } })
  await asked.hooks.confirm(given)
  await asked.answer({ outcome: 'approvedUnconfirmed', approval: given, cause: 'lineLost', detail: '' })
  const recovery = await stage.terminal.next('recover')
  expect(recovery.request).toMatchObject({ kind: 'refund', approval: given, otherTraces: ['745128'] })
  await recovery.answer({ outcome: 'unknown', cause: 'noAnswer', detail: '' })

  await stage.restart()
  const again = await stage.terminal.next('recover')
  expect(await stage.send({ type: 'askTerminal' })).toMatchObject({ refusal: { code: 'attemptInProgress' } })
  await again.answer({ outcome: 'approved', approval: given })
  await stage.counter.settled()
  await again.hooks.confirm(given)
  expect(await stage.send({ type: 'askTerminal' })).toMatchObject({ refusal: { code: 'noOpenSale' } })

  expect(stage.facts('refundCompleted').map(({ ticket }) => [ticket.number, ticket.tenders])).toMatchObject([
    [2, [{ kind: 'card', amount: 12_000, approval: given }]],
  ])
  expect(stage.terminal.operations.filter(({ kind }) => kind === 'refund')).toHaveLength(1)
  expect(stage.ledger.outboxCounts().byDestination).toMatchObject({ acquirer: 2 })
  expect(stage.ledger.stockOf('POT')).toBe(50)
  expect(stage.problems()).toEqual([])
})

test('a refund under way when the power went is asked of its own terminal and of no other', async () => {
  const { stage } = await refunding()
  await stage.restart({ terminalId: 'replacement' })
  await stage.counter.settled()
  expect(stage.view()).toMatchObject({
    phase: 'unresolved',
    attempt: { purpose: 'refund', unknown: { cause: 'tillRestarted', canAsk: false } },
  })
  expect(stage.terminal.operations.filter(({ kind }) => kind === 'recover')).toEqual([])
  await stage.accepted({ type: 'resolveAttempt', outcome: 'declined', name: 'amina' })
  expect(stage.view()).toMatchObject({ phase: 'idle', notGivenBack: { ticket: 1 } })
  await stage.restart()
  expect(stage.view()).toMatchObject({ phase: 'idle', attempt: null })
  expect(stage.problems()).toEqual([])
})

test('a full disk refuses the refund before the terminal hears of it', async () => {
  const stage = await openStage({ can: { refund: true } })
  await stage.sellOnCard('POT')
  stage.disk.refuseReserve()
  const refund = { type: 'refund', ticket: stage.number(1), line: 1, quantity: 1, tender: 'card' } as const
  expect(await stage.send(refund)).toMatchObject({ refusal: { code: 'ledgerUnwritable' } })
  expect(stage.terminal.operations).toHaveLength(1)
})
