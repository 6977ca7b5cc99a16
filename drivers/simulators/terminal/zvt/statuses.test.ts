import { expect, test } from 'vitest'
import type { PeriodTotals } from '../period-totals.ts'
import { toHex } from './packet.ts'
import { totalsStatus } from './statuses.ts'

const now = { date: '1123', time: '101500' }
const day: PeriodTotals = {
  sales: { count: 4, minor: 13_327 },
  voids: { count: 1, minor: 777 },
  refunds: { count: 1, minor: 500 },
  traces: { first: '0068', last: '0072' },
}
const none = '00000000000000'

test('the end of day: result, sum of what stands, time, terminal, currency, sums by kind of card', () => {
  const sums = `00680072${none}${none}04000000012050${none}${none}${none}${none}`
  const fields = `2700 04000000012050 0c101500 0d1123 2929001006 490504 60f0f5f3 ${sums}`.replaceAll(' ', '')
  const length = (fields.length / 2).toString(16)
  expect(toHex(totalsStatus(day, now, false))).toBe(`040f${length}${fields}`)
})

test('a day on which more was given back than taken has no sum: there is no sign for it', () => {
  const totals = { ...day, refunds: { count: 1, minor: 20_000 } }
  expect(toHex(totalsStatus(totals, now, false))).toBe('040f1127000c1015000d11232929001006490504')
})
