import { describe, expect, test } from 'vitest'
import { newCall, valueIn } from './marketplace-rig.ts'
import { walkOrders, walkSituations } from './marketplace-walks.contract.ts'
import { stage } from './woocommerce-stage.ts'

describe('orders', () => {
  walkSituations(async () => {
    const { rig, shop, market, piece } = await stage({}, 500)
    return {
      market,
      open: (line) => rig.open(line),
      buy: (paid) => String(shop.buy({ sku: piece.sku, paid })?.id),
      pay: (id) => shop.pay(Number(id)),
      wait: (ms) => rig.wait(ms),
    }
  }, 100)

  test('more in one second than fit on a page', async () => {
    const { shop, market, piece } = await stage({}, 500)
    const { cursor } = valueIn(await market.ordersSince(null, newCall()))
    const ids = Array.from({ length: 220 }, () => String(shop.buy({ sku: piece.sku })?.id))
    const seen = await walkOrders(market, cursor)
    expect([...seen].sort()).toEqual(ids.sort())
  })

  test('in a currency that the till does not count in', async () => {
    const { shop, market, piece } = await stage({}, 2)
    const { cursor } = valueIn(await market.ordersSince(null, newCall()))
    shop.buy({ sku: piece.sku, currency: 'JPY' })
    const order = shop.buy({ sku: piece.sku })
    const { orders, odd } = valueIn(await market.ordersSince(cursor, newCall()))
    expect(odd).toMatchObject([{ code: 'otherCurrency', text: 'JPY' }])
    expect(orders.map(({ id }) => id)).toEqual([String(order?.id)])
  })

  test('a way of paying that gives nothing back by itself is said to the owner', async () => {
    const { shop, market, piece } = await stage()
    const id = String(shop.buy({ sku: piece.sku, canGiveBack: false })?.id)
    expect(await market.cancelAndRefund(id, 'vendu', newCall())).toMatchObject({
      code: 'refused',
      text: expect.stringContaining('does not support automatic refunds'),
    })
  })

  test('what was given up is not sent', async () => {
    const { shop, market, piece } = await stage()
    const order = shop.buy({ sku: piece.sku })
    shop.cancel(order?.id ?? 0)
    expect(await market.moveOrder(String(order?.id), { to: 'handedOver' }, newCall())).toMatchObject({
      code: 'refused',
    })
  })
})
