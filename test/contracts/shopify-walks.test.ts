import { expect, test } from 'vitest'
import { orderBent } from './bent-answers.ts'
import { newCall, valueIn } from './marketplace-rig.ts'
import { numberOf, stage } from './shopify-stage.ts'

test('a walk through many orders, some of which move meanwhile, misses none', async () => {
  const { rig, shop, market, piece } = await stage({}, 100)
  const { cursor } = valueIn(await market.ordersSince(null, newCall()))
  const orders = Array.from({ length: 45 }, () => {
    rig.wait(400)
    return shop.buy({ sku: piece.sku, paid: false })
  })
  const seen = new Set<string>()
  let at = cursor
  for (let more = true, turn = 0; more; turn += 1) {
    const page = valueIn(await market.ordersSince(at, newCall()))
    for (const { id } of page.orders) seen.add(id)
    rig.wait(400)
    const moved = orders[turn]
    if (turn < 3 && moved) shop.pay(moved)
    at = page.cursor
    more = page.more
    expect(turn).toBeLessThan(20)
  }
  expect(orders.filter((order) => !seen.has(numberOf(order)))).toEqual([])
})

test('a walk that pauses for a day between its pages finds what was seen late', async () => {
  const { rig, shop, market, piece } = await stage({}, 100)
  const { cursor } = valueIn(await market.ordersSince(null, newCall()))
  const buy = (): string => {
    rig.wait(400)
    return numberOf(shop.buy({ sku: piece.sku }))
  }
  const orders = Array.from({ length: 15 }, buy)
  const late = orders[4] ?? ''
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
