import { expect, onTestFinished, test } from 'vitest'
import { openLedger } from '#electron/ledger/open.ts'
import { systemClock } from '#electron/platform/clock.ts'
import { emptyFolder, morning, replayFile, replayLines } from './stage/replayed.ts'

test.each([
  ['{"do":"scan","sku":"POT","qty":-1}', 'qty'],
  ['{"do":"pay","tender":"cash","given":"12.345"}', 'given'],
  ['{"do":"pay","tender":"card"', 'JSON'],
  ['{"do":"dance"}', 'do'],
])('%s stops the day with its line number, and what stood before it is kept', async (bad, named) => {
  const data = emptyFolder()
  const { code, printed, complaint } = await replayLines(
    [...morning, '', bad, { do: 'scan', sku: 'POT' }],
    data,
  )
  expect([code, printed]).toEqual([2, null])
  expect(complaint).toMatch(/^hanout replay: day\.jsonl line 4 is malformed: [^\n]+\n$/)
  expect(complaint).toContain(named)

  const after = await replayLines([{ do: 'cancel' }, { do: 'open', cashier: 'omar', float: '1.00' }], data)
  expect(after.printed.refused).toEqual([
    { line: 1, code: 'noOpenSale' },
    { line: 2, code: 'shiftOpen' },
  ])
})

test('a file that is not there is one sentence and no folder is touched', async () => {
  const { code, printed, complaint } = await replayFile('/nowhere/day.jsonl', emptyFolder())
  expect([code, printed]).toEqual([1, null])
  expect(complaint).toBe('hanout replay: /nowhere/day.jsonl cannot be read (ENOENT)\n')
})

test('a folder on which a till is already selling is refused in one sentence', async () => {
  const data = emptyFolder()
  const selling = openLedger({ folder: data, clock: systemClock, create: true })
  onTestFinished(() => selling.close())
  const { code, printed, complaint } = await replayLines([...morning], data)
  expect([code, printed]).toEqual([1, null])
  expect(complaint).toMatch(/^hanout replay: another till runs on [^\n]+\n$/)
})

test('an empty script prints a day in which nothing happened', async () => {
  const { code, printed } = await replayLines([])
  expect(code).toBe(0)
  expect(printed).toMatchObject({ tickets: 0, grandTotal: '0.00', refused: [], chain: { valid: true } })
})
