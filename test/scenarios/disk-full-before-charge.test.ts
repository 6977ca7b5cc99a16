import { expect, test } from 'vitest'
import { openStage } from './stage/stage.ts'

test('a full disk refuses the charge before the terminal hears of it, and the sale goes on when there is room', async () => {
  const stage = await openStage()
  await stage.ring('POT')
  stage.disk.refuse()
  expect(await stage.send({ type: 'payCard', amount: null })).toEqual({
    ok: false,
    refusal: { code: 'ledgerUnwritable' },
  })
  expect(stage.terminal.operations).toHaveLength(0)
  expect(stage.view()).toMatchObject({ phase: 'ringing', sale: { total: 12000 } })
  expect(await stage.send({ type: 'payCash', given: stage.dirhams(120) })).toMatchObject({ ok: false })
  expect(stage.printer.kicks).toBe(0)

  stage.disk.accept()
  await stage.accepted({ type: 'payCard', amount: null })
  await stage.terminal.next('charge')
})

test('a disk with room for the attempt and none for its outcome refuses the charge just the same', async () => {
  const stage = await openStage()
  await stage.ring('POT')
  stage.disk.refuseReserve()
  expect(await stage.send({ type: 'payCard', amount: null })).toEqual({
    ok: false,
    refusal: { code: 'ledgerUnwritable' },
  })
  expect(stage.terminal.operations).toHaveLength(0)
  expect(stage.facts('attemptStarted')).toEqual([])
})
