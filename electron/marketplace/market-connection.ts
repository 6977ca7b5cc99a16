import type { Web } from '#drivers/marketplaces/web.ts'
import type { ConnectedMarket } from '#electron/forwarders/marketplace/connected-market.ts'
import type { KeptMarket } from './market-file.ts'
import { openAdapter } from './open-adapter.ts'
import { unopenedMarket } from './unopened-market.ts'

export interface MarketWorld {
  readonly folder: string
  readonly web: Web
}

/** The shop's marketplace as it is set up now; its adapter is made when it is first needed. */
export class MarketConnection {
  readonly #world: MarketWorld
  #kept: KeptMarket | null
  #opened: ConnectedMarket | null = null

  constructor(kept: KeptMarket | null, world: MarketWorld) {
    this.#kept = kept
    this.#world = world
  }

  get kept(): KeptMarket | null {
    return this.#kept
  }

  /** `null`: none is set up. */
  readonly current = (): ConnectedMarket | null => {
    if (this.#kept === null || this.#opened !== null) return this.#opened
    const { connection, config } = this.#kept
    const opened = openAdapter(config.shop, this.#world)
    // A mapping may be mended any time: it is read again at the next question.
    if (!opened.ok) return { connection, market: unopenedMarket(config.shop.platform, opened.error.sentence) }
    this.#opened = { connection, market: opened.value }
    return this.#opened
  }

  replace(kept: KeptMarket | null): void {
    this.#kept = kept
    this.#opened = null
  }
}
