import { onTestFinished } from 'vitest'
import type { Timers } from '#drivers/transport/timers.ts'
import { MarketplaceForwarder } from '#electron/forwarders/marketplace/marketplace-forwarder.ts'
import { OneWriter } from '#electron/forwarders/marketplace/one-writer.ts'
import { OutboxPump } from '#electron/forwarders/outbox-pump.ts'
import { itemSha256 } from '#electron/ledger/item-sha256.ts'
import type { Ledger } from '#electron/ledger/write-ledger.ts'
import { openClaims } from '#electron/marketplace/claims.ts'
import { silentLog } from '#electron/platform/log.ts'
import type { ShopDatabase } from '#electron/shop/shop-database.ts'
import type { CatalogueItem } from '#shared/catalogue/item.ts'
import type { Forward } from '#shared/checkout/effect.ts'
import type { Fact } from '#shared/checkout/fact.ts'
import type { Sku } from '#shared/kernel/ids.ts'
import type { OnlineOrderId } from '#shared/marketplace/order.ts'
import { seeded } from '../crash/seeded.ts'
import { JumpingClock } from './jumping-clock.ts'
import { testFolder, testLedger } from './ledger-folder.ts'
import { countedItem, type MarketDesk, marketDesk, uniqueItem } from './ledger-market.ts'
import { demoSettings } from './made-up-shop.ts'
import { type DoubleWanted, MarketDouble } from './market-double.ts'
import { refOf } from './platform-shelf.ts'
import { VirtualTimers } from './virtual-timers.ts'

export const pieces: readonly CatalogueItem[] = [0, 1, 2].map(uniqueItem)
export const countedItems: readonly CatalogueItem[] = [0, 1].map((n) => ({ ...countedItem(n), stock: 6 }))
export const skus: readonly Sku[] = [...pieces, ...countedItems].map(({ sku }) => sku)

export interface StageWanted extends Omit<DoubleWanted, 'timers'> {
  readonly seed?: number
  readonly shop?: () => ShopDatabase | null
  /** At most 1000; default: the pieces and counted items above. */
  readonly items?: readonly CatalogueItem[]
  readonly photographs?: (
    sku: Sku,
  ) => Promise<readonly { readonly name: string; readonly bytes: Uint8Array }[]>
}

/** A till with everything of it listed on a double, and told once. */
export function marketStage(wanted: StageWanted = {}) {
  const { seed = 7, items = [...pieces, ...countedItems] } = wanted
  const timers = new VirtualTimers()
  const clock = new JumpingClock(timers)
  const ledger = testLedger(testFolder())
  const market = new MarketDouble({ ...wanted, timers })
  const desk = marketDesk(ledger, clock.now())
  desk.say({ kind: 'shopConfigured', settings: demoSettings }, { kind: 'catalogueLoaded', items })
  desk.connect()
  desk.choose(items.map(({ sku }) => sku))
  desk.say(
    ...items.map((item): Fact => {
      const { sku } = item
      return { kind: 'pieceListed', sku, ref: refOf(sku), sha256: itemSha256(item) }
    }),
  )
  for (const { sku, stock } of items) market.stock(sku, stock)
  const at = clock.now()
  const told = items.map(({ sku, stock }) => ({ sku, count: stock, version: ledger.stockVersion(sku), at }))
  ledger.market.keepTold('connection-1', told)
  const chance = seeded(seed)
  let ids = 0
  const stage = {
    connection: 'connection-1' as string | null,
    askForOrders: async (): Promise<void> => takeOrders(ledger, desk, market),
  }
  const life = (lifeTimers: Timers, lifeMarket: MarketDouble = market) => {
    const writer = new OneWriter({ ledger, timers: lifeTimers })
    const current = () =>
      stage.connection === null ? null : { connection: stage.connection, market: lifeMarket }
    const changed = (): void => pump.wake()
    const forwarder = new MarketplaceForwarder({
      ledger,
      clock,
      timers: lifeTimers,
      market: current,
      writer,
      askForOrders: () => stage.askForOrders(),
      photographs: wanted.photographs ?? (async () => []),
      changed,
    })
    const pump: OutboxPump = new OutboxPump({
      ledger,
      forwarderTo: (destination) => (destination === 'marketplace' ? forwarder : null),
      clock,
      timers: lifeTimers,
      chance: chance.next,
      log: silentLog,
    })
    const claims = openClaims({
      ledger,
      market: current,
      writer,
      shop: wanted.shop ?? (() => null),
      askForOrders: () => stage.askForOrders(),
      changed,
      clock,
      timers: lifeTimers,
      ids: { next: () => `id-${++ids}` },
      chance: chance.next,
      log: silentLog,
    })
    return { pump, claims, forwarder }
  }
  const first = life(timers)
  onTestFinished(async () => {
    await timers.until(Promise.all([first.pump.close(), first.claims.close()]))
  })
  const say = (...bodies: readonly Forward['body'][]): void => {
    const forwards = bodies.map((body) => ({
      destination: 'marketplace' as const,
      key: `say-${++ids}`,
      body,
    }))
    ledger.append([], 'till', clock.now(), forwards)
  }
  const settle = (): Promise<void> => {
    first.pump.wake()
    return timers.until(first.pump.settled())
  }
  return { ...first, stage, life, ledger, desk, market, timers, clock, chance, say, settle }
}

/** As the room takes them: each unknown one once. */
export async function takeOrders(ledger: Ledger, desk: MarketDesk, market: MarketDouble): Promise<void> {
  for (const { id, sku, state } of (await market.tellOrders()) ?? []) {
    if (state === 'paid' && ledger.findOnlineOrder(id as OnlineOrderId) === null) desk.take([sku], { id })
  }
}
