import { expect, test } from 'vitest'
import { netOf, periodTotals, withOneMore } from './period-totals.ts'
import type { ChargeEvent } from './terminal-simulator.ts'

const event = (what: ChargeEvent['event'], trace = '', amountMinor = 0): ChargeEvent => ({
  event: what,
  trace,
  reference: '',
  amountMinor,
  at: '',
})

test('sales, those undone among them, and refunds since the last end of day', () => {
  const totals = periodTotals([
    event('approved', '1', 9_999),
    event('settled'),
    event('approved', '2', 100),
    event('confirmed', '2', 100),
    event('refused', '3', 500),
    event('approved', '4', 250),
    event('voided', '4', 250),
    event('refunded', '5', 30),
  ])
  expect(totals).toEqual({
    sales: { count: 2, minor: 350 },
    voids: { count: 1, minor: 250 },
    refunds: { count: 1, minor: 30 },
    traces: { first: '2', last: '5' },
  })
  expect(netOf(totals)).toBe(70)
  expect(netOf(withOneMore(totals))).toBe(170)
})

test('what the terminal took back by itself never was', () => {
  const totals = periodTotals([
    event('approved', '1', 100),
    event('reversed', '1', 100),
    event('refunded', '2', 30),
    event('reversed', '2', 30),
  ])
  expect(totals.traces).toBeNull()
  expect(netOf(totals)).toBe(0)
})
