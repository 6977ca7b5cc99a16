import { expect, test } from 'vitest'
import { randomIds } from '#electron/platform/ids.ts'
import { onlineLines } from '#shared/cart/online-lines.ts'
import type { Sku } from '#shared/kernel/ids.ts'
import type { OnlineOrderId, TakenOrder } from '#shared/marketplace/order.ts'
import { dirham } from '#shared/money/amount.ts'
import { stoppedClock, testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { item, takenOrder } from '#test/models/checkout/fixtures.ts'
import { plate, rug, soap } from '#test/models/checkout/shop.ts'
import { orderToSell } from './order-to-sell.ts'

const id = 'o1' as OnlineOrderId
const line = (sku: string | null) => ({ sku: sku as Sku | null, name: 'x', units: 1, price: dirham(100) })

function ledgerWith(order: TakenOrder, state: 'placed' | 'paid' = 'paid') {
  const ledger = testLedger(testFolder())
  const append = (...facts: Parameters<typeof ledger.append>[0]) =>
    ledger.append(facts, 'till', stoppedClock.now())
  append(
    { kind: 'catalogueLoaded', items: [rug, plate, { ...soap, barcodes: ['611'] }, item('LAMP', 5)] },
    { kind: 'marketplaceConnected', connection: 'c1', platform: 'vendure', shop: 'Dar Zellij' },
    { kind: 'onlineOrderTaken', order, state },
  )
  return { ledger, append, found: () => orderToSell(ledger, randomIds, id) }
}

test('an order comes with the items of its lines as they are now, and an id for each line and the way', () => {
  const order = takenOrder(id, [line('RUG'), line(null), line('GONE'), line('611')])
  const found = ledgerWith(order).found()
  expect(found?.order).toEqual(order)
  expect(found).toMatchObject({ stage: 'open', hasTask: false, paid: true })
  expect(found?.items.map((each) => each?.sku ?? null)).toEqual(['RUG', null, null, null])
  expect(new Set(found?.lineIds).size).toBe(5)
  expect(found?.sold).toEqual(new Set())
})

test('an order that nobody told of is none', () => {
  const { ledger } = ledgerWith(takenOrder(id, [line('RUG')]))
  expect(orderToSell(ledger, randomIds, 'o2' as OnlineOrderId)).toBeNull()
})

test('what the platform says of it on its way keeps it paid; not paid yet it is not', () => {
  const { append, found } = ledgerWith(takenOrder(id, [line('SOAP')]), 'placed')
  expect(found()?.paid).toBe(false)
  append({ kind: 'onlineOrderMoved', order: id, state: 'shipped' })
  expect(found()).toMatchObject({ paid: true, stage: 'open' })
})

test('a piece that another till sold is sold, and an order that lost it has a task', () => {
  const { append, found } = ledgerWith(takenOrder(id, [line('RUG')]))
  const ticket = { till: 'till-2', number: 7 } as never
  append({ kind: 'shopStockTaken', counts: [], sold: [{ sku: rug.sku, ticket, ours: null }], back: [] })
  expect(found()?.sold).toEqual(new Set(['RUG']))
  append({ kind: 'onlineOrderLost', order: id, lost: [{ sku: rug.sku, to: { kind: 'ticket', ticket } }] })
  expect(found()?.hasTask).toBe(true)
})

test('what is agreed with an owner when the goods leave is on the line, as at the counter', () => {
  const { append, found } = ledgerWith(takenOrder(id, [line('PLATE'), line('LAMP')]))
  const plain = { owner: 'coop', sharePpm: 333_000 }
  expect(found()?.items.map((each) => each?.owner)).toEqual([plain, null])
  const rule = { kind: 'fixed', perUnit: dirham(60) } as const
  const bare = { phone: '', account: '', registration: '', village: '', craft: '' }
  const coop = { ...bare, owner: 'coop', name: 'Coop', nameAr: '', language: 'ar', role: 'agent' } as const
  append({ kind: 'ownersChanged', owners: [{ ...coop, share: rule }] })
  const order = found()
  if (order === null) throw new Error('no order')
  expect(onlineLines(order.order, order.items, order.lineIds).map(({ owner }) => owner)).toEqual([
    { ...plain, rule, role: 'agent' },
    null,
  ])
})
