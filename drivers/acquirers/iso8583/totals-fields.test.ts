import fc from 'fast-check'
import { expect, test } from 'vitest'
import { edc } from '#drivers/iso8583/dialects/edc.data.ts'
import { iso87 } from '#drivers/iso8583/dialects/iso87.data.ts'
import { amount, dirham, zero } from '#shared/money/amount.ts'
import { agreesWith, type BatchTotals, netOf, type ToldTotals } from '#shared/settlement/totals.ts'
import { NoTotals, toldTotals, totalsFields } from './totals-fields.ts'

const counted = fc.record({
  count: fc.integer({ min: 0, max: 999 }),
  amount: fc.integer({ min: 0, max: 999_999_999_999 }).map((minor) => amount<'MAD'>(minor)),
})
const nothing = { count: 0, amount: zero }
const totals: fc.Arbitrary<BatchTotals> = fc.record({
  sales: counted,
  saleReversals: counted,
  refunds: counted,
  refundReversals: counted,
})

const told = (fields: ReadonlyMap<number, string | Uint8Array>, { talk } = iso87): ToldTotals | null =>
  toldTotals({ mti: '0510', fields }, talk)

test('what is said in fields is what is read in them', () => {
  fc.assert(
    fc.property(totals, (ours) => {
      const theirs = told(totalsFields(ours, iso87.talk.totals))
      expect(theirs).toEqual({ groups: ours, net: netOf(ours) })
      expect(agreesWith(ours, theirs as ToldTotals)).toBe(true)
    }),
  )
})

test('what is said in text is what is read in it, but for the groups it has no place for', () => {
  fc.assert(
    fc.property(totals, ({ sales, refunds }) => {
      const ours = { sales, refunds, saleReversals: nothing, refundReversals: nothing }
      expect(told(totalsFields(ours, edc.talk.totals), edc)).toEqual({
        groups: { sales, refunds, saleReversals: null, refundReversals: null },
        net: null,
      })
    }),
  )
})

test('the letter of the net is from the cardholders’ side: D is owed to the shop', () => {
  const net = (sales: number, refunds: number): string | undefined =>
    totalsFields(
      {
        sales: { count: 1, amount: dirham(sales) },
        refunds: { count: 1, amount: dirham(refunds) },
        saleReversals: nothing,
        refundReversals: nothing,
      },
      iso87.talk.totals,
    ).get(97)
  expect(net(500, 100)).toBe('D0000000000000400')
  expect(net(100, 500)).toBe('C0000000000000400')
  expect(net(100, 100)).toBe('D0000000000000000')
})

test('a host may say a part of it, or nothing', () => {
  const none = { sales: null, saleReversals: null, refunds: null, refundReversals: null }
  expect(told(new Map())).toBeNull()
  expect(told(new Map(), edc)).toBeNull()
  expect(told(new Map([[97, 'C0000000000000400']]))).toEqual({ groups: none, net: dirham(-400) })
  const sales = new Map([
    [76, '0000000002'],
    [88, '0000000000000500'],
    // An amount without its count.
    [86, '0000000000000100'],
  ])
  expect(told(sales)).toEqual({ groups: { ...none, sales: { count: 2, amount: dirham(500) } }, net: null })
})

test('money in a group that we do not have cannot be compared with ours', () => {
  const text = `001000000000500${'0'.repeat(15)}002000000000700${'0'.repeat(45)}`
  expect(told(new Map([[63, text]]), edc)).toBeNull()
})

test.each([
  ['text too short', edc, [63, '0'.repeat(89)]],
  ['text too long', edc, [63, '0'.repeat(91)]],
  ['text of words', edc, [63, `${'0'.repeat(80)}BALANCE OK`]],
  ['signs among digits', edc, [63, `001-00000000500${'0'.repeat(75)}`]],
  ['bytes', edc, [63, new Uint8Array(90)]],
  ['a net without its letter', iso87, [97, '00000000000000400']],
  ['a net beyond exact numbers', iso87, [97, `D${'9'.repeat(16)}`]],
] as const)('%s are no totals', (_what, dialect, [field, value]) => {
  expect(() => told(new Map<number, string | Uint8Array>([[field, value]]), dialect)).toThrow(NoTotals)
})

test('an amount beyond exact numbers is no total', () => {
  const fields = new Map([
    [76, '0000000001'],
    [88, '9'.repeat(16)],
  ])
  expect(() => told(fields)).toThrow(NoTotals)
})
