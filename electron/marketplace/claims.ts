import type { Timers } from '#drivers/transport/timers.ts'
import type { ClaimsPort } from '#electron/checkout/ports.ts'
import type { Clock } from '#electron/platform/clock.ts'
import type { Ids } from '#electron/platform/ids.ts'
import type { Log } from '#electron/platform/log.ts'
import type { ShopDatabase } from '#electron/shop/shop-database.ts'
import type { Claim } from '#shared/checkout/step.ts'
import type { SaleId, Sku } from '#shared/kernel/ids.ts'
import type { CurrentMarket } from '../forwarders/marketplace/connected-market.ts'
import { MarketBook } from '../forwarders/marketplace/market-book.ts'
import type { OneWriter } from '../forwarders/marketplace/one-writer.ts'
import { answeredInTime, type SideAnswer } from './claim-answers.ts'
import { type ClaimSide, type ClaimsLedger, KeptClaims, paidOrderOf } from './claim-side.ts'
import { ClaimUpkeep } from './claim-upkeep.ts'
import { MarketClaims } from './market-claims.ts'
import { OrderClaims } from './order-claims.ts'
import { ShopClaims } from './shop-claims.ts'

export interface ClaimsParts {
  readonly ledger: ClaimsLedger
  readonly market: CurrentMarket
  /** The one of whoever tells counts. */
  readonly writer: OneWriter
  /** `null`: this till shares its shop with no other. */
  readonly shop: () => ShopDatabase | null
  /** Somebody bought what nobody here knows of yet. Resolves when the orders are in the ledger, or could not be. */
  readonly askForOrders: () => Promise<void>
  /** Called when messages for the outbox were written down. */
  readonly changed: () => void
  readonly clock: Clock
  readonly timers: Timers
  readonly ids: Ids
  /** [0, 1); for the waits */
  readonly chance: () => number
  readonly log: Log
}

/** Claims on one-of-a-kind pieces, for the counter. Nobody is let go before the first `follow`. */
export interface Claims extends ClaimsPort {
  /** Orders may have come or ended. Returns at once. */
  look(): void
  /** Nothing is under way. */
  settled(): Promise<void>
  /** What is under way is told to end. Claims stay as they are kept, and are taken up by the next run. */
  close(): Promise<void>
}

export function openClaims(parts: ClaimsParts): Claims {
  const { ledger, timers } = parts
  const asked = new Set<string>()
  const closing = new AbortController()
  const claims = new KeptClaims(ledger.market, parts.ids, asked)
  const common = { ...parts, claims, signal: closing.signal, book: new MarketBook(parts) }
  const sides: readonly ClaimSide[] = [new MarketClaims({ ...common, whoBought }), new ShopClaims(common)]
  const upkeep = new ClaimUpkeep({ ...parts, sides: [...sides, new OrderClaims(common)], asked })
  const underWay = new Set<Promise<unknown>>()

  async function whoBought(sku: Sku): Promise<SideAnswer> {
    try {
      await parts.askForOrders()
    } catch (error) {
      parts.log.error({ err: error, sku }, 'orders could not be asked for')
    }
    return ordered(sku) ?? { says: 'nothing', because: 'refused' }
  }

  function ordered(sku: Sku): Extract<SideAnswer, { readonly says: 'elsewhere' }> | null {
    const order = paidOrderOf(ledger, sku)
    return order && { says: 'elsewhere', at: { place: 'order', order: order.order.number } }
  }

  /** A disk that refuses is no reason to send a visitor away: the sale itself will say so. */
  function asking(side: ClaimSide, sku: Sku, sale: SaleId): Promise<SideAnswer> | null {
    try {
      return side.take(sku, sale)
    } catch (error) {
      parts.log.error({ err: error, sku }, 'a piece could not be asked for')
      return Promise.resolve({ says: 'nothing', because: 'refused' })
    }
  }

  /** Answers that come after the deadline are still answers: what was claimed by them is looked after. */
  function heard<T>(answer: Promise<T>): Promise<T> {
    const done = answer.finally(() => {
      underWay.delete(done)
      upkeep.look()
    })
    underWay.add(done)
    return done
  }

  return {
    async take(sku: Sku, sale: SaleId): Promise<Claim | null> {
      const order = ordered(sku)
      if (order !== null) return { standing: 'elsewhere', at: order.at }
      const answers = sides.flatMap((side) => asking(side, sku, sale) ?? [])
      return answers.length === 0 ? null : answeredInTime(timers, answers.map(heard))
    },
    follow: (sales) => upkeep.follow(sales),
    look: () => upkeep.look(),
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay)
      await upkeep.settled()
    },
    async close() {
      closing.abort()
      await upkeep.close()
    },
  }
}
