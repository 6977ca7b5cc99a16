import { describe, expect, test } from 'vitest'
import { orderBent } from './bent-answers.ts'
import { newCall, valueIn } from './marketplace-rig.ts'
import { stage } from './woocommerce-stage.ts'

describe('orders', () => {
  test('a walk through many, some of which move meanwhile, misses none', async () => {
    const { rig, shop, market, piece } = await stage({}, 500)
    const { cursor } = valueIn(await market.ordersSince(null, newCall()))
    const ids = Array.from({ length: 230 }, () => {
      rig.wait(400)
      return shop.buy({ sku: piece.sku, paid: false })?.id ?? 0
    })
    const seen = new Set<string>()
    let at = cursor
    for (let more = true, turn = 0; more; turn += 1) {
      const page = valueIn(await market.ordersSince(at, newCall()))
      for (const { id } of page.orders) seen.add(id)
      // The first of all moves to the end, and pulls the others forward.
      rig.wait(400)
      if (turn < 3) shop.pay(ids[turn] ?? 0)
      at = page.cursor
      more = page.more
      expect(turn).toBeLessThan(20)
    }
    expect(ids.filter((id) => !seen.has(String(id)))).toEqual([])
  })

  test('a walk that pauses for a day between its pages finds what was seen late', async () => {
    const { rig, shop, market, piece } = await stage({}, 500)
    const { cursor } = valueIn(await market.ordersSince(null, newCall()))
    const buy = (): string => {
      rig.wait(400)
      return String(shop.buy({ sku: piece.sku })?.id)
    }
    const orders = Array.from({ length: 130 }, buy)
    const late = orders[40] ?? ''
    const first = valueIn(await rig.open(orderBent(late, () => null)).ordersSince(cursor, newCall()))
    expect(first.more).toBe(true)
    rig.wait(86_400_000)
    orders.push(buy())
    const seen = new Set(first.orders.map(({ id }) => id))
    let at = first.cursor
    for (let walks = 0; walks < 2; ) {
      const page = valueIn(await market.ordersSince(at, newCall()))
      for (const { id } of page.orders) seen.add(id)
      at = page.cursor
      if (!page.more) walks += 1
    }
    expect(orders.filter((id) => !seen.has(id))).toEqual([])
  })

  test('more in one second than fit on a page', async () => {
    const { shop, market, piece } = await stage({}, 500)
    const { cursor } = valueIn(await market.ordersSince(null, newCall()))
    const ids = Array.from({ length: 220 }, () => String(shop.buy({ sku: piece.sku })?.id))
    const seen = new Set<string>()
    let at = cursor
    for (let more = true; more; ) {
      const page = valueIn(await market.ordersSince(at, newCall()))
      for (const { id } of page.orders) seen.add(id)
      at = page.cursor
      more = page.more
    }
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
