import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Fact } from '#shared/checkout/fact.ts'
import type { SaleId, ShiftId } from '#shared/kernel/ids.ts'
import { byHand, live, stoppedClock, testFolder } from '#test/harness/ledger-folder.ts'
import { rowAt, where } from '#test/harness/tampering.ts'
import { openLedger } from '../open.ts'
import { type Verdict, verifyLedger, verifyLongLedger } from './verify.ts'

// Long enough that the walk lets go of rows several times before its end.
const tickets = 420

let original: string
let entries = 0

/** Days of sales, around one sale that is opened first and cancelled last. */
beforeAll(() => {
  original = mkdtempSync(join(tmpdir(), 'hanout-compare-'))
  const ledger = openLedger({ folder: original, clock: stoppedClock, create: true })
  const saleId = 'left-on-the-counter-xx' as SaleId
  const append = (fact: Fact): void => void ledger.append([fact], 'driss', stoppedClock.now())
  append({ kind: 'saleOpened', saleId, shiftId: 'none' as ShiftId, cashier: 'driss' })
  append({ kind: 'saleParked', saleId, name: 'the blue rug' })
  live(ledger, { items: 60, tickets, seed: 8 })
  append({ kind: 'saleCancelled', saleId, hadLines: false })
  entries = ledger.head()?.seq ?? 0
  ledger.close()
})
afterAll(() => rmSync(original, { recursive: true, force: true }))

function longLedger(): string {
  const folder = testFolder()
  cpSync(original, folder, { recursive: true })
  return folder
}

async function bothOf(folder: string): Promise<Verdict> {
  const verdict = verifyLedger(folder)
  expect(await verifyLongLedger(folder)).toEqual(verdict)
  return verdict
}

test('a sale that begins first and ends last is judged by its end', async () => {
  const folder = longLedger()
  expect(entries).toBeGreaterThan(2500)
  expect(await bothOf(folder)).toMatchObject({ ok: true, entries })
  byHand(folder, (db) => db.exec("UPDATE sales SET state = 'parked' WHERE parked_as IS NOT NULL"))
  expect((await bothOf(folder)).problems).toEqual([
    { table: 'sales', key: 'seq 2', what: 'state is "parked", the journal says "cancelled"' },
  ])
})

test('a wrong row let go of long before a wrong entry does not hide the entry', async () => {
  const folder = longLedger()
  byHand(folder, (db) => db.exec('UPDATE lines SET gross = gross + 1 WHERE ticket = 2'))
  expect((await bothOf(folder)).problems[0]?.table).toBe('lines')
  byHand(folder, (db) => db.exec("UPDATE journal SET kind = 'saleParked' WHERE seq = 2300"))
  expect((await bothOf(folder)).problems[0]).toMatchObject({ table: 'journal', key: 'seq 2300' })
})

test('the last entry of a sale taken away is the one named, not the sale', async () => {
  const folder = longLedger()
  byHand(folder, (db) =>
    db.exec('DELETE FROM journal WHERE seq = (SELECT seq FROM tickets WHERE number = 5)'),
  )
  expect((await bothOf(folder)).problems[0]).toMatchObject({
    table: 'journal',
    what: expect.stringMatching(/^is missing/),
  })
})

test.each(['sales', 'lines', 'tenders', 'tickets', 'ticket_vat'])(
  'an old row gone from %s is missed',
  async (table) => {
    const folder = longLedger()
    byHand(folder, (db) =>
      db.prepare(`DELETE FROM ${table} WHERE ${where(db, table)}`).run(rowAt(db, table, 9)),
    )
    expect((await bothOf(folder)).problems[0]).toMatchObject({ table, what: 'is missing' })
  },
)
