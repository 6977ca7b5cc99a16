import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AttemptId, Seq } from '../kernel/ids.ts'
import { dirham } from '../money/amount.ts'
import type { CardMovement, MovementKind } from './movement.ts'
import type { StatementLine } from './statement.ts'
import { sumsByValueDay, sumsOf } from './statement-sums.ts'
import { tellUnpaid } from './unpaid.ts'

const line = (
  kind: MovementKind,
  amount: number,
  fee: number | null,
  more: Partial<StatementLine> = {},
): StatementLine => ({
  line: 1,
  kind,
  amount: dirham(amount),
  fee: fee === null ? null : dirham(fee),
  on: null,
  valueOn: null,
  authorisation: null,
  trace: null,
  terminalId: null,
  last4: null,
  ...more,
})

test('gross less fees is net, refunds and fees that come back included', () => {
  const lines = [line('sale', 120_000, 1800), line('refund', 6000, -90), line('saleReversal', 500, null)]
  // 1200.00 - 60.00 - 5.00; 18.00 - 0.90
  expect(sumsOf(lines)).toEqual({ lines: 3, gross: 113_500, fees: 1710, net: 111_790, withoutFee: 1 })
  expect(sumsOf([])).toEqual({ lines: 0, gross: 0, fees: 0, net: 0, withoutFee: 0 })
})

test('the sums of the value days are the sums of the statement, oldest first', () => {
  const lines = fc.array(
    fc
      .record({
        kind: fc.constantFrom<MovementKind>('sale', 'refund', 'saleReversal'),
        amount: fc.integer({ min: 1, max: 1_000_000 }),
        fee: fc.option(fc.integer({ min: -100, max: 1000 })),
        valueOn: fc.option(fc.constantFrom('2026-11-24', '2026-11-25', '2026-12-01')),
      })
      .map(({ kind, amount, fee, valueOn }) => line(kind, amount, fee, { valueOn })),
  )
  fc.assert(
    fc.property(lines, (all) => {
      const whole = sumsOf(all)
      const days = sumsByValueDay(all)
      // In big integers, and each line by itself: not the way it is done inside.
      const net = all.reduce(
        (sum, { kind, amount, fee }) => sum + BigInt(kind === 'sale' ? amount : -amount) - BigInt(fee ?? 0),
        0n,
      )
      expect(BigInt(whole.net)).toBe(net)
      expect(days.reduce((sum, day) => sum + BigInt(day.net), 0n)).toBe(net)
      expect(days.reduce((sum, day) => sum + day.lines, 0)).toBe(all.length)
      const names = days.flatMap((day) => day.on ?? [])
      expect(names).toEqual([...names].sort())
    }),
  )
})

const movement = (
  seq: number,
  kind: MovementKind,
  undoes: string | null = null,
  amount = 5000,
): CardMovement => ({
  attemptId: `m${seq}` as AttemptId,
  kind,
  amount: dirham(amount),
  terminal: 'desk',
  approval: null,
  decidedBy: { kind: 'terminal' },
  undoes: undoes as AttemptId | null,
  ticket: null,
  at: { utcMs: seq, offsetMinutes: 60 },
  seq: seq as Seq,
})

test('a sale and its reversal that are both unpaid are no debt; one of them alone is', () => {
  const [sale, reversal, other] = [
    movement(1, 'sale'),
    movement(2, 'saleReversal', 'm1'),
    movement(3, 'sale'),
  ]
  expect(tellUnpaid([sale, other, reversal])).toEqual({ owed: [other], undone: [{ sale, reversal }] })
  // The acquirer paid the sale all the same: the shop owes the reversal.
  expect(tellUnpaid([reversal])).toEqual({ owed: [reversal], undone: [] })
  expect(tellUnpaid([sale])).toEqual({ owed: [sale], undone: [] })
  const odd = movement(4, 'saleReversal', 'm1', 4000)
  expect(tellUnpaid([sale, odd])).toEqual({ owed: [sale, odd], undone: [] })
  const again = movement(5, 'saleReversal', 'm1')
  expect(tellUnpaid([sale, reversal, again])).toEqual({ owed: [again], undone: [{ sale, reversal }] })
})
