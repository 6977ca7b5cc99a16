import type { Timers } from '#drivers/transport/timers.ts'
import type { OutboxPump } from '#electron/forwarders/outbox-pump.ts'
import { LedgerUnwritable, type WriteLedger } from '#electron/ledger/handles.ts'
import type { Clock } from '#electron/platform/clock.ts'
import type { Log } from '#electron/platform/log.ts'
import type { Answer } from '#shared/contract/contract.ts'
import type {
  MarketCheck,
  MarketConnectionView,
  MarketImport,
  MarketView,
} from '#shared/contract/marketplace.ts'
import type { Seq, Sku, TicketNumber } from '#shared/kernel/ids.ts'
import type { MarketConfig, ShownMarketConfig } from '#shared/marketplace/config.ts'
import { moveKey, type OnlineOrderId } from '#shared/marketplace/order.ts'
import type { Listings } from './listings.ts'
import { writeLostOrders } from './lost-orders.ts'
import type { MarketConnection } from './market-connection.ts'
import { shownConfig } from './market-secrets.ts'
import type { MarketSetup } from './market-setup.ts'
import { MarketViews } from './market-views.ts'
import type { MarketplaceRoom } from './marketplace-room.ts'
import type { OrderDesk } from './order-desk.ts'
import type { OrderTasks } from './order-tasks.ts'
import type { PieceFeed } from './piece-feed.ts'
import type { PieceImport } from './piece-import.ts'
import { done, no } from './room-answers.ts'
import type { WebhookDoor } from './webhook-door.ts'

export interface MarketRoomParts {
  readonly ledger: WriteLedger
  readonly clock: Clock
  readonly log: Log
  readonly timers: Timers
  readonly pump: OutboxPump
  readonly connection: MarketConnection
  readonly setup: MarketSetup
  readonly desk: OrderDesk
  readonly tasks: OrderTasks
  readonly chosen: Listings
  readonly feed: PieceFeed
  readonly imports: PieceImport
  readonly webhooks: WebhookDoor
  /** Called when the counter did something: a piece may be sold, a catalogue loaded. */
  readonly watchCounter: (listener: () => void) => () => void
}

/** Changes that come together are told together, milliseconds. */
const togetherMs = 100

/** The marketplace over the ledger, the pump and an adapter; all it remembers itself is who watches. */
export class MarketRoom implements MarketplaceRoom {
  readonly #parts: MarketRoomParts
  readonly #views: MarketViews
  readonly #listeners = new Set<(view: MarketView) => void>()
  readonly #stops: (() => void)[] = []
  readonly #closing = new AbortController()
  #telling: (() => void) | null = null

  constructor(parts: MarketRoomParts) {
    const { ledger, tasks, pump } = parts
    this.#parts = parts
    this.#views = new MarketViews({
      ledger,
      messageOf: ({ order, sale }) =>
        sale === null ? tasks.cancelling(order.id) : ledger.outbox.find(moveKey(order.id, sale.ticket)),
      connection: () => this.#connection(),
      lanes: () => pump.lanes(),
    })
  }

  /** Goes on from what the ledger says. */
  async start(): Promise<void> {
    const { watchCounter, pump, connection, setup } = this.#parts
    this.#stops.push(
      watchCounter(() => this.look()),
      pump.watch(() => this.#changed()),
    )
    this.#tried(() => setup.introduce(byTill))
    this.look()
    pump.wake()
    await this.#begin(connection.kept?.config ?? null)
  }

  /** Something was written down that may change what is to be done: at the counter, by an order, by another till. */
  look(): void {
    if (this.#isClosed()) return
    const { ledger, clock, feed, pump } = this.#parts
    this.#tried(() => writeLostOrders(ledger, clock))
    this.#tried(() => {
      feed.look()
      pump.wake()
    })
    this.#changed()
  }

  view(): MarketView {
    return this.#views.all()
  }

  watch(listener: (view: MarketView) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  listings(query: Parameters<MarketplaceRoom['listings']>[0]): ReturnType<MarketplaceRoom['listings']> {
    return this.#views.listings(query)
  }

  pastOrders(before: number | null, limit: number): ReturnType<MarketplaceRoom['pastOrders']> {
    return this.#views.past(before as Seq | null, limit)
  }

  choose(skus: readonly Sku[], online: boolean, by: string): Answer {
    if (this.#parts.connection.kept === null) return no('noMarketplace')
    return this.#fed(this.#parts.chosen.choose(skus, online, by))
  }

  chooseAll(by: string): Answer {
    if (this.#parts.connection.kept === null) return no('noMarketplace')
    this.#parts.chosen.chooseAll(by)
    return this.#fed(done)
  }

  tryAgain(by: string): Answer {
    if (this.#parts.connection.kept === null) return no('noMarketplace')
    const { chosen, tasks, pump } = this.#parts
    chosen.chooseRefused(by)
    tasks.askAgain()
    const answer = this.#fed(done)
    pump.hurry('marketplace')
    return answer
  }

  async askNow(): Promise<Answer> {
    const { connection, desk } = this.#parts
    if (connection.kept === null) return no('noMarketplace')
    const trouble = await desk.ask()
    if (trouble === null) return done
    const { code, text } = trouble
    return no(unreached.has(code) ? 'marketplaceUnreachable' : 'marketplaceSaidNo', { code, text })
  }

  cancelOrder(order: OnlineOrderId, reason: string, by: string): Answer {
    return this.#told(this.#parts.tasks.cancel(order, reason, by))
  }

  closeTask(order: OnlineOrderId, note: string, by: string): Answer {
    return this.#told(this.#parts.tasks.close(order, note, by))
  }

  closeSoldTwice(sku: Sku, ticket: TicketNumber, note: string, by: string): Answer {
    return this.#told(this.#parts.tasks.closeSoldTwice(sku, ticket, note, by))
  }

  forgetBuyer(order: OnlineOrderId, by: string): Answer {
    return this.#told(this.#parts.tasks.forgetBuyer(order, by))
  }

  config(): ShownMarketConfig | null {
    const { kept } = this.#parts.connection
    return kept === null ? null : shownConfig(kept.config)
  }

  async configure(config: MarketConfig | null, by: string): Promise<Answer> {
    const { setup, connection, feed, pump } = this.#parts
    const configured = await setup.configure(config, by)
    if (!configured.ok) return configured
    if (configured.value.isOther) feed.begin()
    pump.hurry('marketplace')
    await this.#begin(connection.kept?.config ?? null)
    this.look()
    return done
  }

  check(config: MarketConfig): Promise<Answer<MarketCheck>> {
    return this.#parts.setup.check(config, this.#closing.signal)
  }

  async importPieces(dry: boolean, by: string): Promise<Answer<MarketImport>> {
    const { connection, imports } = this.#parts
    const connected = connection.current()
    if (connected === null) return no('noMarketplace')
    const isStill = (): boolean => connection.kept?.connection === connected.connection
    const answer = await imports.run(connected.market, { dry, by, signal: this.#closing.signal }, isStill)
    if (answer.ok && !dry) this.look()
    return answer
  }

  async settled(): Promise<void> {
    const { desk, feed, pump } = this.#parts
    await desk.settled()
    await feed.settled()
    await pump.settled()
  }

  /** What is under way is told to end; the pump is closed by whoever opened it. */
  async close(): Promise<void> {
    if (this.#isClosed()) return
    this.#closing.abort()
    for (const stop of this.#stops) stop()
    this.#telling?.()
    this.#listeners.clear()
    const { desk, feed, webhooks } = this.#parts
    await Promise.all([desk.close(), feed.close(), webhooks.close()])
  }

  /** Orders are asked for, and webhooks come in, as it is set up now. */
  async #begin(config: MarketConfig | null): Promise<void> {
    const { desk, webhooks, setup } = this.#parts
    desk.begin()
    void setup.lookAtRights(this.#closing.signal).then(() => this.#changed())
    const place = config?.webhooks ?? null
    await (place === null ? webhooks.close() : webhooks.open(place))
  }

  #connection(): { readonly id: string; readonly shown: MarketConnectionView } | null {
    const { connection, desk, setup } = this.#parts
    const current = connection.current()
    const { kept } = connection
    if (current === null || kept === null) return null
    const { at, trouble } = desk.heard()
    const { platform } = kept.config.shop
    const shown = { platform, name: current.market.name, heardAt: at, trouble, lacks: setup.lacks() }
    return { id: kept.connection, shown }
  }

  #fed(answer: Answer): Answer {
    if (answer.ok) this.#parts.feed.begin()
    return this.#told(answer)
  }

  #told(answer: Answer): Answer {
    if (answer.ok) this.look()
    return answer
  }

  #isClosed(): boolean {
    return this.#closing.signal.aborted
  }

  #changed(): void {
    if (this.#telling !== null || this.#listeners.size === 0 || this.#isClosed()) return
    this.#telling = this.#parts.timers.after(togetherMs, () => {
      this.#telling = null
      const view = this.view()
      for (const listener of this.#listeners) listener(view)
    })
  }

  /** What cannot be done now is found again at the next look: whoever was just served must not hear of it. */
  #tried(run: () => unknown): void {
    try {
      run()
    } catch (error) {
      const { log } = this.#parts
      log[error instanceof LedgerUnwritable ? 'warn' : 'error']({ err: error }, 'the marketplace has to wait')
    }
  }
}

const byTill = 'till'
const unreached: ReadonlySet<string> = new Set(['noNetwork', 'silent', 'lineLost', 'aborted'])
