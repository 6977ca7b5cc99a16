import { expect, test } from 'vitest'
import { dirham, zero } from '#shared/money/amount.ts'
import type { BatchTotals, ToldTotals } from '#shared/settlement/totals.ts'
import { sidesDiffer, theirNet, twoSides } from './two-sides.ts'

const none = { count: 0, amount: zero }
const ours: BatchTotals = {
  sales: { count: 17, amount: dirham(1_234_550) },
  saleReversals: { count: 1, amount: dirham(12_000) },
  refunds: none,
  refundReversals: none,
}
const silent: ToldTotals = {
  groups: { sales: null, saleReversals: null, refunds: null, refundReversals: null },
  net: null,
}

test('groups that nobody counts are left out, payments never', () => {
  expect(twoSides(ours, null).map(({ group }) => group)).toEqual(['sales', 'saleReversals'])
  expect(twoSides({ ...ours, sales: none, saleReversals: none }, null).map(({ group }) => group)).toEqual([
    'sales',
  ])
})

test('a group that only the other side counts is shown, and differs', () => {
  const told: ToldTotals = { groups: { ...ours, refunds: { count: 1, amount: dirham(500) } }, net: null }
  expect(twoSides(ours, told).at(-1)).toEqual({
    group: 'refunds',
    ours: none,
    theirs: { count: 1, amount: dirham(500) },
    countDiffers: true,
    amountDiffers: true,
  })
  expect(sidesDiffer(ours, told)).toBe(true)
})

test('count and amount differ each by itself', () => {
  const told: ToldTotals = { groups: { ...ours, sales: { ...ours.sales, count: 16 } }, net: null }
  expect(twoSides(ours, told)[0]).toMatchObject({ countDiffers: true, amountDiffers: false })
})

test('what the other side does not say differs from nothing', () => {
  expect(sidesDiffer(ours, null)).toBe(false)
  expect(sidesDiffer(ours, silent)).toBe(false)
  expect(sidesDiffer(ours, { groups: ours, net: dirham(1_222_550) })).toBe(false)
  expect(sidesDiffer(ours, { ...silent, net: dirham(1_222_551) })).toBe(true)
})

test('their total is the one they say, or follows when they say every group', () => {
  expect(theirNet(silent)).toBeNull()
  expect(theirNet({ ...silent, net: dirham(7) })).toBe(7)
  expect(theirNet({ groups: ours, net: null })).toBe(1_222_550)
  expect(theirNet({ groups: { ...ours, refunds: null }, net: null })).toBeNull()
})
