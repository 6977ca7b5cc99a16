import { expect, test } from 'vitest'
import type { AttemptId, Seq, TicketNumber } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'
import type { CardMovement } from '#shared/settlement/movement.ts'
import type { StatementLine } from '#shared/settlement/statement.ts'
import { candidates } from './movement-search.ts'

const movementOf = (ticket: number, minor: number, authorisation: string, last4: string): CardMovement => ({
  attemptId: `a-${ticket}` as AttemptId,
  kind: 'sale',
  amount: dirham(minor),
  terminal: 'terminal',
  approval: {
    maskedPan: `516794******${last4}`,
    scheme: null,
    authorisation,
    trace: null,
    terminalId: null,
    terminalTime: null,
    slip: [],
  },
  decidedBy: { kind: 'terminal' },
  undoes: null,
  ticket: ticket as TicketNumber,
  at: { utcMs: 1_795_000_000_000, offsetMinutes: 60 },
  seq: ticket as Seq,
})
const unpaid = [
  movementOf(41, 15_000, 'A12345', '3315'),
  movementOf(42, 380_000, 'b77', '0042'),
  movementOf(43, 15_000, 'C9', '1111'),
]
const line: StatementLine = {
  line: 3,
  kind: 'sale',
  amount: dirham(380_000),
  fee: null,
  on: null,
  valueOn: null,
  authorisation: null,
  trace: null,
  terminalId: null,
  last4: null,
}
const ticketsFor = (typed: string) => candidates(unpaid, line, typed).map(({ ticket }) => ticket)

test('payments of the line’s own amount come first, none is hidden', () => {
  expect(ticketsFor('')).toEqual([42, 41, 43])
})

test.each([
  ['3 800,00', [42]],
  ['3800', [42]],
  ['150', [41, 43]],
  ['١٥٠', [41, 43]],
  ['a123', [41]],
  ['B77', [42]],
  ['1111', [43]],
  ['43', [43]],
  ['no such', []],
])('%j finds tickets %j', (typed, tickets) => {
  expect(ticketsFor(typed)).toEqual(tickets)
})
