import { expect, test } from 'vitest'
import type { Sku } from '#shared/kernel/ids.ts'
import { scriptedPrinter } from './stage/scripted-printer.ts'
import { openStage } from './stage/stage.ts'

const testPage = { kind: 'testPage' } as const
const labels = { kind: 'labels', size: '50x30', labels: [{ sku: 'POT' as Sku, count: 2 }] } as const

// DantSu/ESCPOS-ThermalPrinter-Android#163: one printer that was off held up the jobs of all.
test('a printer that hangs in the middle of a job holds up neither the others nor the sale', async () => {
  const press = scriptedPrinter('press', ['labels'])
  const stage = await openStage({ papers: ['receipts'], morePrinters: [press] })
  press.hold()
  await stage.accepted({ type: 'printPaper', paper: labels })
  await expect.poll(() => stage.counter.printJobs()[0]?.state).toBe('printing')
  await stage.ring('POT')
  await stage.accepted({ type: 'payCash', given: stage.dirhams(120) })
  await expect.poll(() => stage.view().done?.receipt).toBe('done')
  expect([stage.printer.sheets.length, press.sheets.length]).toEqual([1, 0])
  press.release()
  await stage.counter.settled()
  expect(stage.counter.printJobs().map(({ state }) => state)).toEqual(['done', 'done'])
})

test('a paper goes to the next printer that is for it if the first took not a byte', async () => {
  const second = scriptedPrinter('second', ['receipts'])
  const stage = await openStage({ morePrinters: [second] })
  stage.printer.script.push({ outcome: 'notStarted', reason: 'unreachable' })
  await stage.sell('POT')
  expect([stage.printer.sheets.length, second.sheets.length]).toEqual([1, 1])
  expect(stage.facts('receiptPrinted')).toMatchObject([{ copy: 0, outcome: 'done', printer: 'second' }])
  // The first choice is asked again for the next one.
  await stage.sell('POT')
  expect([stage.printer.sheets.length, second.sheets.length]).toEqual([2, 1])
})

test('where no printer took a paper it is known that none did, and of the last why', async () => {
  const second = scriptedPrinter('second', ['receipts'])
  const stage = await openStage({ morePrinters: [second] })
  stage.printer.script.push({ outcome: 'notStarted', reason: 'unreachable' })
  second.script.push({ outcome: 'notStarted', reason: 'coverOpen' })
  await stage.sell('POT')
  expect(stage.counter.printJobs()).toMatchObject([
    { state: 'notStarted', trouble: 'coverOpen', printer: 'second', copy: 0 },
  ])
  expect(stage.view().done?.receipt).toBe('notStarted')
})

test('papers come out in the order they were asked for, also where the first choice takes none of them', async () => {
  const second = scriptedPrinter('second')
  const stage = await openStage({ morePrinters: [second] })
  const dead = { outcome: 'notStarted', reason: 'unreachable' } as const
  stage.printer.script.push(dead, dead, dead)
  second.hold()
  await stage.ring('POT')
  await stage.accepted({ type: 'payCash', given: stage.dirhams(120) })
  await stage.accepted({ type: 'reprint', ticket: stage.number(1) })
  await stage.accepted({ type: 'printPaper', paper: testPage })
  await expect.poll(() => stage.printer.sheets.length).toBe(3)
  second.release()
  await stage.counter.settled()
  const out = [...stage.facts('receiptPrinted'), ...stage.facts('paperPrinted')]
  expect(out.map(({ copy, printer }) => [copy, printer])).toEqual([
    [0, 'second'],
    [1, 'second'],
    [0, 'second'],
  ])
  expect(stage.counter.printJobs().map(({ state }) => state)).toEqual(['done', 'done', 'done'])
})

test('a shop without a printer sells on, and is told that there was none', async () => {
  const stage = await openStage({ papers: [] })
  await stage.sell('POT')
  expect(stage.counter.printJobs()).toMatchObject([
    { state: 'notStarted', trouble: 'noPrinter', printer: '', copy: 0 },
  ])
  // Nothing to put right at the counter: the receipt is shown, not chased.
  expect(stage.view().done?.receipt).toBe('none')
  expect(stage.facts('receiptPrinted')).toEqual([])
  // One question stands, however many receipts the day has.
  await stage.sell('POT')
  await stage.sell('POT')
  expect(stage.counter.printJobs().map(({ state }) => state)).toEqual(['left', 'left', 'notStarted'])
})
