import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Ticket } from '#shared/cart/ticket.ts'
import type { Fact, FactOf } from '#shared/checkout/fact.ts'
import type { AttemptId, LineId, PersonId, SaleId, ShiftId, TicketNumber } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'
import { refundFacts, saleFacts } from '#test/harness/ledger-facts.ts'
import { live, stoppedClock, testLedger } from '#test/harness/ledger-folder.ts'
import { history } from '#test/harness/ledger-generator.ts'
import { demoItem, demoSettings } from '#test/harness/made-up-shop.ts'
import type { Ledger } from './write-ledger.ts'

const at = stoppedClock.now()
const shiftId = 'shift-1' as ShiftId
const say = (ledger: Ledger, ...facts: Fact[]) => ledger.append(facts, 'amina', at)

function openedLedger(): Ledger {
  const ledger = testLedger()
  say(ledger, { kind: 'catalogueLoaded', items: Array.from({ length: 20 }, (_, n) => demoItem(n)) })
  say(ledger, {
    kind: 'shiftOpened',
    shiftId,
    businessDay: '2026-11-23',
    cashier: 'amina',
    float: dirham(50_000),
  })
  return ledger
}

function sell(ledger: Ledger, n: number, skus: readonly number[], tender: 'cash' | 'card' = 'cash'): Ticket {
  const number = ledger.nextTicketNumber()
  const items = skus.map(demoItem)
  const terminalSequence = ledger.nextTerminalSequence()
  const sale = saleFacts({ n, number, shiftId, businessDay: '2026-11-23', items, tender, terminalSequence })
  for (const { facts, forwards } of sale.steps) ledger.append(facts, 'amina', at, forwards)
  return sale.ticket
}

function giveBack(ledger: Ledger, n: number, ticket: Ticket, line: number): Ticket {
  const refund = refundFacts(n, ledger.nextTicketNumber(), shiftId, ticket, line)
  ledger.append(refund.facts, 'amina', at, refund.forwards)
  return refund.ticket
}

test('the answers are the sums of the facts, for any life of a shop', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 160 }), (seed, tickets) => {
      const ledger = testLedger()
      live(ledger, { items: 60, tickets, seed })
      const facts = [...history({ items: 60, tickets, seed })].flatMap((append) => append.facts)
      const made = facts.flatMap((fact) =>
        fact.kind === 'saleCompleted' || fact.kind === 'refundCompleted' ? [fact.ticket] : [],
      )
      const sign = (ticket: Ticket) => (ticket.kind === 'sale' ? 1 : -1)
      expect(ledger.grandTotal()).toBe(made.reduce((sum, ticket) => sum + sign(ticket) * ticket.gross, 0))
      expect(ledger.nextTicketNumber()).toBe(made.length + 1)
      for (const ticket of made) expect(ledger.findTicket(ticket.number)?.ticket).toEqual(ticket)

      const shift = ledger.openShift()
      const cash = made
        .filter((ticket) => ticket.shiftId === shift?.shiftId)
        .flatMap((ticket) => ticket.tenders.map((tender) => ({ ticket, tender })))
        .filter(({ tender }) => tender.kind === 'cash')
        .reduce((sum, { ticket, tender }) => sum + sign(ticket) * tender.amount, 0)
      expect(shift && ledger.drawer(shift.shiftId)).toEqual({ float: 50_000, cash, in: 0, out: 0 })

      for (const n of [0, 1, 4, 9, 30, 59]) {
        const { sku, stock } = demoItem(n)
        const moved = made.flatMap((ticket) =>
          ticket.lines.filter((line) => line.sku === sku).map((line) => -sign(ticket) * line.quantity),
        )
        expect(ledger.stockOf(sku)).toBe(moved.reduce((sum, each) => sum + each, stock))
      }
      ledger.close()
    }),
    { numRuns: 8 },
  )
})

test('unfinished sales are found by their first entry, finished ones are not', () => {
  const ledger = openedLedger()
  const sale = (id: string) => id as SaleId
  for (const id of ['a', 'b', 'c'])
    say(ledger, { kind: 'saleOpened', saleId: sale(id), shiftId, cashier: 'amina' })
  say(ledger, { kind: 'saleParked', saleId: sale('b'), name: 'red hat' })
  say(ledger, { kind: 'saleCancelled', saleId: sale('a'), hadLines: false })
  sell(ledger, 7, [0, 1])
  expect(ledger.unfinishedSales()).toEqual(['b', 'c'])
  say(ledger, { kind: 'saleResumed', saleId: sale('b') })
  expect(ledger.unfinishedSales()).toEqual(['b', 'c'])
  expect(ledger.factsOfSale(sale('b')).map((fact) => fact.kind)).toEqual([
    'saleOpened',
    'saleParked',
    'saleResumed',
  ])
  expect(ledger.factsOfSale(sale('nobody'))).toEqual([])
})

test('the facts of a sale come back whole and in order, also when two sales are rung at once', () => {
  const ledger = openedLedger()
  const facts = (id: string): Fact[] => [
    { kind: 'saleOpened', saleId: id as SaleId, shiftId, cashier: 'amina' },
    { kind: 'languageChosen', saleId: id as SaleId, language: 'es' },
    { kind: 'lineRemoved', saleId: id as SaleId, lineId: 'l' as LineId },
  ]
  for (let i = 0; i < 3; i++) for (const id of ['x', 'y']) say(ledger, facts(id)[i] as Fact)
  expect(ledger.factsOfSale('x' as SaleId)).toEqual(facts('x'))
  expect(ledger.factsOfSale('y' as SaleId)).toEqual(facts('y'))
})

test('a piece is sold by its ticket, not by its cart; given back it can be sold again', () => {
  const ledger = openedLedger()
  const piece = demoItem(4)
  expect(piece.unique).toBe(true)
  expect(ledger.pieceIsSold(piece.sku)).toBe(false)
  const ticket = sell(ledger, 1, [0, 4])
  expect(ledger.pieceIsSold(piece.sku)).toBe(true)
  expect(ledger.pieceIsSold(demoItem(0).sku)).toBe(false)
  giveBack(ledger, 2, ticket, 2)
  expect(ledger.pieceIsSold(piece.sku)).toBe(false)
  sell(ledger, 3, [4])
  expect(ledger.pieceIsSold(piece.sku)).toBe(true)
  // A load says what is on the shelf now: the shop bought it back.
  say(ledger, { kind: 'catalogueLoaded', items: [piece] })
  expect(ledger.pieceIsSold(piece.sku)).toBe(false)
  say(ledger, { kind: 'catalogueLoaded', items: [{ ...piece, stock: 0 }] })
  expect(ledger.pieceIsSold(piece.sku)).toBe(true)
  expect(ledger.pieceIsSold('no such thing')).toBe(false)
})

test('units given back are counted by line', () => {
  const ledger = openedLedger()
  const ticket = sell(ledger, 1, [0, 1, 2])
  expect(ledger.refundedUnits(ticket.number)).toEqual(new Map())
  giveBack(ledger, 2, ticket, 3)
  giveBack(ledger, 3, ticket, 3)
  const refund = giveBack(ledger, 4, ticket, 1)
  expect(ledger.refundedUnits(ticket.number)).toEqual(
    new Map([
      [1, 1],
      [3, 2],
    ]),
  )
  expect(ledger.refundedUnits(refund.number)).toEqual(new Map())
})

test('an attempt is known from its start to its outcome', () => {
  const ledger = openedLedger()
  const attemptId = 'try-1' as AttemptId
  const saleId = 's' as SaleId
  const amount = dirham(12_000)
  say(ledger, { kind: 'saleOpened', saleId, shiftId, cashier: 'amina' })
  say(ledger, {
    kind: 'attemptStarted',
    attemptId,
    saleId,
    purpose: 'payment',
    amount,
    terminal: 't1',
    terminalSequence: 999_999,
  })
  expect(ledger.attempt(attemptId)).toEqual({
    attemptId,
    saleId,
    purpose: 'payment',
    amount,
    terminal: 't1',
    terminalSequence: 999_999,
    state: 'started',
    startedAt: at,
  })
  expect(ledger.nextTerminalSequence()).toBe(1)
  say(ledger, { kind: 'attemptUnknown', attemptId, saleId, cause: 'noAnswer', detail: '' })
  expect(ledger.attempt(attemptId)?.state).toBe('unknown')
  const reason = { code: '51', text: 'NO FUNDS' }
  say(ledger, { kind: 'attemptDeclined', attemptId, saleId, reason, decidedBy: { kind: 'terminalAsked' } })
  expect(ledger.attempt(attemptId)?.state).toBe('declined')
  expect(ledger.attempt('another' as AttemptId)).toBeNull()
})

test('the drawer follows pay-ins and pay-outs, and a closing leaves its count', () => {
  const ledger = openedLedger()
  const reason = 'change'
  say(ledger, { kind: 'cashMoved', shiftId, direction: 'in', amount: dirham(10_000), reason })
  say(ledger, { kind: 'cashMoved', shiftId, direction: 'out', amount: dirham(2_500), reason })
  const { gross } = sell(ledger, 1, [1])
  expect(ledger.drawer(shiftId)).toEqual({ float: 50_000, cash: gross, in: 10_000, out: 2_500 })
  const [expected, counted] = [dirham(57_500 + gross), dirham(57_000 + gross)]
  const drawer: FactOf<'shiftClosed'>['drawer'] = {
    ...ledger.drawer(shiftId),
    expected,
    counted,
    difference: dirham(-500),
  }
  say(ledger, { kind: 'shiftClosed', shiftId, drawer, grandTotal: ledger.grandTotal() })
  expect(ledger.openShift()).toBeNull()
  expect(ledger.lastClosedDrawer()).toMatchObject(drawer)
  expect(() => ledger.drawer('another' as ShiftId)).toThrow()
})

test('a copy of a receipt is numbered after those that came out, or may have', () => {
  const ledger = openedLedger()
  const { number: ticketNumber } = sell(ledger, 1, [1])
  const next = (ticket: TicketNumber) => ledger.nextCopyOf({ kind: 'receipt', ticket })
  expect(next(ticketNumber)).toBe(1)
  for (const [copy, outcome, after] of [
    [1, 'notStarted', 1],
    [1, 'unknown', 2],
    [2, 'done', 3],
  ] as const) {
    say(ledger, { kind: 'receiptPrinted', ticketNumber, copy, outcome, printer: 'p' })
    expect(next(ticketNumber)).toBe(after)
  }
  expect(next(99 as TicketNumber)).toBe(0)
})

test('settings and people are the last ones said', () => {
  const ledger = testLedger()
  const person = (id: string) => ({ id: id as PersonId, name: id, role: 'cashier' as const })
  say(ledger, { kind: 'shopConfigured', settings: demoSettings })
  say(ledger, { kind: 'shopConfigured', settings: { ...demoSettings, euroRate: null } })
  expect(ledger.settings()).toEqual({ ...demoSettings, euroRate: null })
  say(ledger, { kind: 'peopleChanged', people: ['a', 'b', 'c'].map(person) })
  say(ledger, { kind: 'peopleChanged', people: ['c', 'a'].map(person) })
  expect(ledger.people()).toEqual(['c', 'a'].map(person))
  ledger.setPin('a' as PersonId, 'one')
  ledger.setPin('a' as PersonId, 'two')
  expect(ledger.pinOf('a' as PersonId)).toBe('two')
  expect(ledger.pinOf('b' as PersonId)).toBeNull()
})

test('the outbox gives what waits, in order, until it is delivered', () => {
  const ledger = openedLedger()
  sell(ledger, 1, [0, 1], 'card')
  expect(ledger.outboxCounts()).toEqual({ waiting: 3, byDestination: { acquirer: 1, marketplace: 2 } })
  const [first, second] = ledger.outbox.waiting('marketplace', 10)
  expect(first).toMatchObject({ tries: 0, body: { type: 'stockChanged', delta: -1, sku: demoItem(0).sku } })
  ledger.outbox.begin(first?.id ?? 0)
  ledger.outbox.failed(first?.id ?? 0, 2000, 'no line')
  expect(ledger.outbox.waiting('marketplace', 10)).toMatchObject([
    { id: first?.id, tries: 1, nextTryUtcMs: 2000 },
    { id: second?.id, tries: 0 },
  ])
  ledger.outbox.delivered(first?.id ?? 0, 2500)
  expect(ledger.outbox.waiting('marketplace', 10)).toEqual([second])
  expect(ledger.outboxCounts()).toEqual({ waiting: 2, byDestination: { acquirer: 1, marketplace: 2 } })
})
