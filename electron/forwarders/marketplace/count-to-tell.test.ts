import { expect, test } from 'vitest'
import { MarketDouble } from '#test/harness/market-double.ts'
import { marketStage, pieces } from '#test/harness/market-stage.ts'
import { countToTell, unitsApart } from './count-to-tell.ts'

test.each(['onHand', 'available'] as const)(
  'what somebody sent off on the platform itself is told as gone, though its ticket is not made yet: %s',
  (counts) => {
    const { ledger, desk, timers } = marketStage()
    const sku = pieces[0]?.sku
    if (sku === undefined) throw new Error('a piece')
    const market = new MarketDouble({ timers, capabilities: { counts } })
    const connected = { connection: 'connection-1', market }
    const count = (): number =>
      countToTell(ledger, connected, sku, unitsApart(ledger, ledger.outbox.waiting('marketplace', 10)))
    expect(count()).toBe(1)
    const order = desk.take([sku])
    expect(count()).toBe(counts === 'onHand' ? 1 : 0)
    desk.say({ kind: 'onlineOrderMoved', order, state: 'shipped' })
    expect(count()).toBe(0)
    expect(ledger.stockOf(sku)).toBe(1)
    // Its ticket here is no news to the platform, though a message says so.
    desk.sellOrder(order)
    expect(count()).toBe(0)
    expect(ledger.stockOf(sku)).toBe(0)
  },
)
