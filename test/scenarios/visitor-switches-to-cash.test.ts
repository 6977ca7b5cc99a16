import { expect, test } from 'vitest'
import { approval } from './stage/scripted-terminal.ts'
import { openStage } from './stage/stage.ts'

async function waiting() {
  const stage = await openStage()
  await stage.ring('POT')
  await stage.accepted({ type: 'payCard', amount: null })
  const charge = await stage.terminal.next('charge')
  const cash = { type: 'payCash', given: stage.dirhams(200) } as const
  // odoo/odoo#122539: real money on the card, and the sale finished as if there were none.
  expect(await stage.send(cash)).toMatchObject({ refusal: { code: 'attemptInProgress' } })
  await stage.accepted({ type: 'cancelAttempt' })
  expect(await stage.send(cash)).toMatchObject({ refusal: { code: 'attemptInProgress' } })
  return { stage, charge, cash }
}

test('cash is taken once the terminal has let the card go', async () => {
  const { stage, charge, cash } = await waiting()
  await charge.answer({ outcome: 'declined', reason: { code: 'TILL-CANCELLED', text: '' } })
  await stage.accepted(cash)
  await stage.counter.settled()
  expect(stage.facts('saleCompleted')[0]?.ticket.tenders).toMatchObject([{ kind: 'cash', amount: 12_000 }])
  expect(stage.ledger.outboxCounts().byDestination).toMatchObject({ acquirer: 0 })
})

test('the card was quicker: it pays, and no cash is taken on top', async () => {
  const { stage, charge, cash } = await waiting()
  await charge.hooks.confirm(approval)
  await charge.answer({ outcome: 'approved', approval })
  await stage.counter.settled()
  expect(await stage.send(cash)).toMatchObject({ refusal: { code: 'noOpenSale' } })
  expect(stage.facts('saleCompleted')[0]?.ticket.tenders).toMatchObject([{ kind: 'card', amount: 12_000 }])
  expect(stage.printer.kicks).toBe(0)
})

test('nobody knows: neither cash nor another card until somebody does', async () => {
  const { stage, charge, cash } = await waiting()
  await charge.answer({ outcome: 'unknown', cause: 'lineLost', detail: '' })
  await (await stage.terminal.next('recover')).answer({ outcome: 'unknown', cause: 'noAnswer', detail: '' })
  expect(await stage.send(cash)).toMatchObject({ refusal: { code: 'unresolvedCharge' } })
})
