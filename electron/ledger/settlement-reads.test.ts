import { expect, test } from 'vitest'
import type { AttemptId, SaleId, Seq, ShiftId } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'
import { cardApproval, cardDesk } from '#test/harness/ledger-cards.ts'
import { saleFacts } from '#test/harness/ledger-facts.ts'
import { stoppedClock, testLedger } from '#test/harness/ledger-folder.ts'
import { demoItem } from '#test/harness/made-up-shop.ts'
import type { Ledger } from './write-ledger.ts'

const at = stoppedClock.now()
const head = (ledger: Ledger): Seq => ledger.head()?.seq ?? (0 as Seq)
const toSettle = (ledger: Ledger, terminal = 't1', limit = 99) =>
  ledger.movementsToSettle(terminal, head(ledger), limit).map(({ attemptId }) => attemptId)

test('what was approved is a movement of its kind; what was not is none', () => {
  const ledger = testLedger()
  const desk = cardDesk(ledger)
  const sale = desk.move({ amount: 500 })
  desk.decline(desk.start())
  desk.doubt(desk.start())
  desk.heard(desk.start())
  const test = desk.move({ purpose: 'test', amount: 100 })
  const undone = desk.move({ purpose: 'void', amount: 100, undoes: test })
  const refund = desk.move({ purpose: 'refund', amount: 200 })
  const movements = ledger.movementsToSettle('t1', head(ledger), 99)
  expect(movements.map(({ attemptId, kind, amount }) => [attemptId, kind, amount])).toEqual([
    [sale, 'sale', 500],
    [test, 'sale', 100],
    [undone, 'saleReversal', 100],
    [refund, 'refund', 200],
  ])
  expect(movements[2]).toEqual({
    attemptId: undone,
    kind: 'saleReversal',
    amount: 100,
    terminal: 't1',
    approval: cardApproval,
    decidedBy: { kind: 'terminal' },
    undoes: test,
    ticket: null,
    at,
    seq: expect.any(Number),
  })
  expect(ledger.collected()).toEqual([{ terminal: 't1', count: 4, net: 300, since: at }])
})

test('a movement has the ticket of its sale once there is one', () => {
  const ledger = testLedger()
  const shiftId = 'shift' as ShiftId
  const businessDay = '2026-11-23'
  ledger.append([{ kind: 'catalogueLoaded', items: [demoItem(0)] }], '', at)
  const opened = { shiftId, businessDay, cashier: 'amina', float: dirham(0) }
  ledger.append([{ kind: 'shiftOpened', ...opened }], '', at)
  const { steps, ticket } = saleFacts({
    n: 1,
    number: 1,
    shiftId,
    businessDay,
    items: [demoItem(0)],
    tender: 'card',
    terminalSequence: 1,
  })
  for (const { facts, forwards } of steps) ledger.append(facts, 'amina', at, forwards)
  const [movement] = ledger.movementsToSettle('t1', head(ledger), 9)
  expect(movement).toMatchObject({ ticket: ticket.number, amount: ticket.gross })
})

test('an approval said again after a doubt is the same money', () => {
  const ledger = testLedger()
  const desk = cardDesk(ledger)
  const attempt = desk.move()
  desk.doubt(attempt)
  expect(toSettle(ledger)).toEqual([attempt])
  desk.approve(attempt, { kind: 'person', name: 'driss' }, null)
  expect(toSettle(ledger)).toEqual([attempt])
  expect(ledger.findMovement(attempt)).toMatchObject({ decidedBy: { kind: 'terminal' } })
  expect(ledger.findMovement('nobody' as AttemptId)).toBeNull()
})

test('each terminal collects for itself, up to an entry and no more than asked for', () => {
  const ledger = testLedger()
  const desk = cardDesk(ledger)
  const first = desk.move()
  const middle = head(ledger)
  const second = desk.move()
  const other = desk.move({ terminal: 't2', purpose: 'refund' })
  expect(toSettle(ledger)).toEqual([first, second])
  expect(toSettle(ledger, 't1', 1)).toEqual([first])
  expect(toSettle(ledger, 't2')).toEqual([other])
  expect(ledger.movementsToSettle('t1', middle, 9).map(({ attemptId }) => attemptId)).toEqual([first])
  expect(ledger.collected().map(({ terminal, count, net }) => [terminal, count, net])).toEqual([
    ['t1', 2, 200],
    ['t2', 1, -100],
  ])
})

test('unknown is what is under way or in doubt, until it ends', () => {
  const ledger = testLedger()
  const desk = cardDesk(ledger)
  const [started, doubted, heard] = [desk.start({ amount: 1 }), desk.start({ amount: 2 }), desk.start()]
  desk.doubt(doubted)
  desk.heard(heard)
  desk.start({ terminal: 't2' })
  expect(ledger.unknownAttempts('t1')).toEqual({ count: 3, amount: 103 })
  desk.approve(started)
  desk.decline(doubted)
  expect(ledger.unknownAttempts('t1')).toEqual({ count: 1, amount: 100 })
  desk.approve(heard)
  expect(ledger.unknownAttempts('t1')).toEqual({ count: 0, amount: 0 })
})

test('nobody waits for a doubt that no one can settle here any more', () => {
  const ledger = testLedger()
  const desk = cardDesk(ledger)
  const counted = desk.move()
  desk.doubt(counted)
  const left = desk.start()
  desk.decline(left)
  desk.say({ kind: 'saleCancelled', saleId: `sale of ${left}` as SaleId, hadLines: true })
  desk.doubt(left)
  expect(ledger.unknownAttempts('t1').count).toBe(0)
})

test('retracted: in doubt for a while, then declined; with what had been heard', () => {
  const ledger = testLedger()
  const desk = cardDesk(ledger)
  desk.decline(desk.start())
  const before = head(ledger)
  const [lost, heard] = [desk.start({ amount: 700 }), desk.start({ purpose: 'refund' })]
  desk.doubt(lost)
  desk.heard(heard)
  desk.doubt(heard)
  desk.decline(heard)
  const between = head(ledger)
  desk.decline(lost)
  const undone = desk.start({ purpose: 'void', undoes: desk.move() })
  desk.doubt(undone)
  desk.decline(undone)
  const all = ledger.retractedAttempts('t1', before, head(ledger))
  expect(all).toEqual([
    {
      attemptId: heard,
      kind: 'refund',
      amount: 100,
      terminalSequence: 3,
      startedAt: at,
      approval: cardApproval,
    },
    { attemptId: lost, kind: 'sale', amount: 700, terminalSequence: 2, startedAt: at, approval: null },
  ])
  expect(ledger.retractedAttempts('t1', before, between)).toEqual([all[0]])
  expect(ledger.retractedAttempts('t1', between, head(ledger))).toEqual([all[1]])
  expect(ledger.retractedAttempts('t2', before, head(ledger))).toEqual([])
})

test('a decline that is doubted again is retracted no more, and money that was counted never is', () => {
  const ledger = testLedger()
  const desk = cardDesk(ledger)
  const [again, counted] = [desk.start(), desk.move()]
  desk.doubt(again)
  desk.decline(again)
  desk.doubt(again)
  desk.doubt(counted)
  desk.decline(counted)
  expect(ledger.retractedAttempts('t1', 0 as Seq, head(ledger))).toEqual([])
  desk.decline(again)
  expect(ledger.retractedAttempts('t1', 0 as Seq, head(ledger))).toHaveLength(1)
})

test('the newest closing, with the day that was closed', () => {
  const ledger = testLedger()
  expect(ledger.lastClosing()).toBeNull()
  const float = dirham(0)
  const drawer = {
    float,
    cash: float,
    in: float,
    out: float,
    expected: float,
    counted: float,
    difference: float,
  }
  for (const businessDay of ['2026-11-23', '2026-11-24']) {
    const shiftId = businessDay as ShiftId
    ledger.append([{ kind: 'shiftOpened', shiftId, businessDay, cashier: 'amina', float }], '', at)
    ledger.append([{ kind: 'shiftClosed', shiftId, drawer, grandTotal: float }], '', at)
  }
  expect(ledger.lastClosing()).toEqual({ seq: head(ledger), businessDay: '2026-11-24' })
})
