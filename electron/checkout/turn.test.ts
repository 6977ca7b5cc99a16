import { expect, test } from 'vitest'
import { verifyLedger } from '#electron/ledger/verify/verify.ts'
import type { Ledger } from '#electron/ledger/write-ledger.ts'
import type { Command } from '#shared/checkout/command.ts'
import { rebuild } from '#shared/checkout/machine.ts'
import type { AttemptId, Seq, ShiftId, Sku, TicketNumber } from '#shared/kernel/ids.ts'
import type { PaperRequest } from '#shared/kernel/paper-kinds.ts'
import { dirham } from '#shared/money/amount.ts'
import { counterOn } from '#test/harness/ledger-counter.ts'
import { testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { buyer, piece, plainSettings, visitor } from '#test/models/checkout/fixtures.ts'
import { lamp, rug } from '#test/models/checkout/shop.ts'
import { restartFacts } from './restart-facts.ts'

const clock = { now: () => ({ utcMs: 1_790_000_000_000, offsetMinutes: 60 }) }
const ticket = 1 as TicketNumber

/** Ticket 1: three lamps and a rug, paid in cash. */
function sold() {
  const folder = testFolder()
  const ledger = testLedger(folder)
  const send = counterOn(ledger, clock)
  const settings = { ...plainSettings, cashCeiling: dirham(0), exportForms: { operator: 'Op' } }
  for (const command of [
    { type: 'configure', settings },
    { type: 'loadCatalogue', items: [lamp, rug] },
    { type: 'openShift', cashier: 'amina', float: dirham(0) },
    { type: 'scan', code: 'LAMP', quantity: 3 },
    { type: 'scan', code: 'RUG', quantity: 1 },
    { type: 'payOther', tender: 'transfer', amount: null, reference: 'T1' },
  ] satisfies Command[])
    expect(send(command)).toBeNull()
  return { folder, ledger, send }
}

const jobs = (ledger: Ledger) => ledger.printJobs.recent(99).map(({ paper, state }) => [paper.kind, state])

test('what is made out is durable with the job of its paper, and the visitor with the form', () => {
  const { folder, ledger, send } = sold()
  expect(send({ type: 'issueInvoice', ticket, buyer })).toBeNull()
  expect(send({ type: 'issueExportForm', ticket, visitor })).toBeNull()
  expect(send({ type: 'issueCertificate', ticket, line: 2, piece })).toBeNull()
  expect(jobs(ledger)).toEqual([
    ['receipt', 'queued'],
    ['invoice', 'queued'],
    ['exportForm', 'queued'],
    ['certificate', 'queued'],
  ])
  expect(ledger.findExportForm(1)).toMatchObject({ visitor, operator: 'Op', gross: 300_000 })
  expect(verifyLedger(folder).problems).toEqual([])
})

test('a form is voided by its own number, and again by what is given back', () => {
  const { ledger, send } = sold()
  expect(send({ type: 'voidExportForm', form: 1 })).toBe('unknownExportForm')
  send({ type: 'issueExportForm', ticket, visitor })
  expect(send({ type: 'voidExportForm', form: 1 })).toBeNull()
  expect(send({ type: 'issueExportForm', ticket, visitor })).toBeNull()
  send({ type: 'issueCertificate', ticket, line: 2, piece })
  expect(send({ type: 'refund', ticket, line: 2, quantity: 1, tender: 'cash' })).toBeNull()
  expect(ledger.papersOfTicket(ticket)).toEqual({
    invoice: null,
    exportForm: null,
    visitorsKept: [1, 2],
    certificates: [],
  })
  expect([1, 2].map((form) => ledger.findExportForm(form)?.voided)).toEqual([true, true])
})

test('a visitor is forgotten in the turn that says so, of a void form too', () => {
  const { folder, ledger, send } = sold()
  const forget = (form: number) => send({ type: 'forgetVisitor', form })
  expect(forget(1)).toBe('unknownVisitor')
  send({ type: 'issueExportForm', ticket, visitor })
  send({ type: 'voidExportForm', form: 1 })
  send({ type: 'issueExportForm', ticket, visitor })
  expect(forget(1)).toBeNull()
  expect(forget(1)).toBe('unknownVisitor')
  expect([1, 2].map((form) => ledger.findExportForm(form)?.visitor)).toEqual([null, visitor])
  expect(forget(2)).toBeNull()
  expect(ledger.findExportForm(2)).toMatchObject({ visitor: null, voided: false })
  expect(verifyLedger(folder).problems).toEqual([])
})

test('two visitors with the same papers have fingerprints that do not match', () => {
  const { ledger, send } = sold()
  send({ type: 'issueExportForm', ticket, visitor })
  send({ type: 'voidExportForm', form: 1 })
  send({ type: 'issueExportForm', ticket, visitor })
  const [one, two] = [1, 2].map((form) => ledger.findExportForm(form)?.visitorHash)
  expect(one).not.toBe(two)
})

test('an answer and the new job are one turn; what nobody is asked about takes none', () => {
  const { ledger, send } = sold()
  const answer = (again: boolean, job = 1) =>
    send({ type: 'answerPrint', job, answer: again ? 'again' : 'leave' })
  expect(answer(true)).toBe('nothingToAnswer')
  const { id } = ledger.printQueue.begin(1, 'printer')
  ledger.append([], 'till', clock.now(), [], {
    printEnds: [{ job: id, outcome: 'unknown', trouble: 'lineLost' }],
  })
  expect(answer(true)).toBeNull()
  expect(answer(true)).toBe('nothingToAnswer')
  expect(answer(false, 2)).toBe('nothingToAnswer')
  expect(jobs(ledger)).toEqual([
    ['receipt', 'left'],
    ['receipt', 'queued'],
  ])
})

test('a paper is printed only if there is something it is of', () => {
  const { ledger, send } = sold()
  send({ type: 'issueInvoice', ticket, buyer })
  send({ type: 'issueExportForm', ticket, visitor })
  send({ type: 'issueCertificate', ticket, line: 2, piece })
  const shift = ledger.openShift()?.shiftId ?? ('' as ShiftId)
  const there: readonly PaperRequest[] = [
    { kind: 'receipt', ticket },
    { kind: 'giftReceipt', ticket, lines: null },
    { kind: 'giftReceipt', ticket, lines: [2] },
    { kind: 'invoice', invoice: 1 },
    { kind: 'exportForm', form: 1 },
    { kind: 'certificate', certificate: 1 },
    { kind: 'shiftReport', shift, language: 'fr' },
    { kind: 'labels', labels: [{ sku: lamp.sku, count: 2 }], size: '50x30' },
    { kind: 'testPage' },
  ]
  const before = ledger.printJobs.recent(99).length
  for (const paper of there) expect(send({ type: 'printPaper', paper })).toBeNull()
  expect(
    ledger.printJobs
      .recent(99)
      .slice(before)
      .map(({ paper }) => paper),
  ).toEqual(there)

  send({ type: 'refund', ticket, line: 2, quantity: 1, tender: 'cash' })
  const nowhere: readonly PaperRequest[] = [
    { kind: 'receipt', ticket: 3 as TicketNumber },
    { kind: 'giftReceipt', ticket: 2 as TicketNumber, lines: null },
    { kind: 'giftReceipt', ticket, lines: [3] },
    { kind: 'invoice', invoice: 2 },
    // Void since the refund.
    { kind: 'exportForm', form: 1 },
    { kind: 'certificate', certificate: 1 },
    { kind: 'cardSlip', attempt: 'none' as AttemptId },
    { kind: 'shiftReport', shift: 'none' as ShiftId, language: 'ar' },
    { kind: 'payoutSlip', payout: 1 },
    { kind: 'labels', labels: [{ sku: 'NOPE' as Sku, count: 1 }], size: '50x30' },
  ]
  for (const paper of nowhere) expect(send({ type: 'printPaper', paper }), paper.kind).toBe('unknownPaper')
})

test('nothing of papers is needed to stand where one stood', () => {
  const { ledger, send } = sold()
  send({ type: 'issueInvoice', ticket, buyer })
  expect(rebuild(restartFacts(ledger)).value).toBe('idle')
})

test('an artisan who is paid finds the slip of that very entry in the queue, even after the clock jumped back', () => {
  const folder = testFolder()
  const ledger = testLedger(folder)
  let utcMs = 1_790_000_000_000
  const send = counterOn(ledger, { now: () => ({ utcMs, offsetMinutes: 60 }) })
  const owned = { ...lamp, owner: { owner: 'brahim', sharePpm: 500_000 } }
  for (const command of [
    { type: 'configure', settings: plainSettings },
    { type: 'loadCatalogue', items: [owned] },
    { type: 'openShift', cashier: 'amina', float: dirham(0) },
    { type: 'scan', code: 'LAMP', quantity: 1 },
    { type: 'payOther', tender: 'transfer', amount: null, reference: 'T1' },
  ] satisfies Command[])
    expect(send(command)).toBeNull()
  utcMs -= 3_600_000
  const pay = { type: 'payOwner', owner: 'brahim', what: 'advance', by: 'cash', amount: dirham(100) } as const
  expect(send({ ...pay, reference: '', period: null })).toBeNull()
  const slip = ledger.printJobs.recent(99).find(({ paper }) => paper.kind === 'payoutSlip')?.paper
  if (slip?.kind !== 'payoutSlip') throw new Error('no slip waits')
  const [entry] = ledger.entriesBetween(slip.payout as Seq, slip.payout as Seq, ['ownerPaid'])
  expect(entry?.fact).toMatchObject({ owner: 'brahim', amount: 100 })
  expect(verifyLedger(folder).problems).toEqual([])
})
