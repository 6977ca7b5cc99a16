import { expect, test } from 'vitest'
import { MarketDouble } from '#test/harness/market-double.ts'
import { marketStage, pieces } from '#test/harness/market-stage.ts'
import { countToTell } from './count-to-tell.ts'

const nothing = new Map<string, number>()

test.each(['onHand', 'available'] as const)(
  'what somebody sent off on the platform itself is told as gone, though its ticket is not made yet: %s',
  (counts) => {
    const { ledger, desk, timers } = marketStage()
    const sku = pieces[0]?.sku
    if (sku === undefined) throw new Error('a piece')
    const market = new MarketDouble({ timers, capabilities: { counts } })
    const connected = { connection: 'connection-1', market }
    expect(countToTell(ledger, connected, sku, nothing)).toBe(1)
    const order = desk.take([sku])
    expect(countToTell(ledger, connected, sku, nothing)).toBe(counts === 'onHand' ? 1 : 0)
    desk.say({ kind: 'onlineOrderMoved', order, state: 'shipped' })
    expect(countToTell(ledger, connected, sku, nothing)).toBe(0)
    expect(ledger.stockOf(sku)).toBe(1)
  },
)
