import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cardDesk, liveOnCards } from '#test/harness/ledger-cards.ts'
import { byHand, stoppedClock, testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { entryHash, factText } from '../chain.ts'
import { openLedger } from '../open.ts'
import { verifyLedger } from './verify.ts'

let original: string

beforeAll(() => {
  original = mkdtempSync(join(tmpdir(), 'hanout-settled-'))
  const ledger = openLedger({ folder: original, clock: stoppedClock, create: true })
  liveOnCards(ledger)
  ledger.close()
})
afterAll(() => rmSync(original, { recursive: true, force: true }))

function copy(): string {
  const folder = testFolder()
  cpSync(original, folder, { recursive: true })
  return folder
}

/** The first wrong row after something was done by hand. */
function after(sql: string): { table: string; key: string; what: string } | undefined {
  const folder = copy()
  byHand(folder, (db) => db.exec(sql))
  return verifyLedger(folder).problems[0]
}

const firstOf = (table: string): string => `(SELECT min(seq) FROM ${table})`

test('card money as it was lived is whole', () => {
  expect(verifyLedger(original)).toMatchObject({ ok: true, problems: [] })
})

test.each<[string, string, string, RegExp]>([
  [
    'a movement moved to another batch',
    `UPDATE card_movements SET batch = (SELECT max(seq) FROM batches) WHERE seq = ${firstOf('card_movements')}`,
    'card_movements',
    /^batch is \d+, the journal says \d+$/,
  ],
  [
    'a movement taken out of its batch',
    `UPDATE card_movements SET batch = NULL WHERE seq = ${firstOf('card_movements')}`,
    'card_movements',
    /^batch is null/,
  ],
  [
    'a movement that was settled without the till, taken in again',
    'UPDATE card_movements SET batch = NULL WHERE amount = 700',
    'card_movements',
    /^batch is null/,
  ],
  [
    'settlement begun later than it was',
    "UPDATE card_terminals SET through = through + 1 WHERE terminal = 'c3'",
    'card_terminals',
    /^through is/,
  ],
  [
    'a dispute made an agreement',
    "UPDATE batches SET state = 'agreed' WHERE state = 'uploading'",
    'batches',
    /^state is/,
  ],
  [
    'an upload that was never acknowledged',
    "UPDATE card_movements SET code = '00'",
    'card_movements',
    /^code is/,
  ],
  ['less collected than there is', 'UPDATE card_terminals SET net = net - 1', 'card_terminals', /^net is/],
  ['a STAN given back', 'UPDATE acquirers SET stan = stan - 1', 'acquirers', /^stan is/],
  ['a line paid that was not', 'UPDATE statement_lines SET movement = 1', 'statement_lines', /^movement is/],
  ['a doubt wiped out', 'UPDATE attempts SET retracted_seq = NULL', 'attempts', /^retracted_seq is null/],
  [
    'a lane said to be empty',
    'UPDATE lanes SET waiting = 0',
    'lanes',
    /^is 0 waiting, 0 set aside, the messages say 2/,
  ],
  ['a message that nobody would send', 'DELETE FROM deliveries WHERE id = 3', 'deliveries', /^is missing$/],
])('%s is named', (_, sql, table, what) => {
  expect(after(sql)).toMatchObject({ table, what: expect.stringMatching(what) })
})

test('how far a message got is nobody’s proof', () => {
  expect(after("UPDATE deliveries SET tries = 9, next_try_utc_ms = 7, last_error = 'x'")).toBeUndefined()
})

test('totals forged in the newest fact, with every hash after them made to fit, are refused by the movements', () => {
  const folder = testFolder()
  const ledger = testLedger(folder)
  const desk = cardDesk(ledger)
  desk.move({ amount: 5000 })
  desk.freeze('t1')
  const { tillId } = ledger
  const newest = [...ledger.entriesAfter((ledger.head()?.seq ?? 0) - 1)][0]
  ledger.close()
  if (newest?.fact.kind !== 'batchFrozen') throw new Error('a batch was frozen last')
  const { totals } = newest.fact
  const sales = { ...totals.sales, amount: 4000 as typeof totals.sales.amount }
  const body = factText({ ...newest.fact, totals: { ...totals, sales } })
  const { seq, at, by, previousHash } = newest
  const hash = entryHash(previousHash, tillId, seq, at.utcMs, at.offsetMinutes, by, body)
  byHand(folder, (db) => {
    db.prepare('UPDATE journal SET body = ?, hash = ? WHERE seq = ?').run(body, hash, seq)
    db.prepare('UPDATE head SET hash = ?').run(hash)
  })
  expect(verifyLedger(folder).problems[0]).toMatchObject({
    table: 'journal',
    key: `seq ${seq}`,
    what: expect.stringContaining('its movements are'),
  })
})
