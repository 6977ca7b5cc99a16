import { expect, test } from 'vitest'
import { openStage } from './stage/stage.ts'

// odoo/odoo#146612: one reprint came out twice.
test('each time somebody asks for a copy one comes out, and each says which it is', async () => {
  const stage = await openStage()
  await stage.sell('POT')
  await stage.accepted({ type: 'reprint', ticket: stage.number(1) })
  await stage.counter.settled()
  expect(stage.copies).toEqual([0, 1])

  // Asked for twice while the first is still coming out: two copies, of different numbers.
  stage.printer.hold()
  await stage.accepted({ type: 'reprint', ticket: stage.number(1) })
  await stage.accepted({ type: 'printPaper', paper: { kind: 'receipt', ticket: stage.number(1) } })
  expect(stage.counter.printJobs().map(({ state, copy }) => [state, copy])).toEqual([
    ['done', 0],
    ['done', 1],
    ['queued', 2],
    ['queued', 2],
  ])
  stage.printer.release()
  await stage.counter.settled()
  expect(stage.copies).toEqual([0, 1, 2, 3])
  expect(stage.printer.sheets).toHaveLength(4)
  expect(stage.facts('receiptPrinted').map(({ copy, outcome }) => [copy, outcome])).toEqual([
    [0, 'done'],
    [1, 'done'],
    [2, 'done'],
    [3, 'done'],
  ])
})

test('copies of one paper are not counted as copies of another', async () => {
  const stage = await openStage()
  await stage.sell('POT')
  const gift = { kind: 'giftReceipt', ticket: stage.number(1), lines: null } as const
  await stage.accepted({ type: 'printPaper', paper: gift })
  await stage.accepted({ type: 'printPaper', paper: gift })
  await stage.accepted({ type: 'reprint', ticket: stage.number(1) })
  await stage.counter.settled()
  expect(stage.laidOut.map(({ paper, copy }) => `${paper.kind} ${copy}`)).toEqual([
    'receipt 0',
    'giftReceipt 0',
    'giftReceipt 1',
    'receipt 1',
  ])
  expect(stage.facts('paperPrinted')).toMatchObject([
    { paper: gift, copy: 0, outcome: 'done' },
    { paper: gift, copy: 1, outcome: 'done' },
  ])
})
