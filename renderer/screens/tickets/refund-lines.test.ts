import { expect, test } from 'vitest'
import type { TicketLine } from '#shared/cart/ticket.ts'
import type { TicketDetail } from '#shared/contract/contract.ts'
import { dirham } from '#shared/money/amount.ts'
import { givenBack, refundLines } from './refund-lines.ts'

const line = (quantity: number, agreedMinor: number | null) =>
  ({
    quantity,
    posted: dirham(18_000),
    agreed: agreedMinor === null ? null : { unit: dirham(agreedMinor), reason: 'x', manager: null },
  }) as TicketLine
const detail = (kind: 'sale' | 'refund', refunded: TicketDetail['refunded']) =>
  ({ ticket: { kind, lines: [line(3, null), line(1, 15_000)] }, refunded }) as unknown as TicketDetail

test('what is left of a line is what was sold less what was given back', () => {
  expect(refundLines(detail('sale', { 1: 2 })).map(({ position, left }) => [position, left])).toEqual([
    [1, 1],
    [2, 1],
  ])
})

test('a refund gives nothing back', () => {
  expect(refundLines(detail('refund', {}))).toEqual([])
})

test('the agreed price is what goes back', () => {
  const [first, second] = refundLines(detail('sale', {}))
  expect(first && givenBack(first, 2)).toBe(36_000)
  expect(second && givenBack(second, 1)).toBe(15_000)
})
