import { expect, test } from 'vitest'
import type { Fact } from '#shared/checkout/fact.ts'
import type { Approval, AttemptPurpose } from '#shared/kernel/attempt.ts'
import type { AttemptId, SaleId, ShiftId, TenderId, TicketNumber } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'
import { everyRow, stoppedClock, testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { verifyLedger } from '../verify/verify.ts'
import type { Ledger } from '../write-ledger.ts'

const at = stoppedClock.now()
const say = (ledger: Ledger, ...facts: Fact[]) => ledger.append(facts, 'omar', at)
const approvalOf = (trace: string | null): Approval => ({
  maskedPan: '516794******3315',
  scheme: 'VISA',
  authorisation: '123456',
  trace,
  terminalId: null,
  terminalTime: null,
  slip: [],
})

/** A ledger with an open shift, and the facts of attempts to write into it. */
function opened() {
  const folder = testFolder()
  const ledger = testLedger(folder)
  const shiftId = 'shift' as ShiftId
  const open = (): void =>
    void say(ledger, {
      kind: 'shiftOpened',
      shiftId,
      businessDay: '2026-11-23',
      cashier: 'omar',
      float: dirham(0),
    })
  open()
  return {
    folder,
    ledger,
    starts: (of: string, purpose: AttemptPurpose) =>
      say(ledger, {
        kind: 'attemptStarted',
        attemptId: of as AttemptId,
        saleId: `sale of ${of}` as SaleId,
        purpose,
        amount: dirham(100),
        terminal: 't1',
        terminalSequence: ledger.nextTerminalSequence(),
        givesBack: { ticket: 1 as TicketNumber, lines: [{ position: 1, quantity: 1 }] },
      }),
    approved: (of: string, trace: string | null): Fact => ({
      kind: 'attemptApproved',
      attemptId: of as AttemptId,
      saleId: `sale of ${of}` as SaleId,
      tenderId: `tender of ${of}` as TenderId,
      approval: approvalOf(trace),
      decidedBy: { kind: 'terminal' },
    }),
    declined: (of: string): Fact => ({
      kind: 'attemptDeclined',
      attemptId: of as AttemptId,
      saleId: `sale of ${of}` as SaleId,
      reason: { code: '05', text: '' },
      decidedBy: { kind: 'terminal' },
    }),
    unknown: (of: string): Fact => ({
      kind: 'attemptUnknown',
      attemptId: of as AttemptId,
      saleId: `sale of ${of}` as SaleId,
      cause: 'answersDisagree',
      detail: '',
    }),
    tested: (of: string): Fact => ({
      kind: 'terminalTested',
      saleId: `sale of ${of}` as SaleId,
      attemptId: of as AttemptId,
      amount: dirham(100),
      outcome: 'standing',
      reason: null,
    }),
  }
}

test('a refund is unfinished until its attempt is declined, and again once that is contradicted', () => {
  const { folder, ledger, starts, declined, unknown } = opened()
  starts('r', 'refund')
  expect(ledger.unfinishedSales()).toEqual(['sale of r'])
  say(ledger, declined('r'))
  expect(ledger.unfinishedSales()).toEqual([])
  say(ledger, unknown('r'))
  expect(ledger.unfinishedSales()).toEqual(['sale of r'])
  expect(ledger.unfinishedFacts().map((fact) => fact.kind)).toEqual([
    'attemptStarted',
    'attemptDeclined',
    'attemptUnknown',
  ])
  ledger.close()
  expect(verifyLedger(folder).problems).toEqual([])
})

test('a test is finished by its own fact, and what contradicts an approval opens nothing', () => {
  const { folder, ledger, starts, approved, tested, unknown } = opened()
  starts('t', 'test')
  say(ledger, approved('t', '17'))
  expect(ledger.unfinishedSales()).toEqual(['sale of t'])
  say(ledger, tested('t'))
  expect(ledger.unfinishedSales()).toEqual([])
  say(ledger, unknown('t'))
  expect(ledger.unfinishedSales()).toEqual([])
  expect(ledger.attempt('t' as AttemptId)?.state).toBe('unknown')
  ledger.close()
  expect(verifyLedger(folder).problems).toEqual([])
})

test('recent approvals are of every purpose; what a person signed for with no slip is none', () => {
  const { ledger, starts, approved } = opened()
  for (const purpose of ['payment', 'refund', 'void', 'test'] as const) {
    starts(purpose, purpose)
    say(ledger, approved(purpose, purpose === 'void' ? null : `trace of ${purpose}`))
  }
  say(ledger, { ...approved('test', null), approval: null } as Fact)
  expect(ledger.recentApprovals().map(({ attemptId, approval }) => [attemptId, approval.trace])).toEqual([
    ['test', 'trace of test'],
    ['void', null],
    ['refund', 'trace of refund'],
    ['payment', 'trace of payment'],
  ])
})

test('an approval that was heard and then taken back is no other attempt’s either', () => {
  const { ledger, starts, approved, declined } = opened()
  starts('a', 'payment')
  say(ledger, { ...approved('a', '17'), kind: 'attemptApprovedUnconfirmed' } as Fact)
  say(ledger, declined('a'))
  expect(ledger.recentApprovals()).toMatchObject([{ attemptId: 'a', approval: { trace: '17' } }])
})

test('recent is recent: an old charge is out of a terminal’s memory', () => {
  const { ledger, starts, approved } = opened()
  for (let n = 1; n <= 40; n += 1) {
    starts(`a${n}`, 'payment')
    say(ledger, approved(`a${n}`, String(n)))
  }
  expect(ledger.recentApprovals().map(({ approval }) => approval.trace)).toEqual(
    Array.from({ length: 32 }, (_, back) => String(40 - back)),
  )
})

test('the last test is the open shift’s own', () => {
  const { ledger, starts, approved, tested } = opened()
  expect(ledger.lastTest()).toBeNull()
  starts('t', 'test')
  say(ledger, approved('t', null))
  expect(ledger.lastTest()).toBeNull()
  say(ledger, tested('t'))
  expect(ledger.lastTest()).toEqual(tested('t'))
  const drawer = {
    float: dirham(0),
    cash: dirham(0),
    in: dirham(0),
    out: dirham(0),
    expected: dirham(0),
    counted: dirham(0),
    difference: dirham(0),
  }
  say(ledger, { kind: 'shiftClosed', shiftId: 'shift' as ShiftId, drawer, grandTotal: dirham(0) })
  expect(ledger.lastTest()).toBeNull()
})

test('only a payment is a tender before its ticket', () => {
  const { folder, ledger, starts, approved } = opened()
  for (const purpose of ['payment', 'refund', 'void', 'test'] as const) {
    starts(purpose, purpose)
    say(ledger, approved(purpose, '1'))
  }
  ledger.close()
  expect(everyRow(folder).get('tenders')).toMatchObject([{ tender_id: 'tender of payment', last4: '3315' }])
  expect(verifyLedger(folder).problems).toEqual([])
})
