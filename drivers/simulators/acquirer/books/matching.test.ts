import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AttemptId } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'
import { totalsOf as totalsOfTill } from '#shared/settlement/totals.ts'
import type { Uploaded } from './deeds.ts'
import { netted, recognised } from './matching.ts'
import { type Kind, totalsOf } from './tally.ts'
import type { Transaction } from './terminal-book.ts'

const record = (kind: Kind, minor: number, rrn = '', approval = ''): Uploaded => ({
  stan: '000001',
  kind,
  minor,
  rrn,
  approval,
  at: '1123101500',
})

const transaction = (id: number, kind: Kind, minor: number, rrn = ''): Transaction => ({
  ...{ id, kind, minor, rrn, reference: '', approval: '', batch: null, undoes: '' },
  ...{ state: 'open', settledIn: null },
})

test('what cancels out is the till’s own rule, counted by somebody else', () => {
  // Of each: whether it is a refund, its amount, and whether it was undone in the batch, or one from before was.
  const moves = fc.array(
    fc.record({
      refund: fc.boolean(),
      minor: fc.integer({ min: 1, max: 5 }),
      undone: fc.constantFrom('no', 'here', 'before'),
    }),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(moves, (all) => {
      const ours = all.flatMap(({ refund, minor, undone }, index) => {
        const id = `a${index}` as AttemptId
        const sale = {
          attemptId: id,
          kind: refund ? 'refund' : 'sale',
          amount: dirham(minor),
          undoes: null,
        } as const
        const undo = { attemptId: `v${index}` as AttemptId, kind: 'saleReversal' } as const
        if (refund || undone === 'no') return [sale]
        return undone === 'here'
          ? [sale, { ...undo, amount: dirham(minor), undoes: id }]
          : // Of an amount that no sale here has: else nobody could tell.
            [sale, { ...undo, amount: dirham(1_000 + index), undoes: `b${index}` as AttemptId }]
      })
      const theirs = ours.map(({ kind, amount, attemptId }) => record(kind, amount, attemptId.slice(1)))
      const { sales, refunds } = totalsOf(netted(theirs))
      const till = totalsOfTill(ours, 'netted')
      expect([sales.count, sales.minor, refunds.count, refunds.minor]).toEqual([
        till.sales.count,
        till.sales.amount,
        till.refunds.count,
        till.refunds.amount,
      ])
    }),
  )
})

test('a record is recognised by its number, or what it comes to, and each charge once', () => {
  const open = [
    transaction(1, 'sale', 500, 'A1'),
    transaction(2, 'sale', 500, 'A2'),
    transaction(3, 'refund', 500, 'A3'),
    transaction(4, 'saleReversal', 500, 'A1'),
  ]
  const ids = (...records: readonly Uploaded[]): readonly number[] =>
    recognised(records, open).map(({ id }) => id)
  expect(ids(record('sale', 500, 'A2'), record('sale', 500, 'A2'))).toEqual([2])
  expect(ids(record('sale', 500), record('sale', 500), record('sale', 500))).toEqual([1, 2])
  expect(ids(record('sale', 501, 'A1'), record('refund', 500, 'A9'))).toEqual([])
  // A terminal may number a void by itself.
  expect(ids(record('saleReversal', 500, 'A7'))).toEqual([4])
})
