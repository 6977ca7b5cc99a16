import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import type { Web } from '#drivers/marketplaces/web.ts'
import {
  WooCommerceSimulator,
  type WooSimulatorOptions,
  wooKeys,
} from '#drivers/simulators/marketplace/woocommerce/woocommerce-simulator.ts'
import type { Timers } from '#drivers/transport/timers.ts'
import type { Counter } from '#electron/checkout/counter.ts'
import { openCounter } from '#electron/checkout/open-counter.ts'
import { openForwards } from '#electron/forwarders/open-forwards.ts'
import { LedgerUnwritable } from '#electron/ledger/handles.ts'
import { openLedger } from '#electron/ledger/open.ts'
import { verifyLedger } from '#electron/ledger/verify/verify.ts'
import type { Ledger } from '#electron/ledger/write-ledger.ts'
import type { KeptMarket } from '#electron/marketplace/market-file.ts'
import type { MarketRoom } from '#electron/marketplace/market-room.ts'
import { openMarketplace } from '#electron/marketplace/open-marketplace.ts'
import { type Log, silentLog } from '#electron/platform/log.ts'
import type { CatalogueItem } from '#shared/catalogue/item.ts'
import type { Command } from '#shared/checkout/command.ts'
import type { FactKind, FactOf } from '#shared/checkout/fact.ts'
import type { Sku } from '#shared/kernel/ids.ts'
import type { MarketConfig } from '#shared/marketplace/config.ts'
import { dirham } from '#shared/money/amount.ts'
import { seeded } from '../crash/seeded.ts'
import { JumpingClock } from './jumping-clock.ts'
import { testFolder } from './ledger-folder.ts'
import { demoSettings } from './made-up-shop.ts'
import { VirtualTimers } from './virtual-timers.ts'

export const rug = 'RUG' as Sku
export const kilim = 'KILIM' as Sku
export const pot = 'POT' as Sku

const good = (sku: Sku, name: string, price: number, unique: boolean): CatalogueItem => ({
  sku,
  name: { fr: name },
  price: dirham(price),
  floor: null,
  vat: '20',
  unique,
  stock: unique ? 1 : 50,
  owner: null,
  barcodes: [],
  category: null,
  maker: null,
  village: null,
})

/** Two pieces of a kind and fifty pots. */
export const goods: readonly CatalogueItem[] = [
  good(rug, 'Tapis Beni Ouarain', 450_000, true),
  good(kilim, 'Kilim de Taznakht', 120_000, true),
  good(pot, 'Théière', 12_000, false),
]

export const wooConfig: MarketConfig = {
  shop: {
    platform: 'woocommerce',
    shop: 'https://shop.example',
    ...wooKeys,
    language: 'fr',
    weightUnit: 'kg',
    lengthUnit: 'cm',
    timeoutMs: 5_000,
  },
  askSeconds: 30,
  webhooks: null,
}

export interface RoomStageWanted extends Partial<Omit<WooSimulatorOptions, 'nowMs'>> {
  readonly folder?: string
  readonly timers?: VirtualTimers
  readonly clock?: JumpingClock
  /** The one of an earlier stage. */
  readonly woo?: WooCommerceSimulator
  /** `null`: no marketplace is set up. */
  readonly kept?: KeptMarket | null
  /** Between the till and the shop. */
  readonly line?: (web: Web) => Web
  readonly log?: Log
  /** Called around each write to the disk; what it throws is where the process was killed. */
  readonly onWrite?: (side: 'before' | 'after') => void
}

/** A till that sells and looks after a marketplace, without devices, in virtual time; one run of its process. */
export interface RoomStage {
  readonly folder: string
  readonly ledger: Ledger
  readonly room: MarketRoom
  readonly counter: Counter
  readonly woo: WooCommerceSimulator
  readonly timers: VirtualTimers
  readonly clock: JumpingClock
  accepted(command: Command): Promise<void>
  /** A cash sale of one piece. */
  sell(sku: Sku): Promise<void>
  /** Lets time pass, with everything that is due in it. */
  pass(ms: number): Promise<void>
  /** All pieces are chosen and online, and the marketplace was asked for orders once. */
  online(): Promise<void>
  facts<K extends FactKind>(kind: K): readonly FactOf<K>[]
  /** What a reader of the whole journal has to say. */
  problems(): readonly unknown[]
  close(): Promise<void>
  /**
   * As a power cut does: nothing is written any more, and what is under way is never heard of again.
   * @returns the folder as it was then, for the next run
   */
  kill(): string
}

export const keptWoo: KeptMarket = { connection: 'connection-1', sinceUtcMs: 0, config: wooConfig }

/** Starts a run; in a folder without a ledger the shop is opened first. */
export async function openRoomStage(wanted: RoomStageWanted = {}): Promise<RoomStage> {
  const { folder = testFolder(), timers = new VirtualTimers(), log = silentLog } = wanted
  const { clock = new JumpingClock(timers), onWrite = () => undefined, line = (web) => web } = wanted
  const woo = wanted.woo ?? new WooCommerceSimulator({ ...wanted, nowMs: () => clock.now().utcMs })
  const opened = openLedger({ folder, clock, create: true })
  let dead = false
  let isOpen = true
  const ledger = watchedLedger(opened, (side) => {
    if (dead) throw new LedgerUnwritable('the power is gone')
    onWrite(side)
  })
  const own: Timers = {
    nowMs: () => timers.nowMs(),
    after: (ms, run) => timers.after(ms, () => dead || run()),
  }
  const never = new Promise<never>(() => undefined)
  const reached = line(woo.door.web)
  const web: Web = async (request) => {
    const outcome = await reached(request)
    return dead ? never : outcome
  }
  let made = ledger.head()?.seq ?? 0
  const ids = { next: () => `id-${made++}` }
  const chance = seeded(7).next
  const forwards = openForwards({ ledger, clock, timers: own, chance, log })
  const kept = wanted.kept === undefined ? keptWoo : wanted.kept
  const market = openMarketplace({
    folder,
    kept,
    ledger,
    clock,
    ids,
    log,
    timers: own,
    chance,
    web,
    forwards,
    photographs: async () => [],
    shop: null,
  })
  const { claims } = market
  const counter = openCounter({
    ledger,
    terminal: { current: () => null },
    printers: { printersFor: () => [], kickDrawer: async () => ({ outcome: 'done' }) },
    layout: async () => ({ kind: 'document', document: { language: 'fr', blocks: [] } }),
    clock,
    ids,
    log,
    claims,
  })
  const room = market.room((listener) => counter.watch(listener))
  const send = (command: Command) => timers.until(counter.send(command, 'amina'))
  const accepted = async (command: Command): Promise<void> =>
    void expect(await send(command), command.type).toEqual({ ok: true, value: null })
  if (ledger.settings() === null) {
    await accepted({ type: 'configure', settings: demoSettings })
    await accepted({ type: 'loadCatalogue', items: goods })
    await accepted({ type: 'openShift', cashier: 'amina', float: dirham(50_000) })
  }
  await room.start()
  const shut = (): void => {
    if (isOpen) opened.close()
    isOpen = false
  }
  return {
    folder,
    ledger,
    room,
    counter,
    woo,
    timers,
    clock,
    accepted,
    async sell(sku) {
      await accepted({ type: 'scan', code: sku, quantity: 1 })
      await accepted({ type: 'payCash', given: dirham(1_000_000) })
    },
    pass: (ms) => timers.advance(ms),
    async online() {
      expect(room.chooseAll('Hassan')).toEqual({ ok: true, value: null })
      await timers.until(room.settled())
    },
    facts: (kind) => {
      const facts = [...opened.entriesAfter(0)].map((entry) => entry.fact)
      return facts.filter((fact): fact is FactOf<typeof kind> => fact.kind === kind)
    },
    problems: () => verifyLedger(folder).problems,
    async close() {
      await timers.until(forwards.pump.close())
      await timers.until(room.close())
      await timers.until(counter.close())
      await timers.until(claims.close())
      shut()
    },
    kill() {
      dead = true
      const next = testFolder()
      const kept = readdirSync(folder).filter((name) => !/lock|-shm$/.test(name))
      for (const name of kept) cpSync(join(folder, name), join(next, name), { recursive: true })
      onTestFinished(async () => {
        await counter.close()
        shut()
      })
      return next
    },
  }
}

/** A function that writes, with its writes told. */
const watched =
  <A extends unknown[], R>(write: (...args: A) => R, onWrite: (side: 'before' | 'after') => void) =>
  (...args: A): R => {
    onWrite('before')
    const result = write(...args)
    onWrite('after')
    return result
  }

function watchedLedger(ledger: Ledger, onWrite: (side: 'before' | 'after') => void): Ledger {
  const { outbox, market } = ledger
  return {
    ...ledger,
    append: watched(ledger.append, onWrite),
    outbox: {
      ...outbox,
      begin: watched(outbox.begin, onWrite),
      failed: watched(outbox.failed, onWrite),
      delivered: watched(outbox.delivered, onWrite),
      setAside: watched(outbox.setAside, onWrite),
    },
    market: {
      ...market,
      keepOrdersCursor: watched(market.keepOrdersCursor, onWrite),
      keepTold: watched(market.keepTold, onWrite),
      beginHold: watched(market.beginHold, onWrite),
      endHold: watched(market.endHold, onWrite),
    },
  }
}
