import { expect, test } from 'vitest'
import { openLedger } from '#electron/ledger/open.ts'
import { verifyLedger } from '#electron/ledger/verify/verify.ts'
import { everyRow, stoppedClock, testFolder } from './ledger-folder.ts'
import { generateLedger, history } from './ledger-generator.ts'

test('the bulk path writes the rows that the append path writes', () => {
  const wanted = { items: 1200, tickets: 120, seed: 3 }
  const [bulk, real] = [testFolder(), testFolder()]
  const { entries } = generateLedger(bulk, wanted)
  const ledger = openLedger({
    folder: real,
    clock: stoppedClock,
    ids: { next: () => 'generated-till-0000000' },
    create: true,
  })
  for (const { facts, forwards, at } of history(wanted)) ledger.append(facts, 'amina', at, forwards)
  ledger.close()
  expect(everyRow(bulk)).toEqual(everyRow(real))
  expect(verifyLedger(bulk)).toMatchObject({ ok: true, entries, tickets: 120 })
})

test('it ends where it was asked to', () => {
  const folder = testFolder()
  const { entries } = generateLedger(folder, { items: 10, entries: 500, closed: true })
  expect(entries).toBeGreaterThanOrEqual(500)
  expect(entries).toBeLessThan(530)
  expect(verifyLedger(folder).problems).toEqual([])
})
