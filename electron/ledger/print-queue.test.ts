import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { ShiftId, TicketNumber } from '#shared/kernel/ids.ts'
import type { PaperRequest } from '#shared/kernel/paper-kinds.ts'
import { dirham } from '#shared/money/amount.ts'
import { stoppedClock, testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { printNext } from '#test/harness/ledger-papers.ts'
import { ledgerPath, openLedger } from './open.ts'
import type { PrintJob } from './paper-handles.ts'
import { printedFact } from './print-queue.ts'
import { verifyLedger } from './verify/verify.ts'
import type { Ledger } from './write-ledger.ts'

const at = stoppedClock.now()
const no = dirham(0)
const receipt = (ticket: number): PaperRequest => ({ kind: 'receipt', ticket: ticket as TicketNumber })
const gift = (ticket: number): PaperRequest => ({
  kind: 'giftReceipt',
  ticket: ticket as TicketNumber,
  lines: null,
})
const add = (ledger: Ledger, ...prints: readonly PaperRequest[]) =>
  ledger.append([], 'amina', at, [], { prints })
const states = (ledger: Ledger) => ledger.printJobs.recent(99).map(({ state, copy }) => [state, copy])

/** The queue never asks what a paper is of: no ticket needs to be there. */
function shop() {
  const folder = testFolder()
  return { folder, ledger: testLedger(folder) }
}

test('jobs come out in the order they were asked for, each copy with its number', () => {
  const { ledger } = shop()
  add(ledger, receipt(1), gift(1), receipt(1))
  add(ledger, receipt(1), receipt(2))
  expect(ledger.printJobs.waiting().map(({ id, paper }) => [id, paper.kind])).toEqual([
    [1, 'receipt'],
    [2, 'giftReceipt'],
    [3, 'receipt'],
    [4, 'receipt'],
    [5, 'receipt'],
  ])
  for (const outcome of ['done', 'done', 'notStarted', 'unknown', 'done'] as const) printNext(ledger, outcome)
  // What did not start took no number; what may have come out did.
  expect(states(ledger)).toEqual([
    ['done', 0],
    ['done', 0],
    ['notStarted', 1],
    ['unknown', 1],
    ['done', 0],
  ])
  expect(ledger.nextCopyOf(receipt(1))).toBe(2)
  expect(ledger.nextCopyOf(gift(1))).toBe(1)
  expect(ledger.nextCopyOf(gift(2))).toBe(0)
})

test('a Z is no copy of the X before it, and a copy in whichever language it is read again', () => {
  const { ledger } = shop()
  const shift = 'shift-1' as ShiftId
  const strip = (language: 'ar' | 'fr'): PaperRequest => ({ kind: 'shiftReport', shift, language })
  const drawer = { float: no, cash: no, in: no, out: no, expected: no, counted: no, difference: no }
  ledger.append(
    [{ kind: 'shiftOpened', shiftId: shift, businessDay: '2026-11-23', cashier: 'amina', float: no }],
    'amina',
    at,
  )
  add(ledger, strip('ar'))
  printNext(ledger, 'done')
  ledger.append([{ kind: 'shiftClosed', shiftId: shift, drawer, grandTotal: no }], 'amina', at)
  expect(ledger.nextCopyOf(strip('ar'))).toBe(0)
  add(ledger, strip('ar'))
  printNext(ledger, 'done')
  expect(ledger.nextCopyOf(strip('fr'))).toBe(1)
})

test('two printers at once never give one number to two copies', () => {
  const { ledger } = shop()
  add(ledger, receipt(1), receipt(1))
  expect(ledger.printQueue.begin(1, 'one').copy).toBe(0)
  expect(ledger.printQueue.begin(2, 'two').copy).toBe(1)
  // The next printer takes over a job of which not a byte left: its number stays.
  expect(ledger.printQueue.begin(1, 'three')).toMatchObject({ copy: 0, printer: 'three' })
})

test('the copy that came out alone keeps its number to itself', () => {
  const { ledger } = shop()
  for (const paper of [receipt(1), gift(1)]) {
    add(ledger, paper, paper)
    const [first, second] = ledger.printJobs.waiting()
    if (first === undefined || second === undefined) throw new Error('two jobs were asked for')
    for (const { id } of [first, second]) ledger.printQueue.begin(id, 'printer')
    const end = (job: PrintJob, outcome: 'done' | 'notStarted') =>
      ledger.append([printedFact(paper, job.id - first.id, outcome, 'printer')], 'till', at, [], {
        printEnds: [{ job: job.id, outcome, trouble: null }],
      })
    // DUPLICATA 1 comes out at one printer, while the receipt finds no other that takes it.
    end(second, 'done')
    end(first, 'notStarted')
    expect(ledger.nextCopyOf(paper)).toBe(2)
  }
})

test('a job goes forward only, and back to the queue only as a new job', () => {
  const { ledger } = shop()
  add(ledger, receipt(1))
  const end = (outcome: 'done' | 'notStarted') => () =>
    ledger.append([], 'till', at, [], { printEnds: [{ job: 1, outcome, trouble: null }] })
  const leave = () => ledger.append([], 'amina', at, [], { printsLeft: [1] })
  ledger.printQueue.begin(1, 'printer')
  expect(leave).toThrow('cannot be left')
  end('notStarted')()
  expect(end('done')).toThrow('cannot be done')
  expect(() => ledger.printQueue.begin(1, 'printer')).toThrow('cannot be begun')
  expect(() => ledger.printQueue.begin(9, 'printer')).toThrow('there is no print job 9')
  leave()
  leave()
  expect(states(ledger)).toEqual([['left', 0]])
})

test('a job and its facts are one: where one is refused, neither is there', () => {
  const { ledger } = shop()
  const wrong = { kind: 'invoiceIssued', number: 5, ticketNumber: 1 as TicketNumber } as const
  const buyer = { name: '', address: '', ice: '' }
  expect(() =>
    ledger.append([{ ...wrong, buyer }], 'amina', at, [], { prints: [{ kind: 'invoice', invoice: 5 }] }),
  ).toThrow('is due')
  expect(ledger.printJobs.recent(9)).toEqual([])
  const head = ledger.head()
  const printed = { kind: 'receiptPrinted', ticketNumber: 1 as TicketNumber, copy: 0 } as const
  expect(() =>
    ledger.append([{ ...printed, outcome: 'done', printer: 'p' }], 'till', at, [], {
      printEnds: [{ job: 77, outcome: 'done', trouble: null }],
    }),
  ).toThrow('cannot be done')
  expect(ledger.head()).toEqual(head)
})

test('a till that comes up again: what waited waits, what had begun is unknown and counted', () => {
  const { folder, ledger } = shop()
  add(ledger, receipt(1), receipt(2), gift(1))
  ledger.printQueue.begin(1, 'thermal')
  ledger.printQueue.begin(3, 'thermal')
  ledger.close()
  const again = testLedger(folder)
  expect(states(again)).toEqual([
    ['unknown', 0],
    ['queued', null],
    ['unknown', 0],
  ])
  expect(again.printJobs.find(1)?.trouble).toBe('tillRestarted')
  expect([again.nextCopyOf(receipt(1)), again.nextCopyOf(gift(1))]).toEqual([1, 1])
  again.close()
  // Once: another start finds nothing more to say.
  const entries = verifyLedger(folder).entries
  testLedger(folder).close()
  expect(verifyLedger(folder)).toMatchObject({ ok: true, entries })
})

test('the clock that went back while the till was off does not reorder what it then records', () => {
  const { folder, ledger } = shop()
  add(ledger, receipt(1))
  ledger.printQueue.begin(1, 'thermal')
  const last = ledger.head()?.at
  ledger.close()
  const again = openLedger({ folder, clock: { now: () => ({ utcMs: 5, offsetMinutes: 0 }) }, create: false })
  expect(again.head()?.at).toEqual(last)
  again.close()
})

test('the newest hundred that wait for an answer, and as many of the ended as were asked for', () => {
  const { ledger } = shop()
  for (let n = 0; n < 120; n++) add(ledger, receipt(1))
  for (let n = 0; n < 10; n++) printNext(ledger, 'done')
  const recent = ledger.printJobs.recent(3)
  expect(recent.map(({ id }) => id)).toEqual([8, 9, 10, ...Array.from({ length: 100 }, (_, i) => 21 + i)])
})

test('what a job is of is not changed, not even by SQL, and no job is taken away', () => {
  const { folder, ledger } = shop()
  add(ledger, receipt(1))
  const db = new Database(ledgerPath(folder))
  expect(() => db.exec("UPDATE print_queue SET paper = '{}'")).toThrow('is not changed')
  expect(() => db.exec('DELETE FROM print_queue')).toThrow('is not deleted')
  expect(() => db.exec("UPDATE print_queue SET state = 'lost'")).toThrow(/CHECK/)
  db.close()
})

test('no question about papers or jobs walks a history', () => {
  const { folder, ledger } = shop()
  ledger.close()
  const db = new Database(ledgerPath(folder), { readonly: true })
  const plan = (sql: string): string =>
    db
      .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .map(({ detail }) => detail)
      .join('; ')
  const open = "print_queue INDEXED BY print_queue_open WHERE state NOT IN ('done', 'left')"
  expect(plan(`SELECT id FROM ${open} AND state = 'queued' ORDER BY id`)).toContain('print_queue_open')
  expect(plan(`SELECT id FROM ${open} ORDER BY id DESC LIMIT 100`)).toContain('print_queue_open')
  for (const sql of [
    'SELECT number FROM invoices WHERE ticket = 1',
    'SELECT number FROM export_forms WHERE ticket = 1 AND voided_seq IS NULL',
    'SELECT number FROM certificates WHERE ticket = 1 AND voided_seq IS NULL ORDER BY line',
    "SELECT count(*) FROM paper_prints WHERE paper = 'x' AND outcome <> 'notStarted'",
    'SELECT * FROM journal WHERE seq BETWEEN 1 AND 9 ORDER BY seq',
  ])
    expect(plan(sql)).toMatch(/^SEARCH (?!.*SCAN)/)
  db.close()
})
