import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dirham } from '#shared/money/amount.ts'
import { dayTotals, totalsOnSlip } from './day-totals.ts'

const head = ['NAPS', '--------------------------------', 'N° Terminal : 00000001', 'TELECOLLECTE']
const counted = (count: number, minor: number) => ({ count, amount: dirham(minor) })
const told = (sales: unknown, saleReversals: unknown, net: number | null) => ({
  groups: { sales, saleReversals, refunds: null, refundReversals: null },
  net,
})

test('sales, voids and a sum that leaves the voids out: the sales hold them', () => {
  const slip = [...head, 'Ventes : 3', 'Montant : 1 250,00 MAD', 'Annulations : 1', 'Montant : 50,00 MAD']
  expect(totalsOnSlip([...slip, 'Total : 1 200,00 MAD'])).toEqual(
    told(counted(3, 125_000), counted(1, 5_000), 120_000),
  )
})

test('a sum that is the sales: the voids stand beside them', () => {
  const slip = ['VENTES: 0002', 'MONTANT: 1200.00', 'ANNULATIONS: 0001', 'MONTANT: 50.00', 'TOTAL: 1200.00']
  expect(totalsOnSlip(slip)).toEqual(told(counted(3, 125_000), counted(1, 5_000), 120_000))
})

test('without voids there is nothing to be read in two', () => {
  const sales = ['Ventes : 2', 'Montant : 12,00 DH']
  const none = ['Annulations : 0', 'Montant : 0,00 DH']
  expect(totalsOnSlip([...sales, ...none])).toEqual(told(counted(2, 1_200), counted(0, 0), 1_200))
  expect(totalsOnSlip(sales)).toEqual(told(counted(2, 1_200), null, null))
  expect(totalsOnSlip([...sales, 'Total : 12,00'])).toEqual(told(counted(2, 1_200), null, 1_200))
})

test('with voids and no sum only the voids are told', () => {
  const slip = ['Ventes : 2', 'Montant : 12,00', 'Annulations : 1', 'Montant : 5,00']
  expect(totalsOnSlip(slip)).toEqual(told(null, counted(1, 500), null))
})

test.each([
  ['nothing', head],
  // tkpay-naps-emulator: is the first a count or an amount, and whose is the last?
  [
    'the slip of a published emulator',
    ['VENTES:     0000000', 'ANNULATIONS:       0', 'MONTANT:   0.00 MAD'],
  ],
  ['a sum of something else', ['Ventes : 2', 'Montant : 12,00', 'Total : 13,00']],
  ['two sums', ['Ventes : 2', 'Montant : 12,00', 'Total : 12,00', 'Total : 12,00']],
  ['a group named twice', ['Ventes : 2', 'Montant : 12,00', 'Ventes : 1', 'Montant : 3,00']],
  ['a group that is not known', ['Ventes : 2', 'Montant : 12,00', 'Avoirs : 1', 'Montant : 3,00']],
  ['euros', ['Ventes : 2', 'Montant : 12,00 EUR']],
  ['centimes, or dirhams', ['Ventes : 2', 'Montant : 1200']],
  ['none that come to something', ['Ventes : 0', 'Montant : 12,00']],
  ['some that come to nothing', ['Ventes : 3', 'Montant : 0,00']],
  ['an amount somewhere below', ['Ventes : 2', '', 'Montant : 12,00']],
  [
    'more undone than sold',
    ['Ventes : 1', 'Montant : 1,00', 'Annulations : 1', 'Montant : 5,00', 'Total : -4,00'],
  ],
])('%s tells nothing', (_what, slip) => {
  expect(totalsOnSlip(slip)).toBeNull()
})

/** As a terminal sends it (guide v1.1 §4.1). */
const paper = (lines: readonly string[]): string =>
  lines
    .map((text, at) => {
      const number = String(at + 1).padStart(2, '0')
      return `030002${number}031001S032001G033${String(text.length).padStart(3, '0')}${text}`
    })
    .join('*')
const answer = (receipt: string, truncated = false) =>
  dayTotals({ type: '110', fields: new Map([['010', receipt]]), truncated })

const day = ['Ventes : 2', 'Montant : 12,00', 'Annulations : 1', 'Montant : 5,00', 'Total : 7,00']
const whole = told(counted(2, 1_200), counted(1, 500), 700)

test('a slip is read strictly by its lengths', () => {
  expect(answer(paper(day))).toEqual(whole)
  expect(answer(paper(day), true)).toBeNull()
  expect(answer('Ventes : 2*Montant : 12,00*Total : 12,00')).toBeNull()
  expect(dayTotals({ type: '110', fields: new Map(), truncated: false })).toBeNull()
})

test('a slip that lost anything tells the truth or less', () => {
  const receipt = paper(day)
  fc.assert(
    fc.property(fc.nat(receipt.length), fc.integer({ min: 1, max: 40 }), (from, length) => {
      const found = answer(receipt.slice(0, from) + receipt.slice(from + length))
      if (found === null) return
      const { sales, saleReversals } = found.groups
      expect([whole.groups.sales, null]).toContainEqual(sales)
      expect([whole.groups.saleReversals, null]).toContainEqual(saleReversals)
      expect([whole.net, null]).toContainEqual(found.net)
    }),
    { numRuns: 2_000 },
  )
})
