import { expect, test } from 'vitest'
import { scriptedPrinter } from './stage/scripted-printer.ts'
import { openStage } from './stage/stage.ts'

/*
 * mike42/escpos-php#411, python-escpos#370: jobs sent while the paper was out all came out when a new roll was put in,
 * on top of those that the cashier had asked for again.
 */
test('jobs that met an empty roll wait for a person, and do not all come out with the new one', async () => {
  const stage = await openStage()
  const empty = { outcome: 'notStarted', reason: 'paperOut' } as const
  stage.printer.script.push(empty, empty, empty)
  for (let visitor = 1; visitor <= 3; visitor++) await stage.sell('POT')
  expect(stage.counter.printJobs().map(({ state, trouble }) => [state, trouble])).toEqual([
    ['notStarted', 'paperOut'],
    ['notStarted', 'paperOut'],
    ['notStarted', 'paperOut'],
  ])

  // A new roll. The next sale prints its own receipt and no other, also after a restart.
  await stage.sell('POT')
  await stage.restart()
  await stage.counter.settled()
  expect(stage.facts('receiptPrinted').filter(({ outcome }) => outcome === 'done')).toMatchObject([
    { ticketNumber: 4, copy: 0 },
  ])

  const [first, second] = stage.counter.printJobs()
  await stage.accepted({ type: 'answerPrint', job: first?.id ?? 0, answer: 'again' })
  await stage.accepted({ type: 'answerPrint', job: second?.id ?? 0, answer: 'leave' })
  await stage.counter.settled()
  // Nothing of it had come out: what comes out now is the receipt itself, no copy.
  expect(stage.facts('receiptPrinted').at(-1)).toMatchObject({ ticketNumber: 1, copy: 0, outcome: 'done' })
  expect(stage.counter.printJobs().map(({ state }) => state)).toEqual([
    'left',
    'left',
    'notStarted',
    'done',
    'done',
  ])
  expect(stage.problems()).toEqual([])
})

test('what may have come out before the roll ended is never repeated by itself, and again is DUPLICATA 1', async () => {
  const stage = await openStage()
  stage.printer.script.push({ outcome: 'unknown', reason: 'paperOut' })
  await stage.sell('POT')
  await stage.restart()
  await stage.counter.settled()
  expect(stage.printer.sheets).toHaveLength(1)
  const [job] = stage.counter.printJobs()
  expect(job).toMatchObject({ state: 'unknown', trouble: 'paperOut', printer: 'printer', copy: 0 })
  await stage.accepted({ type: 'answerPrint', job: job?.id ?? 0, answer: 'again' })
  await stage.counter.settled()
  expect(stage.copies).toEqual([0, 1])
  // Answered is answered: a second finger on the same button prints nothing.
  expect(await stage.send({ type: 'answerPrint', job: job?.id ?? 0, answer: 'again' })).toMatchObject({
    refusal: { code: 'nothingToAnswer' },
  })
})

test('a job that may have come out on one printer is not begun on another', async () => {
  const second = scriptedPrinter('second')
  const stage = await openStage({ morePrinters: [second] })
  stage.printer.script.push({ outcome: 'unknown', reason: 'stalled' })
  await stage.sell('POT')
  expect([stage.printer.sheets.length, second.sheets.length]).toEqual([1, 0])
  expect(stage.counter.printJobs()).toMatchObject([{ state: 'unknown', printer: 'printer' }])
})
