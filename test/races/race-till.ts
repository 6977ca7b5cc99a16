import type { Web } from '#drivers/marketplaces/web.ts'
import type { Timers } from '#drivers/transport/timers.ts'
import { openCounter } from '#electron/checkout/open-counter.ts'
import { restartFacts } from '#electron/checkout/restart-facts.ts'
import { openForwards } from '#electron/forwarders/open-forwards.ts'
import { openLedger } from '#electron/ledger/open.ts'
import type { Ledger } from '#electron/ledger/write-ledger.ts'
import type { KeptMarket } from '#electron/marketplace/market-file.ts'
import type { MarketRoom } from '#electron/marketplace/market-room.ts'
import { openMarketplace } from '#electron/marketplace/open-marketplace.ts'
import { silentLog as log } from '#electron/platform/log.ts'
import { joinShop } from '#electron/shop/open-shop.ts'
import type { ShopDatabase } from '#electron/shop/shop-database.ts'
import type { Command } from '#shared/checkout/command.ts'
import { rebuild } from '#shared/checkout/machine.ts'
import type { CheckoutView } from '#shared/checkout/view.ts'
import type { RefusalCode } from '#shared/kernel/refusal.ts'
import type { Seeded } from '../crash/seeded.ts'
import type { JumpingClock } from '../harness/jumping-clock.ts'
import type { VirtualTimers } from '../harness/virtual-timers.ts'
import { aroundShop } from './around-shop.ts'
import { type Trap, trappedLedger } from './killed.ts'
import { rugs } from './race-goods.ts'

export interface RaceTillParts {
  readonly folder: string
  readonly timers: VirtualTimers
  readonly clock: JumpingClock
  readonly chance: Seeded
  /** The one that looks after the marketplace; `null`: another till does. */
  readonly kept: KeptMarket | null
  /** Each at the end of its line. */
  readonly web: Web
  readonly database: ShopDatabase
  /** Where this run may end. */
  readonly trap: Trap
}

/** What of a till is in the world whether it runs or not. */
export interface Belongings {
  /** In a cart, on the counter or parked. */
  readonly carts: ReadonlySet<string>
  /** One of a kind, sold here and not given back. */
  readonly sold: ReadonlySet<string>
}

/** `killed`: the till died in the middle of it. */
export type Sent = 'done' | 'killed' | RefusalCode

/** One run of a till's process, as `openTill` composes it, without devices and in virtual time. */
export interface RaceTill {
  readonly ledger: Ledger
  readonly room: MarketRoom
  isAlive(): boolean
  view(): CheckoutView
  /** Whoever stands at it. */
  send(command: Command): Promise<Sent>
  belongings(): Belongings
  /** What is under way is never heard of again. */
  kill(): void
  close(): Promise<void>
}

export async function openRaceTill(parts: RaceTillParts): Promise<RaceTill> {
  const { folder, timers, clock, kept, trap } = parts
  const opened = openLedger({ folder, clock, create: true })
  let dead = false
  let last: Belongings | null = null
  let wake: () => void = () => {}
  const died = new Promise<'killed'>((resolve) => {
    wake = () => resolve('killed')
  })
  const kill = (): void => {
    if (dead) return
    last = belongingsOf(opened)
    dead = true
    wake()
  }
  const ledger = trappedLedger(opened, trap, kill, () => dead)
  const own: Timers = {
    nowMs: () => timers.nowMs(),
    after: (ms, run) => timers.after(ms, () => dead || run()),
  }
  /** Of a dead till nobody hears an answer. */
  const heard = async <T>(answer: Promise<T>): Promise<T> => {
    const said = await answer
    return dead ? new Promise<never>(() => undefined) : said
  }
  const web: Web = (request) => heard(parts.web(request))
  // A name that no run of this till has used: the journal has grown by every one of them.
  let made = 1_000 * (ledger.head()?.seq ?? 0)
  const ids = { next: () => `${kept === null ? 'b' : 'a'}-${made++}` }
  const chance = (): number => parts.chance.next()
  const journal = ledger.journalCursor
  const forwards = openForwards({ ledger, clock, timers: own, chance, log, journal })
  const shop = joinShop(
    { ledger, clock, timers: own, chance, log, key: () => null },
    aroundShop(parts.database, (ask) => heard(ask())),
  )
  forwards.carry(shop.route)
  const photographs = async () => []
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
    photographs,
    shop: shop.database,
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
  const watchCounter = (listener: () => void): (() => void) => counter.watch(listener)
  const room = market.room(watchCounter)
  // A start may be cut short, too.
  await timers.until(Promise.race([room.start().catch(() => undefined), died]))
  if (!dead) shop.start({ pump: forwards.pump, watchCounter, taken: () => room.look() })
  return {
    ledger,
    room,
    isAlive: () => !dead,
    view: () => counter.view(),
    async send(command) {
      const sent = counter.send(command, 'amina').then((answer) => (answer.ok ? 'done' : answer.refusal.code))
      const end = await timers.until(Promise.race([sent, died]))
      return dead ? 'killed' : end
    },
    belongings: () => last ?? belongingsOf(opened),
    kill,
    async close() {
      if (dead) return
      await timers.until(forwards.pump.close())
      await timers.until(room.close())
      await timers.until(counter.close())
      await timers.until(claims.close())
      await timers.until(shop.close())
      dead = true
      opened.close()
    },
  }
}

/** As they are written down now. */
function belongingsOf(ledger: Ledger): Belongings {
  const { sales } = rebuild(restartFacts(ledger)).context
  const carts = new Set<string>(sales.flatMap(({ lines }) => lines.map(({ sku }) => sku)))
  const sold = new Set<string>(rugs.map(({ sku }) => sku).filter((sku) => ledger.ownTicketOf(sku) !== null))
  return { carts, sold }
}
