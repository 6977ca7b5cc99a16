import type { Done, Marketplace } from '#drivers/marketplaces/marketplace.ts'
import type { WriteLedger } from '#electron/ledger/handles.ts'
import { notBefore } from '#electron/ledger/not-before.ts'
import type { Clock } from '#electron/platform/clock.ts'
import type { Ids } from '#electron/platform/ids.ts'
import type { Answer } from '#shared/contract/contract.ts'
import type { MarketCheck } from '#shared/contract/marketplace.ts'
import type { MarketConfig } from '#shared/marketplace/config.ts'
import type { MarketConnection, MarketWorld } from './market-connection.ts'
import { type KeptMarket, writeMarket } from './market-file.ts'
import { missingSecret, withKeptSecrets } from './market-secrets.ts'
import { openAdapter } from './open-adapter.ts'
import { no, refusalOf } from './room-answers.ts'
import { isSameShop } from './same-shop.ts'

export interface MarketSetupParts extends MarketWorld {
  readonly ledger: WriteLedger
  readonly clock: Clock
  readonly ids: Ids
  readonly connection: MarketConnection
}

/** What a test of the shop found, and of which settings. */
interface Checked {
  readonly config: MarketConfig
  readonly shop: string
  readonly lacks: readonly string[]
}

/** Messages looked at for an order of the shop that is to be taken away. */
const mostWaiting = 10_000

/** Sets a marketplace up: tests it, keeps it, and tells the ledger which shop it is. */
export class MarketSetup {
  readonly #parts: MarketSetupParts
  #checked: Checked | null = null

  constructor(parts: MarketSetupParts) {
    this.#parts = parts
  }

  /** What the key of the shop as it is set up may not do, as the last test told it. */
  lacks(): readonly string[] {
    const { kept } = this.#parts.connection
    return kept !== null && this.#checked !== null && isSameShop(kept.config.shop, this.#checked.config.shop)
      ? this.#checked.lacks
      : []
  }

  /** Reaches a shop without keeping it. */
  async check(config: MarketConfig, signal: AbortSignal): Promise<Answer<MarketCheck>> {
    const whole = withKeptSecrets(config, this.#before())
    const opened = this.#open(whole)
    if (!opened.ok) return opened
    const market = opened.value
    const checked = await market.check(signal)
    if (checked.end !== 'done') return refusalOf(checked)
    const { shop, currency, lacks } = checked.value
    if (currency !== 'MAD') return no('otherCurrency', { text: currency })
    const pieces = await this.#piecesOf(market, signal)
    if (pieces.end !== 'done') return refusalOf(pieces)
    this.#checked = { config: whole, shop, lacks }
    return { ok: true, value: { shop, currency, lacks, pieces: pieces.value } }
  }

  /** Finds out what the key of the shop may not do, unless that is known in this run of the till. */
  async lookAtRights(signal: AbortSignal): Promise<void> {
    const { connection } = this.#parts
    const { kept } = connection
    const market = connection.current()?.market
    if (kept === null || market === undefined || this.#checked?.config === kept.config) return
    const checked = await market.check(signal)
    if (checked.end !== 'done' || connection.kept !== kept) return
    const { shop, lacks } = checked.value
    this.#checked = { config: kept.config, shop, lacks }
  }

  /** Durably. @returns whether it is another shop now */
  async configure(config: MarketConfig | null, by: string): Promise<Answer<{ readonly isOther: boolean }>> {
    const { connection, ledger, folder } = this.#parts
    const whole = config === null ? null : withKeptSecrets(config, this.#before())
    if (whole !== null) {
      const opened = this.#open(whole)
      if (!opened.ok) return opened
    }
    const { kept } = connection
    const isOther = kept === null || whole === null || !isSameShop(kept.config.shop, whole.shop)
    if (kept !== null && isOther && this.#leavesBehind()) return no('ordersOpen')
    // The shop is written down after the file: nothing is forgotten for one that was not kept.
    ledger.assertWritable()
    const next = whole === null ? null : this.#keptAs(whole, isOther ? null : kept)
    await writeMarket(folder, next)
    connection.replace(next)
    this.introduce(by)
    return { ok: true, value: { isOther } }
  }

  /** Tells the ledger which shop is set up, unless it knows; a till that died between the two does so when it starts. */
  introduce(by: string): void {
    const { ledger, clock, connection } = this.#parts
    const { kept } = connection
    const current = connection.current()
    if (kept === null || current === null) return
    if (ledger.marketConnection()?.connection === kept.connection) return
    const checked = this.#checked
    const isChecked = checked !== null && isSameShop(checked.config.shop, kept.config.shop)
    const { platform } = kept.config.shop
    const shop = isChecked ? checked.shop : current.market.name
    ledger.append(
      [{ kind: 'marketplaceConnected', connection: kept.connection, platform, shop }],
      by,
      notBefore(ledger, clock.now()),
    )
  }

  #before(): MarketConfig | null {
    return this.#parts.connection.kept?.config ?? null
  }

  #keptAs(config: MarketConfig, same: KeptMarket | null): KeptMarket {
    const { ids, clock } = this.#parts
    const { connection, sinceUtcMs } = same ?? {
      connection: ids.next(),
      sinceUtcMs: Math.max(0, clock.now().utcMs),
    }
    return { connection, sinceUtcMs, config }
  }

  #open(config: MarketConfig): Answer<Marketplace> {
    const missing = missingSecret(config)
    if (missing !== null) return no('badInput', { field: missing })
    const opened = openAdapter(config.shop, this.#parts)
    if (opened.ok) return opened
    const { field, sentence } = opened.error
    return no('badInput', { field, reason: sentence })
  }

  /** Orders that wait here, or of which the platform has not heard yet what became of them. */
  #leavesBehind(): boolean {
    const { ledger } = this.#parts
    if (ledger.openOnlineOrders().length > 0) return true
    const waiting = ledger.outbox.waiting('marketplace', mostWaiting)
    return waiting.some(({ body }) => body.type === 'moveOrder' || body.type === 'cancelOrder')
  }

  async #piecesOf(market: Marketplace, signal: AbortSignal): Promise<Done<number>> {
    const { ids, clock } = this.#parts
    const page = await market.listPieces(null, { key: ids.next(), at: clock.now(), signal })
    return page.end === 'done' ? { end: 'done', value: page.value.pieces.length } : page
  }
}
