import { expect, test } from 'vitest'
import { item } from '#test/models/checkout/fixtures.ts'
import { dirham, zero } from '../money/amount.ts'
import { taxInForce } from '../tax/tax-in-force.ts'
import { issueRefundTicket, issueSaleTicket, type TicketHead } from './issue-ticket.ts'
import type { CartLine } from './line.ts'
import { lineOf, lineToAddTo } from './scan.ts'
import type { Tender } from './ticket.ts'
import { cartTotal, priceLine } from './totals.ts'

const rug = item('RUG', 450_000, { vat: 'exempt', owner: { owner: 'coop', sharePpm: 700_000 } })
const plate = item('PLATE', 12_602, { vat: '10', owner: { owner: 'coop', sharePpm: 333_000 } })

const line = (of: typeof rug, quantity: number, agreed: number | null = null): CartLine => ({
  ...lineOf(of, `line-${of.sku}-${agreed}` as never, quantity),
  agreed: agreed === null ? null : { unit: dirham(agreed), reason: 'souk', manager: null },
})

const head: TicketHead = {
  number: 1 as never,
  saleId: 'sale' as never,
  shiftId: 'shift' as never,
  businessDay: '2026-11-23',
  cashier: 'amina',
  language: 'fr',
}

const tax = taxInForce(undefined, head.businessDay)

const cash = (minor: number): Tender => ({
  kind: 'cash',
  tenderId: 'tender' as never,
  amount: dirham(minor),
  given: dirham(minor),
  change: zero,
})

test('a line is worth its agreed price, and says what bargaining cost', () => {
  expect(priceLine(line(plate, 3))).toMatchObject({ gross: 37_806, discount: 0, ownerDue: 12_589 })
  expect(priceLine(line(plate, 3, 10_001))).toMatchObject({ gross: 30_003, discount: 7803, ownerDue: 9991 })
  expect(priceLine(line(plate, 3, 12_602))).toMatchObject({ gross: 37_806, discount: 0 })
  expect(cartTotal([line(plate, 3), line(rug, 1, 380_000)])).toBe(417_806)
})

test('a scan adds to the line whose price nobody agreed, even the same price', () => {
  const agreed = line(plate, 1, 12_602)
  const free = line(plate, 2)
  expect(lineToAddTo([agreed], 'PLATE')).toBeNull()
  expect(lineToAddTo([agreed, free], 'PLATE')).toBe(free)
  expect(lineToAddTo([agreed, free], 'RUG')).toBeNull()
})

test('a sale ticket sums its lines', () => {
  const ticket = issueSaleTicket(
    head,
    {
      lines: [line(rug, 1, 380_000), line(plate, 2)],
      tenders: [cash(405_200)],
      rounding: dirham(-4),
      duty: zero,
    },
    tax,
  )
  expect(ticket).toMatchObject({ kind: 'sale', gross: 405_204, discounts: 70_000, refundOf: null })
  expect(ticket.vat.map((rate) => [rate.vatClass, rate.gross, rate.vat])).toEqual([
    ['10', 25_204, 2291],
    ['exempt', 380_000, 0],
  ])
})

test('a ticket that does not add up is never made', () => {
  const lines = [line(plate, 1)]
  expect(() =>
    issueSaleTicket(head, { lines, tenders: [cash(12_600)], rounding: zero, duty: zero }, tax),
  ).toThrow('12602')
})

test('a refund gives back the agreed price of the units returned, at their own share', () => {
  const lines = [line(rug, 1, 380_000), line(plate, 3, 10_001)]
  const sale = issueSaleTicket(head, { lines, tenders: [cash(410_003)], rounding: zero, duty: zero }, tax)
  const back = [{ position: 2, quantity: 2 }]
  const sold = { ticket: sale, refunded: new Map() }
  const refund = issueRefundTicket({ ...head, number: 2 as never }, sold, back, cash(20_002))
  expect(refund).toMatchObject({
    kind: 'refund',
    gross: 20_002,
    discounts: 5202,
    refundOf: { number: 1, lines: [2] },
  })
  expect(refund.lines[0]).toMatchObject({ quantity: 2, gross: 20_002, ownerDue: 6661 })
  expect(() => issueRefundTicket(head, sold, [{ position: 3, quantity: 1 }], cash(0))).toThrow(RangeError)
})

test('whatever parts a line comes back in, its owner gives back what the line was due, to the centime', () => {
  const sale = issueSaleTicket(
    head,
    {
      lines: [line(plate, 3, 10_001)],
      tenders: [cash(30_003)],
      rounding: zero,
      duty: zero,
    },
    tax,
  )
  const parts = [0, 1, 2].map((before) =>
    issueRefundTicket(
      head,
      { ticket: sale, refunded: new Map([[1, before]]) },
      [{ position: 1, quantity: 1 }],
      cash(10_001),
    ),
  )
  // Each rounded by itself, they would come to 9990.
  expect(parts.map((part) => part.lines[0]?.ownerDue)).toEqual([3330, 3331, 3330])
  expect(sale.lines[0]?.ownerDue).toBe(9991)
})
