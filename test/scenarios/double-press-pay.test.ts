import { expect, test } from 'vitest'
import { openStage } from './stage/stage.ts'

test('pay pressed twice charges once', async () => {
  const stage = await openStage()
  await stage.ring('POT')
  const answers = await Promise.all([
    stage.send({ type: 'payCard', amount: null }),
    stage.send({ type: 'payCard', amount: null }),
  ])
  expect(answers).toEqual([
    { ok: true, value: null },
    { ok: false, refusal: { code: 'attemptInProgress' } },
  ])
  await stage.terminal.next('charge')
  expect(stage.terminal.operations).toHaveLength(1)
})

test('cash pressed twice makes one ticket', async () => {
  const stage = await openStage()
  await stage.ring('POT')
  const cash = { type: 'payCash', given: stage.dirhams(200) } as const
  const answers = await Promise.all([stage.send(cash), stage.send(cash)])
  expect(answers).toMatchObject([{ ok: true }, { refusal: { code: 'noOpenSale' } }])
  expect(stage.ledger.nextTicketNumber()).toBe(2)
})
