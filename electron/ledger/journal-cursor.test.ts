import { expect, test } from 'vitest'
import { testFolder, testLedger } from '#test/harness/ledger-folder.ts'

const shop = 'shop'
const write = (ledger: ReturnType<typeof testLedger>, times: number): void => {
  for (let n = 0; n < times; n++)
    ledger.append([{ kind: 'peopleChanged', people: [] }], 'amina', { utcMs: n, offsetMinutes: 60 })
}

test('the next part begins after the last one, and ends where it ended when it was first tried', () => {
  const { journalCursor, ...ledger } = testLedger()
  expect(journalCursor.waiting(shop, 1)).toMatchObject([
    { id: 1, key: 'journal:1', body: { after: 0, through: 1 } },
  ])
  expect(journalCursor.begin(1)).toMatchObject({ tries: 1, body: { through: 1 } })
  write({ journalCursor, ...ledger }, 3)
  expect(journalCursor.begin(1)).toMatchObject({ tries: 2, body: { through: 1 } })
  journalCursor.delivered(1, 5)
  journalCursor.delivered(1, 6)
  expect(journalCursor.waiting(shop, 1)).toMatchObject([{ id: 2, tries: 0, body: { after: 1, through: 4 } }])
  expect(journalCursor.waiting('marketplace', 1)).toEqual([])
})

test('a part is some hundred entries at most', () => {
  const ledger = testLedger()
  write(ledger, 700)
  ledger.journalCursor.begin(1)
  ledger.journalCursor.delivered(1, 5)
  expect(ledger.journalCursor.lane(shop)).toMatchObject({ waiting: 201, setAside: 0, tries: 0 })
})

test('one that failed is known after a restart, with its wait and its reason', () => {
  const folder = testFolder()
  const ledger = testLedger(folder)
  ledger.journalCursor.begin(1)
  ledger.journalCursor.failed(1, 9_000, 'noNetwork: no route')
  ledger.close()
  const again = testLedger(folder).journalCursor
  const waiting = { tries: 1, nextTryUtcMs: 9_000 }
  expect(again.lane(shop)).toMatchObject({ ...waiting, waiting: 1, lastError: 'noNetwork: no route' })
  expect(again.waiting(shop, 1)).toMatchObject([waiting])
})

test('one that is set aside is passed by nothing until somebody says so', () => {
  const ledger = testLedger()
  const { journalCursor } = ledger
  journalCursor.begin(1)
  journalCursor.setAside(1, 5, 'refused: fork')
  write(ledger, 2)
  expect(journalCursor.waiting(shop, 1)).toEqual([])
  expect(journalCursor.lane(shop)).toMatchObject({ waiting: 0, setAside: 3, since: null })
  expect(() => journalCursor.begin(1)).toThrow('cannot be begun')
  journalCursor.release(1)
  expect(journalCursor.waiting(shop, 1)).toMatchObject([{ id: 1, nextTryUtcMs: 0 }])
})

test('nothing but the part that is next can be moved', () => {
  const { journalCursor } = testLedger()
  expect(() => journalCursor.begin(2)).toThrow('cannot be begun')
  expect(() => journalCursor.failed(1, 0, 'x')).toThrow('cannot be tried again')
  expect(() => journalCursor.delivered(1, 0)).toThrow('cannot be delivered')
})
