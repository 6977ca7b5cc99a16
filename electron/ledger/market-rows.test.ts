import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import type { SaleId, Sku } from '#shared/kernel/ids.ts'
import { stoppedClock, testFolder, testLedger } from '#test/harness/ledger-folder.ts'
import { marketDesk, onlineBuyer, takenOrder, uniqueItem } from '#test/harness/ledger-market.ts'
import { ledgerPath } from './open.ts'
import { verifyLedger } from './verify/verify.ts'

const at = stoppedClock.now()
const rug = uniqueItem(0)
const hold = { key: 'hold-1', connection: 'c', sku: rug.sku, saleId: 'sale-1' as SaleId }

test('a cursor is of one connection, and is where it was left', () => {
  const folder = testFolder()
  const ledger = testLedger(folder)
  expect(ledger.market.ordersCursor('c')).toBeNull()
  ledger.market.keepOrdersCursor('c', 'one')
  ledger.market.keepOrdersCursor('c', 'two')
  ledger.market.keepShopCursor('c', 'of the shop')
  ledger.close()
  const again = testLedger(folder).market
  expect(again.ordersCursor('c')).toBe('two')
  expect(again.ordersCursor('other')).toBeNull()
  expect(again.shopCursor('c')).toBe('of the shop')
  expect(again.shopCursor('other')).toBeNull()
})

test('what was told last is known of each item on each connection', () => {
  const { market } = testLedger()
  const lamp = 'LAMP' as Sku
  market.keepTold('c', [
    { sku: rug.sku, count: 1, version: 4, at },
    { sku: lamp, count: 9, version: 4, at },
  ])
  const later = { ...at, utcMs: at.utcMs + 1 }
  market.keepTold('c', [{ sku: rug.sku, count: 0, version: 7, at: later }])
  expect(market.told('c', rug.sku)).toEqual({ count: 0, version: 7, at: later })
  expect(market.told('c', lamp)).toEqual({ count: 9, version: 4, at })
  expect(market.told('other', rug.sku)).toBeNull()
})

test('a hold is there from before it is asked for until it is let go', () => {
  const folder = testFolder()
  const ledger = testLedger(folder)
  ledger.market.beginHold(hold)
  ledger.market.beginHold({ ...hold, saleId: 'sale-2' as SaleId })
  expect(ledger.market.holds()).toEqual([{ ...hold, id: null }])
  ledger.market.held(hold.key, 'r-77')
  ledger.market.beginHold(hold)
  ledger.market.beginHold({ ...hold, key: 'hold-2' })
  ledger.close()
  const again = testLedger(folder).market
  expect(again.holds()).toEqual([
    { ...hold, id: 'r-77' },
    { ...hold, key: 'hold-2', id: null },
  ])
  again.endHold(hold.key)
  again.endHold(hold.key)
  expect(again.holds().map(({ key }) => key)).toEqual(['hold-2'])
  expect(() => again.held(hold.key, 'r-78')).toThrow('there is no hold')
})

test('a buyer who is forgotten is nowhere on the disk, and the ledger is whole without them', () => {
  const folder = testFolder()
  const ledger = testLedger(folder)
  const desk = marketDesk(ledger)
  desk.connect()
  const order = takenOrder('1', [{ sku: null, units: 1 }])
  const buyer = { ...onlineBuyer, name: 'Mademoiselle Introuvable' }
  const other = desk.take([null])
  ledger.append([{ kind: 'onlineOrderTaken', order, state: 'paid' }], 'till', at, [], {
    buyers: [{ order: order.id, buyer }],
  })
  const onDisk = (): string =>
    ['', '-wal'].map((suffix) => readFileSync(ledgerPath(folder) + suffix, 'latin1')).join('')
  expect(onDisk()).toContain(buyer.name)
  const forget = (): unknown =>
    ledger.append([{ kind: 'buyerForgotten', order: order.id }], 'hassan', at, [], {
      buyersForgotten: [order.id],
    })
  forget()
  expect(onDisk()).not.toContain(buyer.name)
  expect(ledger.buyerOf(order.id)).toBeNull()
  expect(ledger.buyerOf(other)).toEqual(onlineBuyer)
  expect(forget).toThrow('forgotten already')
  expect(verifyLedger(folder).problems).toEqual([])
})

test('a buyer of no order is not kept, and nothing else of that transaction is', () => {
  const ledger = testLedger()
  const head = ledger.head()
  const order = takenOrder('1', []).id
  const people = { kind: 'peopleChanged', people: [] } as const
  expect(() => ledger.append([people], 'till', at, [], { buyers: [{ order, buyer: onlineBuyer }] })).toThrow(
    'there is no order 1',
  )
  expect(ledger.head()).toEqual(head)
})

/** Says each number once all of its rows are kept. */
const keeper = (folder: string): string => `
  import { openLedger } from '#electron/ledger/open.ts'
  import { onlineBuyer, takenOrder } from '#test/harness/ledger-market.ts'
  const at = { utcMs: 0, offsetMinutes: 60 }
  const ledger = openLedger({ folder: ${JSON.stringify(folder)}, clock: { now: () => at }, create: true })
  ledger.append([{ kind: 'marketplaceConnected', connection: 'c', platform: 'medusa', shop: 's' }], 'till', at)
  for (let n = 1; ; n++) {
    const order = takenOrder(String(n), [])
    const buyers = [{ order: order.id, buyer: onlineBuyer }]
    ledger.append([{ kind: 'onlineOrderTaken', order, state: 'paid' }], 'till', at, [], { buyers })
    ledger.market.keepOrdersCursor('c', String(n))
    ledger.market.keepTold('c', [{ sku: 'RUG', count: n, version: n, at }])
    ledger.market.beginHold({ key: 'hold-' + n, connection: 'c', sku: 'RUG', saleId: 's' })
    ledger.market.held('hold-' + n, String(n))
    console.log(n)
  }`

test('a till killed at any moment has kept all that it said it kept, and no cursor ahead of its orders', async () => {
  const folder = testFolder()
  const till = spawn(process.execPath, ['--input-type=module-typescript', '-e', keeper(folder)])
  const gone = once(till, 'exit')
  let said = 0
  for await (const line of createInterface({ input: till.stdout })) {
    said = Number(line)
    if (said >= 25 && !till.killed) till.kill('SIGKILL')
  }
  await gone
  expect(said).toBeGreaterThanOrEqual(25)
  const ledger = testLedger(folder)
  const orders = ledger.openOnlineOrders().map(({ order }) => Number(order.id))
  const cursor = Number(ledger.market.ordersCursor('c'))
  expect(cursor).toBeGreaterThanOrEqual(said)
  expect(orders.length).toBeGreaterThanOrEqual(cursor)
  for (const n of orders) expect(ledger.buyerOf(takenOrder(String(n), []).id)).toEqual(onlineBuyer)
  expect(ledger.market.told('c', 'RUG' as Sku)?.count).toBeGreaterThanOrEqual(said)
  expect(ledger.market.holds().filter(({ id }) => id !== null).length).toBeGreaterThanOrEqual(said)
  expect(verifyLedger(folder).problems).toEqual([])
}, 60_000)
