import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { faultyWeb, type WebFaultPlan, type WebLine } from '#drivers/marketplaces/faulty-web.ts'
import { verifyLedger } from '#electron/ledger/verify/verify.ts'
import { memoryShop } from '#electron/shop/memory/memory-shop.ts'
import { memoryStore } from '#electron/shop/memory/memory-store.ts'
import type { ShopDatabase } from '#electron/shop/shop-database.ts'
import type { Sku } from '#shared/kernel/ids.ts'
import { dirham } from '#shared/money/amount.ts'
import { type Seeded, seeded } from '../crash/seeded.ts'
import { JumpingClock } from '../harness/jumping-clock.ts'
import { demoSettings } from '../harness/made-up-shop.ts'
import { VirtualTimers } from '../harness/virtual-timers.ts'
import { faultyShop } from './faulty-shop.ts'
import { raceGoods } from './race-goods.ts'
import { type RacePlatform, type RacePlatformName, racePlatforms } from './race-platform.ts'
import { openRaceTill, type RaceTill, type Sent } from './race-till.ts'

/** A till as it stands in the shop, running or not. */
export interface Place {
  readonly name: 'a' | 'b'
  /** Of the run of now. */
  folder: string
  readonly clock: JumpingClock
  /** The run of now, or the one that died last. */
  life: RaceTill | null
  /** Writes until the process ends; `null`: it does not. */
  fuse: number | null
}

/** `market`: of the till that looks after it. `a`, `b`: of each till to the shop's database. */
export interface Lines {
  market: WebLine
  a: WebLine
  b: WebLine
}

/**
 * A shop with two tills, the database they share, and a marketplace; all in virtual time, each with a clock of its own. Till
 * `a` looks after the marketplace.
 */
export class RaceWorld {
  readonly timers = new VirtualTimers()
  readonly chance: Seeded
  readonly platform: RacePlatform
  readonly database: ShopDatabase
  readonly places: Readonly<Record<'a' | 'b', Place>>
  readonly lines: Lines = { market: 'sound', a: 'sound', b: 'sound' }
  kills = 0
  readonly #root = mkdtempSync(join(tmpdir(), 'hanout-races-'))
  readonly #plan: WebFaultPlan
  /** Another connection. */
  readonly #connect: () => ShopDatabase

  constructor(name: RacePlatformName, seed: number, plan: Omit<WebFaultPlan, 'seed'>) {
    this.chance = seeded(seed)
    this.#plan = { ...plan, seed }
    const nowMs = (): number => Date.UTC(2026, 10, 27, 9) + Math.round(this.timers.nowMs())
    this.platform = racePlatforms[name](nowMs)
    const store = memoryStore('derb', nowMs)
    this.#connect = () => memoryShop(store)
    this.database = this.#connect()
    const place = (till: 'a' | 'b'): Place => ({
      name: till,
      folder: join(this.#root, till),
      clock: new JumpingClock(this.timers, nowMs()),
      life: null,
      fuse: null,
    })
    this.places = { a: place('a'), b: place('b') }
  }

  /** Both tills know the catalogue, and all of it is online. */
  async open(): Promise<void> {
    const [a, b] = [await this.start('a'), await this.start('b')]
    for (const till of [a, b]) {
      await surely(till.send({ type: 'configure', settings: demoSettings }))
      await surely(till.send({ type: 'openShift', cashier: 'amina', float: dirham(0) }))
    }
    await surely(a.send({ type: 'loadCatalogue', items: raceGoods }))
    a.room.chooseAll('Hassan')
    await this.timers.until(a.room.settled())
    await this.timers.advance(120_000)
  }

  /** The run of now, or a new one on the same folder. */
  async start(name: 'a' | 'b'): Promise<RaceTill> {
    const place = this.places[name]
    if (place.life?.isAlive() === true) return place.life
    const { timers, lines } = this
    place.fuse = null
    if (place.life !== null) this.#moveOn(place)
    const web = faultyWeb(this.platform.web, this.#plan, timers, () => lines.market)
    place.life = await openRaceTill({
      folder: place.folder,
      timers,
      clock: place.clock,
      chance: this.chance,
      kept: name === 'a' ? { connection: 'connection-1', sinceUtcMs: 0, config: this.platform.config } : null,
      web,
      database: faultyShop(this.#connect(), this.chance, timers, () => lines[name]),
      trap: () => {
        if (place.fuse === null) return false
        place.fuse -= 1
        if (place.fuse >= 0) return false
        this.#died(place)
        return true
      },
    })
    return place.life
  }

  /**
   * What the disk has is all that is left of a till that died; what it still held open in this process is left behind, for
   * turns of it that had begun may look at it yet.
   */
  #moveOn(place: Place): void {
    const next = `${place.folder}+`
    cpSync(place.folder, next, { recursive: true })
    place.folder = next
  }

  /** At once, or in the middle of a write soon. */
  kill(name: 'a' | 'b', afterWrites: number): void {
    const place = this.places[name]
    if (place.life?.isAlive() !== true) return
    if (afterWrites > 0) place.fuse = afterWrites
    else {
      this.#died(place)
      place.life.kill()
    }
  }

  living(name: 'a' | 'b'): RaceTill | null {
    const { life } = this.places[name]
    return life?.isAlive() === true ? life : null
  }

  /** A piece lies there for whoever takes it: in no cart, and nobody has carried it away. */
  isOnShelf(sku: Sku): boolean {
    return [this.places.a, this.places.b].every(({ life }) => {
      const own = life?.belongings()
      return own === undefined || !(own.carts.has(sku) || own.sold.has(sku))
    })
  }

  /** What a reader of both journals has to say. */
  problems(): readonly string[] {
    return [this.places.a, this.places.b].flatMap(({ name, folder }) =>
      verifyLedger(folder).problems.map((problem) => `till ${name}: ${JSON.stringify(problem)}`),
    )
  }

  async close(): Promise<void> {
    for (const { life } of [this.places.a, this.places.b]) await life?.close()
    rmSync(this.#root, { recursive: true, force: true })
  }

  #died(place: Place): void {
    this.kills += 1
    place.fuse = null
  }
}

async function surely(sent: Promise<Sent>): Promise<void> {
  const end = await sent
  if (end !== 'done') throw new Error(`it was refused: ${end}`)
}
