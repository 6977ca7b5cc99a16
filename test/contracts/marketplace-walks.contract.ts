import { expect, test } from 'vitest'
import type { Marketplace } from '#drivers/marketplaces/marketplace.ts'
import type { Web } from '#drivers/marketplaces/web.ts'
import { orderBent } from './bent-answers.ts'
import { newCall, valueIn } from './marketplace-rig.ts'

/** A shop with more of one piece than anybody buys, and buyers who come when they are told to. */
export interface WalkStage {
  readonly market: Marketplace
  open(line: (web: Web) => Web): Marketplace
  /** @returns the order’s id, as the till knows it */
  buy(paid: boolean): string
  pay(id: string): void
  wait(ms: number): void
}

/** Ids of all that is told from `cursor` on until so many walks have come to their end. @param between after each page */
export async function walkOrders(
  market: Marketplace,
  cursor: string,
  { walks = 1, between = (_page: number): void => undefined } = {},
): Promise<ReadonlySet<string>> {
  const seen = new Set<string>()
  let at = cursor
  for (let left = walks, pages = 0; left > 0; pages += 1) {
    const page = valueIn(await market.ordersSince(at, newCall()))
    for (const { id } of page.orders) seen.add(id)
    between(pages)
    at = page.cursor
    if (!page.more) left -= 1
    expect(pages).toBeLessThan(30)
  }
  return seen
}

/** Walks over more orders than a page has, on platforms that tell of them by the instant they moved. */
export function walkSituations(stage: () => Promise<WalkStage>, ordersOfAPage: number): void {
  const everyMs = 400

  test('a walk through many orders, some of which move meanwhile, misses none', async () => {
    const { market, buy, pay, wait } = await stage()
    const { cursor } = valueIn(await market.ordersSince(null, newCall()))
    const orders = Array.from({ length: Math.floor(ordersOfAPage * 2.3) }, () => {
      wait(everyMs)
      return buy(false)
    })
    const seen = await walkOrders(market, cursor, {
      between(page) {
        wait(everyMs)
        // The first of all moves to the end, and pulls the others forward.
        if (page < 3) pay(orders[page] ?? '')
      },
    })
    expect(orders.filter((id) => !seen.has(id))).toEqual([])
  })

  test('a walk that pauses for a day between its pages finds what was seen late', async () => {
    const { market, open, buy, wait } = await stage()
    const { cursor } = valueIn(await market.ordersSince(null, newCall()))
    const orders = Array.from({ length: Math.floor(ordersOfAPage * 1.3) }, () => {
      wait(everyMs)
      return buy(true)
    })
    const late = orders[Math.floor(ordersOfAPage * 0.4)] ?? ''
    const first = valueIn(await open(orderBent(late, () => null)).ordersSince(cursor, newCall()))
    expect(first.more).toBe(true)
    wait(86_400_000)
    orders.push(buy(true))
    const seen = await walkOrders(market, first.cursor, { walks: 2 })
    const told = new Set([...first.orders.map(({ id }) => id), ...seen])
    expect(orders.filter((id) => !told.has(id))).toEqual([])
  })
}
