import { expect, test } from 'vitest'
import { emptySlip, slipFaults, toldOf, typedCount } from './slip-totals.ts'

test('what a slip says is told, what it leaves out is not', () => {
  const slip = { ...emptySlip, sales: { count: '17', amount: '12345,50' } }
  expect(slipFaults(slip)).toEqual([])
  expect(toldOf(slip)).toEqual({
    groups: {
      sales: { count: 17, amount: 1_234_550 },
      saleReversals: null,
      refunds: null,
      refundReversals: null,
    },
    net: null,
  })
})

test('nothing typed tells nothing, and half a line is said to be wrong', () => {
  expect(toldOf(emptySlip)).toBeNull()
  for (const half of [
    { count: '3', amount: '' },
    { count: '', amount: '450' },
  ]) {
    const slip = { ...emptySlip, refunds: half }
    expect(slipFaults(slip)).toEqual(['refunds'])
    expect(toldOf(slip)).toBeNull()
  }
})

test('a count of none is a count', () => {
  expect(toldOf({ ...emptySlip, sales: { count: '0', amount: '0' } })?.groups.sales).toEqual({
    count: 0,
    amount: 0,
  })
})

test.each([
  ['17', '17'],
  ['١٧', '17'],
  ['', ''],
  ['1234567', null],
  ['1,5', null],
  ['-1', null],
])('%j typed as a count is %j', (text, count) => {
  expect(typedCount(text)).toBe(count)
})
