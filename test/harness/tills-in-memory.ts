import { onTestFinished } from 'vitest'
import { OutboxPump } from '#electron/forwarders/outbox-pump.ts'
import type { Ledger } from '#electron/ledger/write-ledger.ts'
import { type Log, silentLog } from '#electron/platform/log.ts'
import { openShopKey } from '#electron/platform/shop-key.ts'
import { memoryShop } from '#electron/shop/memory/memory-shop.ts'
import type { MemoryStore } from '#electron/shop/memory/memory-store.ts'
import { joinShop, type OpenedShop } from '#electron/shop/open-shop.ts'
import type { ShopDatabase } from '#electron/shop/shop-database.ts'
import { seeded } from '../crash/seeded.ts'
import type { JumpingClock } from './jumping-clock.ts'
import { testFolder, testLedger } from './ledger-folder.ts'
import { type MarketDesk, marketDesk } from './ledger-market.ts'
import type { VirtualTimers } from './virtual-timers.ts'

export interface MemoryTillWanted {
  readonly store: MemoryStore
  readonly timers: VirtualTimers
  readonly clock: JumpingClock
  readonly folder?: string
  readonly log?: Log
}

/** The part of a till that its shop sees: a ledger, a desk that sells, the pump and the shop’s side, in virtual time. */
export interface MemoryTill {
  readonly ledger: Ledger
  readonly shop: OpenedShop
  /** What is between the till and the shop: each call may be refused, or seen. */
  readonly line: { isUp: boolean; before: (call: keyof ShopDatabase) => void }
  /** As of now. */
  desk(): MarketDesk
  /** Somebody did something at the counter. */
  turn(): void
  /** Its own journal goes up, and what others did comes down. */
  follow(): Promise<void>
  close(): Promise<void>
}

export function memoryTill(wanted: MemoryTillWanted): MemoryTill {
  const { store, timers, clock, folder = testFolder(), log = silentLog } = wanted
  const ledger = testLedger(folder)
  const line: MemoryTill['line'] = { isUp: true, before: () => undefined }
  const shop = joinShop(
    {
      ledger,
      clock,
      timers,
      chance: seeded(3).next,
      log,
      key: () => (ledger.shopKey() === null ? null : openShopKey(folder)),
    },
    onALine(memoryShop(store), line),
  )
  const pump = new OutboxPump({
    ledger,
    journal: ledger.journalCursor,
    forwarderTo: shop.route,
    clock,
    timers,
    chance: seeded(5).next,
    log,
  })
  const turns = new Set<() => void>()
  shop.start({
    pump,
    watchCounter(listener) {
      turns.add(listener)
      return () => turns.delete(listener)
    },
  })
  let open = true
  const till: MemoryTill = {
    ledger,
    shop,
    line,
    desk: () => marketDesk(ledger, clock.now(), (ledger.head()?.seq ?? 0) * 10),
    turn() {
      for (const listener of turns) listener()
    },
    async follow() {
      do {
        pump.wake()
        pump.hurry('shop')
        await timers.until(pump.settled())
        shop.look()
        await timers.until(shop.settled())
      } while (line.isUp && ledger.journalCursor.lane('shop').waiting > 0)
    },
    async close() {
      if (!open) return
      open = false
      await timers.until(pump.close())
      await timers.until(shop.close())
      ledger.close()
    },
  }
  onTestFinished(() => till.close())
  return till
}

function onALine(database: ShopDatabase, line: MemoryTill['line']): ShopDatabase {
  return new Proxy(database, {
    get(target, name) {
      const value = Reflect.get(target, name)
      if (typeof value !== 'function' || name === 'close') return value
      return async (...args: unknown[]) => {
        line.before(name as keyof ShopDatabase)
        if (!line.isUp) return { end: 'unknown', trouble: 'noNetwork', sent: false, text: 'no route' }
        const answer = await value.apply(target, args)
        return line.isUp ? answer : { end: 'unknown', trouble: 'lineLost', sent: true, text: 'reset' }
      }
    },
  })
}
