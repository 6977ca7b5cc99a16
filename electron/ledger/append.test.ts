import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import type { ShiftId } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'
import { saleFacts } from '#test/harness/ledger-facts.ts'
import { everyRow, live, stoppedClock, testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { demoItem } from '#test/harness/made-up-shop.ts'
import { ledgerPath } from './open.ts'
import type { Ledger } from './write-ledger.ts'

const at = stoppedClock.now()
const shiftId = 'shift-1' as ShiftId
const nextSale = (ledger: Ledger, n: number) =>
  saleFacts({
    n,
    number: ledger.nextTicketNumber(),
    shiftId,
    businessDay: '2026-11-23',
    items: [demoItem(0), demoItem(1), demoItem(4)],
    tender: 'card',
    terminalSequence: ledger.nextTerminalSequence(),
  })

function openShop(ledger: Ledger): void {
  ledger.append([{ kind: 'catalogueLoaded', items: [0, 1, 2, 3, 4].map(demoItem) }], 'driss', at)
  const opened = { shiftId, businessDay: '2026-11-23', cashier: 'amina', float: dirham(50_000) }
  ledger.append([{ kind: 'shiftOpened', ...opened }], 'amina', at)
}

test('the chain is the documented one', () => {
  const ledger = testLedger()
  live(ledger, { items: 20, tickets: 12 })
  let previousHash = '0'.repeat(64)
  let due = 1
  for (const { seq, at: when, by, fact, hash, previousHash: written } of ledger.entriesAfter(0)) {
    const { utcMs, offsetMinutes } = when
    const content = canonicalJson({ seq, tillId: ledger.tillId, utcMs, offsetMinutes, by, fact })
    expect(seq).toBe(due++)
    expect(written).toBe(previousHash)
    previousHash = createHash('sha256')
      .update(previousHash + content)
      .digest('hex')
    expect(hash).toBe(previousHash)
  }
  expect(due).toBeGreaterThan(60)
  expect(ledger.head()?.hash).toBe(previousHash)
})

test('the chain holds whatever names and words people type', () => {
  const ledger = testLedger()
  const by = 'أمينة "la patronne"\n\\u0000\t€'
  const [entry] = ledger.append(
    [{ kind: 'shopConfigured', settings: { ...JSON.parse('{"shop":{"name":"L\\u0027\u2028"}}') } }],
    by,
    at,
  )
  const content = canonicalJson({ seq: 2, tillId: ledger.tillId, ...at, by, fact: entry?.fact })
  const hash = createHash('sha256')
    .update(entry?.previousHash + content)
    .digest('hex')
  expect(entry?.hash).toBe(hash)
})

test('what append returns is what the journal has', () => {
  const ledger = testLedger()
  openShop(ledger)
  const { steps } = nextSale(ledger, 1)
  const returned = steps.flatMap(({ facts, forwards }) => ledger.append(facts, 'amina', at, forwards))
  expect([...ledger.entriesAfter(3)]).toEqual(returned)
})

test.each([2, 0, 7])(
  'ticket number %i where 1 is due throws, and nothing of its append is written',
  (number) => {
    const folder = testFolder()
    const ledger = testLedger(folder)
    openShop(ledger)
    const before = everyRow(folder)
    const { saleId, ticket, steps } = nextSale(ledger, 1)
    const wrong = { ...ticket, number: number as typeof ticket.number }
    const forwards = steps.flatMap((step) => step.forwards)
    expect(() =>
      ledger.append([{ kind: 'saleCompleted', saleId, ticket: wrong }], 'amina', at, forwards),
    ).toThrow(/ticket 1 is due/)
    expect(everyRow(folder)).toEqual(before)
  },
)

test('the same ticket cannot be made durable twice', () => {
  const ledger = testLedger()
  openShop(ledger)
  const { saleId, ticket } = nextSale(ledger, 1)
  ledger.append([{ kind: 'saleCompleted', saleId, ticket }], 'amina', at)
  expect(() => ledger.append([{ kind: 'saleCompleted', saleId, ticket }], 'amina', at)).toThrow(/2 is due/)
  expect(ledger.nextTicketNumber()).toBe(2)
})

test('a fact that JSON cannot say exactly is refused whole', () => {
  const folder = testFolder()
  const ledger = testLedger(folder)
  const before = everyRow(folder)
  const bad = { kind: 'drawerOpened', shiftId, reason: undefined } as never
  expect(() => ledger.append([{ kind: 'clockWentBack', from: at, to: at }, bad], '', at)).toThrow(TypeError)
  expect(everyRow(folder)).toEqual(before)
})

test('a message said twice under one key is sent once', () => {
  const ledger = testLedger()
  openShop(ledger)
  const forwards = nextSale(ledger, 1).steps.flatMap((step) => step.forwards)
  ledger.append([{ kind: 'clockWentBack', from: at, to: at }], '', at, forwards)
  ledger.append([{ kind: 'clockWentBack', from: at, to: at }], '', at, forwards)
  expect(ledger.outboxCounts()).toEqual({ waiting: 4, byDestination: { acquirer: 1, marketplace: 3 } })
})

test.each([
  'UPDATE journal SET by_name = by_name',
  'DELETE FROM journal WHERE seq = 1',
  'DELETE FROM head',
  'UPDATE tickets SET gross = 0',
  'DELETE FROM tickets',
  "UPDATE outbox SET body = '{}'",
  'DELETE FROM outbox',
])('SQL cannot do it: %s', (sql) => {
  const folder = testFolder()
  const ledger = testLedger(folder)
  openShop(ledger)
  for (const { facts, forwards } of nextSale(ledger, 1).steps) ledger.append(facts, 'amina', at, forwards)
  ledger.close()
  const db = new Database(ledgerPath(folder))
  expect(() => db.exec(sql)).toThrow(/not (changed|deleted)/)
  db.close()
})
