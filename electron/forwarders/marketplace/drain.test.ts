import { expect, test } from 'vitest'
import type { CatalogueItem } from '#shared/catalogue/item.ts'
import type { Forward } from '#shared/checkout/effect.ts'
import type { Fact } from '#shared/checkout/fact.ts'
import { demoItem } from '#test/harness/made-up-shop.ts'
import { marketStage } from '#test/harness/market-stage.ts'

const skus = 500
const messages = 10_000
const batch = 100

/** Items with a count, and no piece among them. */
const items: readonly CatalogueItem[] = Array.from({ length: skus }, (_, n) => ({
  ...demoItem(n + Math.floor(n / 4)),
  unique: false,
  stock: 50,
}))

test('a day offline, 10,000 changes of 500 items: five calls, and nothing is left', async () => {
  const { ledger, market, clock, settle } = marketStage({ items, capabilities: { batch } })
  for (let round = 1; round <= messages / skus; round += 1) {
    const counts = items.map(({ sku }, n) => ({ sku, count: (n + round * 7) % 60 }))
    const taken: Fact = { kind: 'shopStockTaken', counts, sold: [], back: [] }
    const forwards = counts.map(
      ({ sku }): Forward => ({
        destination: 'marketplace',
        key: `stock:${round}:${sku}`,
        body: { type: 'stockDiffers', sku },
      }),
    )
    ledger.append([taken], 'till', clock.now(), forwards)
  }
  expect(ledger.outboxCounts().waiting).toBe(messages)
  await settle()
  expect(ledger.outboxCounts().waiting).toBe(0)
  expect(market.calls.map(({ name }) => name)).toEqual(Array(skus / batch).fill('setStocks'))
  const last = (messages / skus) * 7
  expect(items.map(({ sku }) => market.countOf(sku))).toEqual(items.map((_, n) => (n + last) % 60))
})

test('cut off in the middle, what was told is not told again', async () => {
  let calls = 0
  const { desk, ledger, market, settle, timers } = marketStage({
    items: items.slice(0, 40),
    capabilities: { batch: 10 },
    fate: () => (++calls === 3 ? 'noNetwork' : 'ok'),
  })
  for (const item of items.slice(0, 40)) desk.sell([item])
  await settle()
  expect(ledger.outboxCounts().waiting).toBe(21)
  await timers.advance(10_000)
  expect(ledger.outboxCounts().waiting).toBe(0)
  expect(market.calls).toHaveLength(5)
})
