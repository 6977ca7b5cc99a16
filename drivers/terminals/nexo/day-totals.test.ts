import { expect, test } from 'vitest'
import { dirham } from '#shared/money/amount.ts'
import { dayTotals, totalsInWords } from './day-totals.ts'
import { readJson } from './json.ts'

const read = (response: string) => dayTotals(readJson(response) ?? {}, 'Hanout')
const counted = (count: number, minor: number) => ({ count, amount: dirham(minor) })
const zero = counted(0, 0)
const nothing = { sales: zero, saleReversals: zero, refunds: zero, refundReversals: zero }
const period = (payments: string, more = '"PaymentCurrency":"MAD"'): string =>
  `{"PaymentInstrumentType":"Card",${more},"PaymentTotals":[${payments}]}`
const payment = (type: string, count: number | string, amount: number | string): string =>
  `{"TransactionType":"${type}","TransactionCount":${count},"TransactionAmount":${amount}}`
const totals = (...periods: readonly string[]): string => `{"TransactionTotals":[${periods.join(',')}]}`

test('groups are summed over brands and acquirers; a type that is not there is zero', () => {
  const visa = period(`${payment('Debit', 2, 125.5)},${payment('ReverseDebit', 1, '25.50')}`)
  const mastercard = period(`${payment('Debit', 1, 0.3)},${payment('Credit', 1, 5)}`)
  expect(read(totals(visa, mastercard))).toEqual({
    groups: {
      sales: counted(3, 12_580),
      saleReversals: counted(1, 2_550),
      refunds: counted(1, 500),
      refundReversals: zero,
    },
    net: null,
  })
})

test('totals of nothing are zero, no totals are none', () => {
  const zeros = { groups: nothing, net: null }
  expect(read('{"TransactionTotals":[]}')).toEqual(zeros)
  expect(read(totals('{"PaymentInstrumentType":"Card"}'))).toEqual(zeros)
  expect(read('{"Response":{"Result":"Success"}}')).toBeNull()
})

test('what was refused moved no money, and what another till did is not ours', () => {
  const ours = period(
    `${payment('Debit', 1, 10)},${payment('Declined', 4, 99)},${payment('Failed', 1, 1)}`,
    '"SaleID":"Hanout"',
  )
  const theirs = period(payment('Debit', 7, 70), '"SaleID":"OtherTill"')
  expect(read(totals(ours, theirs))).toEqual({ groups: { ...nothing, sales: counted(1, 1_000) }, net: null })
})

test.each([
  ['euros', totals(period(payment('Debit', 1, 10), '"PaymentCurrency":"EUR"'))],
  ['a kind of transaction that the till never asks for', totals(period(payment('CashAdvance', 1, 10)))],
  ['a fraction of a centime', totals(period(payment('Debit', 1, 10.005)))],
  ['an amount below zero', totals(period(payment('Debit', 1, -10)))],
  ['an amount that is no decimal', totals(period(payment('Debit', 1, '1e3')))],
  ['half a transaction', totals(period(payment('Debit', 1.5, 10)))],
  ['some that come to nothing', totals(period(payment('Debit', 2, 0)))],
  ['none that come to something', totals(period(payment('Debit', 0, 5)))],
  ['no count', totals(period('{"TransactionType":"Debit","TransactionAmount":10}'))],
  ['a text', '{"TransactionTotals":"none"}'],
  ['texts', '{"TransactionTotals":[{"PaymentTotals":["none"]}]}'],
])('%s tells nothing', (_what, response) => {
  expect(read(response)).toBeNull()
})

test('for people a line each, card numbers masked', () => {
  const response = totals(period(payment('Debit', 2, 125.5), '"CardBrand":"mc 4111111111111111"'))
  expect(totalsInWords(readJson(response) ?? {})).toEqual(['mc 411111******1111 Debit 2: 125.5'])
})
