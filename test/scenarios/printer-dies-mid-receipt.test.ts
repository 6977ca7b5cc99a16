import { expect, test } from 'vitest'
import { openStage } from './stage/stage.ts'

test('a receipt that may have come out is not printed again by itself; the next one is a marked copy', async () => {
  const stage = await openStage()
  stage.printer.script.push({ outcome: 'unknown', reason: 'lineLost' })
  await stage.sell('POT')
  expect(stage.view().done?.receipt).toBe('unknown')

  await stage.restart()
  expect(stage.printer.sheets).toHaveLength(1)

  await stage.accepted({ type: 'reprint', ticket: stage.number(1) })
  await stage.accepted({ type: 'reprint', ticket: stage.number(1) })
  await stage.counter.settled()
  expect(stage.copies).toEqual([0, 1, 2])
})

test('a receipt of which no byte left is still the receipt when it is printed later', async () => {
  const stage = await openStage()
  stage.printer.script.push({ outcome: 'notStarted', reason: 'paperOut' })
  await stage.sell('POT')
  expect(stage.view().done?.receipt).toBe('notStarted')
  await stage.accepted({ type: 'reprint', ticket: stage.number(1) })
  await stage.counter.settled()
  expect(stage.copies).toEqual([0, 0])
  expect(stage.view().done?.receipt).toBe('done')
})

test('no sale waits for paper', async () => {
  const stage = await openStage()
  stage.printer.hold()
  await stage.ring('POT')
  await stage.accepted({ type: 'payCash', given: stage.dirhams(120) })
  await stage.ring('POT')
  await stage.accepted({ type: 'payCash', given: stage.dirhams(120) })
  expect(stage.ledger.nextTicketNumber()).toBe(3)
  expect(stage.printer.sheets).toHaveLength(0)
  stage.printer.release()
  await stage.counter.settled()
  expect(stage.copies).toEqual([0, 0])
})

test('a copy of an older ticket leaves the state of the newest receipt as it is', async () => {
  const stage = await openStage()
  await stage.sell('POT')
  await stage.sell('POT')
  stage.printer.script.push({ outcome: 'unknown', reason: 'stalled' })
  await stage.accepted({ type: 'reprint', ticket: stage.number(1) })
  await stage.counter.settled()
  expect(stage.view().done).toMatchObject({ ticket: 2, receipt: 'done' })
})
