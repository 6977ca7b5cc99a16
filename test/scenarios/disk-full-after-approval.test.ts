import { expect, test } from 'vitest'
import { approval } from './stage/scripted-terminal.ts'
import { openStage } from './stage/stage.ts'

test('an approval that cannot be written is not confirmed; what the terminal said is kept until it can be', async () => {
  const stage = await openStage()
  await stage.ring('POT')
  await stage.accepted({ type: 'payCard', amount: null })
  const charge = await stage.terminal.next('charge')
  stage.disk.refuse()

  await expect(charge.hooks.confirm(approval)).rejects.toThrow()
  await charge.answer({
    outcome: 'approvedUnconfirmed',
    approval,
    cause: 'confirmationRefused',
    detail: '',
  })
  expect(stage.view()).toMatchObject({ phase: 'charging', attempt: { unrecorded: true } })
  expect(await stage.send({ type: 'payCard', amount: null })).toMatchObject({
    refusal: { code: 'ledgerUnwritable' },
  })

  stage.disk.accept()
  const asked = await stage.terminal.next('recover')
  expect(asked.request).toMatchObject({ approval })
  expect(stage.view().attempt).not.toHaveProperty('unrecorded')
  await asked.answer({ outcome: 'approved', approval })
  await stage.counter.settled()
  expect(stage.view().done).toMatchObject({ ticket: 1 })
})

test('an approval that was confirmed while the disk filled up becomes a ticket when there is room', async () => {
  const stage = await openStage()
  await stage.ring('POT')
  await stage.accepted({ type: 'payCard', amount: null })
  const charge = await stage.terminal.next('charge')
  await charge.hooks.confirm(approval)
  stage.disk.refuse()
  await charge.answer({ outcome: 'approved', approval })
  expect(stage.printer.sheets).toHaveLength(0)
  expect(await stage.send({ type: 'scan', code: 'POT', quantity: 1 })).toMatchObject({ ok: false })

  stage.disk.accept()
  await stage.counter.settled()
  expect(stage.view()).toMatchObject({ phase: 'idle', done: { ticket: 1, receipt: 'done' } })
})
