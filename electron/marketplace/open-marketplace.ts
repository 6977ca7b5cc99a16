import type { Web } from '#drivers/marketplaces/web.ts'
import type { Timers } from '#drivers/transport/timers.ts'
import { MarketplaceForwarder } from '#electron/forwarders/marketplace/marketplace-forwarder.ts'
import { OneWriter } from '#electron/forwarders/marketplace/one-writer.ts'
import type { Forwards } from '#electron/forwarders/open-forwards.ts'
import type { WriteLedger } from '#electron/ledger/handles.ts'
import type { Clock } from '#electron/platform/clock.ts'
import type { Ids } from '#electron/platform/ids.ts'
import type { Log } from '#electron/platform/log.ts'
import type { ShopDatabase } from '#electron/shop/shop-database.ts'
import type { Sku } from '#shared/kernel/ids.ts'
import type { OnlinePiece } from '#shared/marketplace/online.ts'
import { type Claims, openClaims } from './claims.ts'
import { Listings } from './listings.ts'
import { MarketConnection } from './market-connection.ts'
import type { KeptMarket } from './market-file.ts'
import { MarketRoom } from './market-room.ts'
import { MarketSetup } from './market-setup.ts'
import { OrderDesk } from './order-desk.ts'
import { OrderTasks } from './order-tasks.ts'
import { PieceFeed } from './piece-feed.ts'
import { PieceImport } from './piece-import.ts'
import { WebhookDoor } from './webhook-door.ts'

export interface MarketplaceOptions {
  readonly folder: string
  /** As read from the folder. */
  readonly kept: KeptMarket | null
  readonly ledger: WriteLedger
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly timers: Timers
  /** [0, 1); for the waits */
  readonly chance: () => number
  readonly web: Web
  readonly forwards: Forwards
  /** Of an item, the one shown in lists first. PNG or JPEG. */
  readonly photographs: (sku: Sku) => Promise<OnlinePiece['photographs']>
  /** Of the shop's other tills; `null`: there are none. */
  readonly shop: ShopDatabase | null
}

/** The marketplace of a till before there is a counter. */
export interface MarketplaceDoorway {
  /** For the counter; whoever opened them closes them, after it. */
  readonly claims: Claims
  /** @param watchCounter called when the counter did something */
  room(watchCounter: (listener: () => void) => () => void): MarketRoom
}

/** How often orders are asked for where nothing is set up, milliseconds: the timer is there, and asks nobody. */
const idleMs = 3_600_000

/** Nothing is asked or told before the room's `start`. */
export function openMarketplace(options: MarketplaceOptions): MarketplaceDoorway {
  const { folder, ledger, clock, ids, log, timers, chance, web, forwards, shop } = options
  const connection = new MarketConnection(options.kept, { folder, web })
  const { current } = connection
  const writer = new OneWriter({ ledger, timers })
  let changed = (): void => undefined
  const desk = new OrderDesk({
    ledger,
    current,
    sinceUtcMs: () => connection.kept?.sinceUtcMs ?? 0,
    clock,
    ids,
    log,
    timers,
    everyMs: () => (connection.kept?.config.askSeconds ?? idleMs / 1000) * 1000,
    changed: () => changed(),
  })
  const askForOrders = async (): Promise<void> => void (await desk.ask())
  forwards.carry((destination) =>
    destination !== 'marketplace'
      ? null
      : new MarketplaceForwarder({
          ledger,
          clock,
          timers,
          market: current,
          writer,
          askForOrders,
          photographs: options.photographs,
          changed: () => changed(),
        }),
  )
  const claims = openClaims({
    ledger,
    market: current,
    writer,
    shop: () => shop,
    askForOrders,
    changed: () => forwards.pump.wake(),
    clock,
    timers,
    ids,
    chance,
    log,
  })
  return {
    claims,
    room(watchCounter) {
      const room = new MarketRoom({
        ledger,
        clock,
        log,
        timers,
        pump: forwards.pump,
        connection,
        setup: new MarketSetup({ ledger, clock, ids, folder, web, connection }),
        desk,
        tasks: new OrderTasks({ ledger, clock, ids }),
        chosen: new Listings({ ledger, clock, ids }),
        feed: new PieceFeed({ ledger, clock, ids, log, timers, fed: () => forwards.pump.wake() }),
        imports: new PieceImport({ ledger, clock, ids }),
        webhooks: new WebhookDoor({ current, log, wake: () => void desk.ask() }),
        watchCounter,
      })
      changed = () => room.look()
      // Orders may have come or ended.
      room.watch(() => claims.look())
      return room
    },
  }
}
