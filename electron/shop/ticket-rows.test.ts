import { expect, test } from 'vitest'
import type { Sku, TillId } from '#shared/kernel/ids.ts'
import type { OnlineOrderId } from '#shared/marketplace/order.ts'
import { dirham } from '#shared/money/amount.ts'
import { takenOrder } from '#test/models/checkout/fixtures.ts'
import { openCounter } from '#test/models/checkout/shop.ts'
import { meaningOf } from './ticket-rows.ts'

test('the way of an online order is a line of its ticket and moves no stock of the shop', () => {
  const counter = openCounter()
  const id = 'o1' as OnlineOrderId
  const line = { sku: 'SOAP' as Sku, name: 'Soap', units: 2, price: dirham(1000) }
  const order = takenOrder(id, [line], { shipping: dirham(3500) })
  counter.hear({ kind: 'onlineOrderTaken', order, state: 'paid' })
  counter.command({ type: 'sellOnlineOrder', order: id, move: { to: 'handedOver' } })
  const sold = counter.facts.flatMap((fact) => (fact.kind === 'saleCompleted' ? [fact] : []))
  const at = { utcMs: 1_790_000_000_000, offsetMinutes: 60 }
  const { lines, moves, tenders } = meaningOf(
    'till-1' as TillId,
    sold.map((fact) => ({ seq: 9, at, fact }) as never),
  )
  expect(lines.map(({ sku, gross }) => [sku, gross])).toEqual([
    ['SOAP', 2000],
    ['@shipping', 3500],
  ])
  expect(moves.map(({ sku, delta }) => [sku, delta])).toEqual([['SOAP', -2]])
  expect(tenders).toEqual([{ number: 1, part: 1, kind: 'online', amount: 5500 }])
})
