import { expect, test } from 'vitest'
import { openStage } from './stage/stage.ts'

test('a training sale, cash and card, leaves nothing in the books, the drawer, the paper or the terminal', async () => {
  const stage = await openStage()
  await stage.sell('POT')
  const before = stage.ledger.head()

  await stage.accepted({ type: 'setTraining', on: true })
  expect(stage.view()).toMatchObject({ training: true, phase: 'idle', shift: { cashier: 'amina' } })
  await stage.ring('RUG')
  await stage.accepted({ type: 'payCash', given: stage.dirhams(2000) })
  await stage.ring('POT')
  await stage.accepted({ type: 'payCard', amount: null })
  await stage.counter.settled()
  expect(stage.view().done).not.toBeNull()
  await stage.accepted({ type: 'closeShift', counted: stage.dirhams(1) })
  await stage.accepted({ type: 'setTraining', on: false })

  expect(stage.ledger.head()).toEqual(before)
  // Nothing for an acquirer: no card money, and no closing that would make a batch due.
  expect([stage.ledger.collected(), stage.ledger.lastClosing()]).toEqual([[], null])
  expect(stage.ledger.stockOf('RUG')).toBe(1)
  expect(stage.terminal.operations).toHaveLength(0)
  expect([stage.printer.sheets.length, stage.printer.kicks]).toEqual([1, 1])
  expect(stage.view()).toMatchObject({ training: false, phase: 'idle', shift: { cashier: 'amina' } })
  await stage.sell('RUG')
  expect(stage.problems()).toEqual([])
})

test('training waits for the sale on the counter, and nothing sent with the switch slips into the real books', async () => {
  const stage = await openStage()
  await stage.ring('POT')
  expect(await stage.send({ type: 'setTraining', on: true })).toMatchObject({ refusal: { code: 'saleOpen' } })
  await stage.accepted({ type: 'cancelSale' })
  const before = stage.ledger.head()
  await Promise.all([
    stage.send({ type: 'setTraining', on: true }),
    stage.send({ type: 'scan', code: 'POT', quantity: 1 }),
    stage.send({ type: 'setTraining', on: false }),
  ])
  expect(stage.ledger.head()).toEqual(before)
  expect(stage.view()).toMatchObject({ training: false, phase: 'idle', sale: null })
})

test('in training the terminal can be tested, and the test is undone', async () => {
  const stage = await openStage()
  await stage.accepted({ type: 'setTraining', on: true })
  await stage.accepted({ type: 'testTerminal' })
  await stage.counter.settled()
  expect(stage.view()).toMatchObject({ training: true, phase: 'idle', lastTest: { outcome: 'undone' } })
  await stage.accepted({ type: 'setTraining', on: false })
  expect(stage.view().lastTest).toBeNull()
  expect([stage.terminal.operations.length, stage.facts('terminalTested')]).toEqual([0, []])
})
