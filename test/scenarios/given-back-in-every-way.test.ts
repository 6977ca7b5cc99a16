import { expect, test } from 'vitest'
import { approval } from './stage/scripted-terminal.ts'
import { openStage, type Stage } from './stage/stage.ts'

const back = { outcome: 'approved', approval: { ...approval, trace: '745129' } } as const
const no = { outcome: 'declined', reason: { code: '51', text: 'REFUSE' } } as const

/** Three pots, paid with a telephone, a card and coins. */
async function paidInThreeWays(): Promise<Stage> {
  const stage = await openStage({ can: { refund: true } })
  await stage.accepted({ type: 'scan', code: 'POT', quantity: 3 })
  await stage.accepted({
    type: 'payOther',
    tender: 'mobile',
    amount: stage.dirhams(100),
    reference: 'M-1',
  })
  await stage.accepted({ type: 'payCard', amount: stage.dirhams(200) })
  expect(await stage.send({ type: 'payCash', given: stage.dirhams(60) })).toMatchObject({
    refusal: { code: 'attemptInProgress' },
  })
  await (await stage.terminal.next('charge')).answer({ outcome: 'approved', approval })
  expect(await stage.send({ type: 'cancelSale' })).toMatchObject({ refusal: { code: 'moneyTaken' } })
  await stage.accepted({ type: 'payCash', given: stage.dirhams(60) })
  await stage.counter.settled()
  expect(stage.view().done).toMatchObject({ ticket: 1, total: 36_000, change: 0 })
  return stage
}

test('what was paid in several ways goes back in several ways, and no piece of it twice', async () => {
  const stage = await paidInThreeWays()
  const ticket = stage.number(1)
  const refund = (tender: 'cash' | 'card', quantity = 1) =>
    stage.send({ type: 'refund', ticket, line: 1, quantity, tender })
  expect(await stage.send({ type: 'voidTicket', ticket })).toMatchObject({ refusal: { code: 'notVoidable' } })
  expect(await refund('card', 2)).toMatchObject({ ok: true })
  expect(await refund('cash')).toMatchObject({ refusal: { code: 'attemptInProgress' } })
  await (await stage.terminal.next('refund')).answer(no)
  expect(stage.view()).toMatchObject({ phase: 'idle', notGivenBack: { amount: 24_000 } })

  expect(await refund('cash', 2)).toMatchObject({ ok: true })
  expect(await refund('card', 2)).toMatchObject({ refusal: { code: 'overRefund' } })
  expect(await refund('card')).toMatchObject({ ok: true })
  await (await stage.terminal.next('refund')).answer(back)
  await stage.counter.settled()
  expect(await refund('cash')).toMatchObject({ refusal: { code: 'overRefund' } })

  const given = stage.facts('refundCompleted').map((fact) => fact.ticket.tenders.map(({ amount }) => amount))
  expect(given).toEqual([[24_000], [12_000]])
  expect(stage.ledger.stockOf('POT')).toBe(50)
  expect(stage.ledger.grandTotal()).toBe(0)
  // 500 in the morning, 60 taken, 240 given back.
  await stage.accepted({ type: 'closeShift', counted: stage.dirhams(320) })
  expect(stage.facts('shiftClosed')[0]?.drawer).toMatchObject({ cash: -18_000, difference: 0 })
  expect(stage.problems()).toEqual([])
})

test('part of a ticket was given back: the rest of it cannot be voided, nor after the day is closed', async () => {
  const stage = await openStage()
  await stage.sellOnCard('POT')
  await stage.sellOnCard('RUG')
  await stage.accepted({ type: 'refund', ticket: stage.number(1), line: 1, quantity: 1, tender: 'cash' })
  const voids = (ticket: number) => stage.send({ type: 'voidTicket', ticket: stage.number(ticket) })
  expect(await voids(1)).toMatchObject({ refusal: { code: 'notVoidable' } })
  await stage.counter.settled()
  await stage.accepted({ type: 'closeShift', counted: stage.dirhams(380) })
  await stage.accepted({ type: 'openShift', cashier: 'amina', float: stage.dirhams(380) })
  expect(await voids(2)).toMatchObject({ refusal: { code: 'notVoidable' } })
  expect(stage.terminal.operations.map(({ kind }) => kind)).toEqual(['charge', 'charge'])
  expect(stage.problems()).toEqual([])
})
