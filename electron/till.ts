import { fetchWeb } from '#drivers/marketplaces/fetch-web.ts'
import type { Web } from '#drivers/marketplaces/web.ts'
import { realTimers, type Timers } from '#drivers/transport/timers.ts'
import { openBackups } from './backup/open-backups.ts'
import { finishRestore } from './backup/put-in-place.ts'
import { openBooks } from './books/open-books.ts'
import { openReports } from './books/reports/open-reports.ts'
import { openCounter } from './checkout/open-counter.ts'
import type { Devices } from './devices/devices.ts'
import { openDevices } from './devices/open-devices.ts'
import { openForwards } from './forwarders/open-forwards.ts'
import { openLedger } from './ledger/open.ts'
import { openScratchLedger, removeScratch } from './ledger/scratch.ts'
import { readMarket } from './marketplace/market-file.ts'
import { openMarketplace } from './marketplace/open-marketplace.ts'
import { piecePhotographs } from './marketplace/piece-photographs.ts'
import { layPaper } from './papers/lay-paper.ts'
import { paperViews } from './papers/paper-views.ts'
import { findPhotograph } from './papers/photograph.node.ts'
import { openSigning } from './papers/signing.ts'
import { type Clock, systemClock } from './platform/clock.ts'
import { type Ids, randomIds } from './platform/ids.ts'
import { openKeySecrets } from './platform/key-secret.ts'
import type { Keychain } from './platform/keychain.ts'
import type { Log } from './platform/log.ts'
import { readAcquirers } from './settlements/acquirers-file.ts'
import { openSettlements, type SettlementsOptions } from './settlements/open-settlements.ts'
import { openShop } from './shop/open-shop.ts'
import type { Till } from './till-parts.ts'

/** [0, 1). Only spreads waits: nothing has to be able to be told twice. */
const chance = Math.random

export interface TillOptions {
  /** Made, with an empty ledger, if it is not there. */
  readonly folder: string
  /** `false`: a folder without a ledger is refused. Default: `true`. */
  readonly create?: boolean
  readonly log: Log
  /** Default: the machine's. */
  readonly clock?: Clock
  /** Default: random. */
  readonly ids?: Ids
  /** Waits of the simulated terminal. Default: the machine's. */
  readonly simulatedTimers?: Timers
  /** Waits of the outbox and of lines to acquirers. Default: the machine's. */
  readonly timers?: Timers
  /** How acquirers' hosts are reached. Default: over the network. */
  readonly transportTo?: SettlementsOptions['transportTo']
  /** How the marketplace is reached. Default: over the network. */
  readonly web?: Web
  /** What keeps secrets for this account. Default: nothing does, and they lie in files that only it may read. */
  readonly keychain?: Keychain | null
}

/**
 * Composes the whole till of one folder, without Electron: both shells, and whatever drives a till without a screen,
 * start here.
 * @throws LedgerRefused with a sentence: in use by another till, unreadable, foreign; SettingsRefused for a file of
 * settings that cannot be meant; nothing was changed
 */
export async function openTill(options: TillOptions): Promise<Till> {
  const { folder, log, clock = systemClock, ids = randomIds, timers = realTimers, create = true } = options
  const { keychain = null } = options
  await finishRestore(folder)
  const ledger = openLedger({ folder, clock, ids, create })
  let opened: Devices | null = null
  try {
    removeScratch(folder)
    const secrets = await openKeySecrets(folder, keychain)
    const key = openSigning({ folder, ledger, clock, log, secret: secrets.known })
    const layout = layPaper({
      clock,
      key,
      photograph: (sku) => findPhotograph(folder, sku),
    })
    const acquirers = await readAcquirers(folder)
    const kept = await readMarket(folder)
    const shop = await openShop({ folder, ledger, clock, timers, chance, log, key })
    const devices = await openDevices({
      folder,
      log,
      clock,
      ...(options.simulatedTimers === undefined ? {} : { simulatedTimers: options.simulatedTimers }),
    })
    opened = devices
    const journal = shop === null ? {} : { journal: ledger.journalCursor }
    const forwards = openForwards({ ledger, clock, timers, chance, log, ...journal })
    if (shop !== null) forwards.carry(shop.route)
    const market = openMarketplace({
      folder,
      kept,
      ledger,
      clock,
      ids,
      log,
      timers,
      chance,
      web: options.web ?? fetchWeb(timers),
      forwards,
      photographs: (sku) => piecePhotographs(folder, sku),
      shop: shop?.database ?? null,
    })
    const counter = openCounter({
      ledger,
      terminal: devices.terminal,
      printers: devices.printers,
      layout,
      clock,
      ids,
      log,
      claims: market.claims,
      key,
      openScratch: () => openScratchLedger({ folder, from: ledger, clock }),
    })
    const watchCounter = (listener: () => void): (() => void) => counter.watch(listener)
    const settlements = openSettlements({
      folder,
      config: acquirers,
      ledger,
      clock,
      ids,
      log,
      timers,
      forwards,
      key,
      terminals: {
        readTotals: (id) => devices.readTotals(id),
        settleTerminal: (id) => devices.settleTerminal(id),
        nameOf: (id) => devices.list().find((device) => device.id === id)?.name ?? null,
      },
      watchCounter,
      ...(options.transportTo === undefined ? {} : { transportTo: options.transportTo }),
    })
    const marketplace = market.room(watchCounter)
    const books = openBooks({ folder, clock, secret: secrets.known })
    const backups = await openBackups({
      folder,
      ledger,
      clock,
      ids,
      log,
      timers,
      keychain,
      secrets,
      watchCounter,
    })
    settlements.start()
    await marketplace.start()
    shop?.start({ pump: forwards.pump, watchCounter, taken: () => marketplace.look() })
    return {
      ledger,
      counter,
      devices,
      settlements,
      marketplace,
      shop,
      forwards: forwards.pump,
      folder,
      clock,
      papers: paperViews(counter),
      books,
      backups,
      reports: openReports({ ledger, clock, books }),
      async close() {
        await backups.close()
        await books.close()
        await forwards.pump.close()
        await marketplace.close()
        await settlements.close()
        await counter.close()
        await market.claims.close()
        await shop?.close()
        await devices.close()
        ledger.close()
      },
    }
  } catch (error) {
    await opened?.close()
    ledger.close()
    throw error
  }
}
