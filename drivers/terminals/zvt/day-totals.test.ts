import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayTotals, totalsInWords } from './day-totals.ts'
import { readSchemeTotals } from './scheme-totals.ts'
import { readStatus } from './status.ts'

const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'))
const zeros = '00 000000000000'

/** Receipts 68 to 71, four payments by girocard, 26.00: the figures of a recorded end of day (Worldline Valina). */
const scheme = `0068 0071 04 000000002600 ${Array(6).fill(zeros).join(' ')}`
const head = '27 00 04 000000002600 0C 105937 0D 0331 29 29001006'
const endOfDay = `${head} 49 0504 60 F0F5F3 ${scheme}`
const told = (hex: string | readonly string[]) =>
  dayTotals([hex].flat().map((each) => readStatus(bytes(each))))
const sum = (net: number) => ({
  groups: { sales: null, saleReversals: null, refunds: null, refundReversals: null },
  net,
})

test('the sum of the day is told, and nothing of what it is made of', () => {
  expect(told(endOfDay)).toEqual(sum(2_600))
  expect(told(`${head}`)).toEqual(sum(2_600))
  expect(told(head.replace('2600', '0000'))).toEqual(sum(0))
})

test('kinds of card are shown to people', () => {
  expect(readSchemeTotals(bytes(scheme))?.[0]).toEqual({ scheme: 'girocard', count: 4, minor: 2_600 })
  expect(totalsInWords([readStatus(bytes(endOfDay))])).toEqual(['Total: 26.00 MAD', 'girocard: 4, 26.00 MAD'])
  expect(totalsInWords([readStatus(bytes('27 00'))])).toEqual([])
})

test('what real terminals send as BMP 60 spoils nothing before it', () => {
  // An APDU shorter than its BMP 60 says, and a BMP 60 without a length: both recorded (bezahl-online/zvt).
  expect(told(`${head} 60 F0F5F3 0068 0071 04`)).toEqual(sum(2_600))
  expect(told(`${head} 60 78 F2 76 00 01`)).toEqual(sum(2_600))
  expect(told(`${head} 60 F0F0F2 0068`)).toEqual(sum(2_600))
  expect(told(endOfDay.replace('0068 0071 04 000000002600', '0068 0071 04 00000000260F'))).toEqual(sum(2_600))
})

test('the same told twice is told once', () => {
  expect(told([endOfDay, endOfDay])).toEqual(sum(2_600))
  expect(told(['27 00 29 29001006', endOfDay])).toEqual(sum(2_600))
})

test.each([
  ['no sum', '27 00 0C 105937 49 0504'],
  ['no status at all', []],
  ['two sums', [endOfDay, endOfDay.replaceAll('2600', '2700')]],
  ['a sum that its parts contradict', endOfDay.replace('04 000000002600 0C', '04 000000002700 0C')],
  ['euros', endOfDay.replace('49 0504', '49 0978')],
  ['a sum that is no number', head.replace('000000002600', '00000000260A')],
  ['the sum of something that failed', endOfDay.replace('27 00', '27 77')],
])('%s tells nothing', (_what, said) => {
  expect(told(said)).toBeNull()
})

test('a status cut anywhere tells the truth or nothing', () => {
  const all = bytes(endOfDay)
  fc.assert(
    fc.property(fc.nat(all.length), (length) => {
      expect([sum(2_600), null]).toContainEqual(dayTotals([readStatus(all.subarray(0, length))]))
    }),
  )
})
