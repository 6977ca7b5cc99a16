import type { Answer } from '#shared/contract/contract.ts'
import type {
  ListingState,
  ListingView,
  MarketCheck,
  MarketImport,
  MarketView,
  OnlineOrderView,
} from '#shared/contract/marketplace.ts'
import type { Sku, TicketNumber } from '#shared/kernel/ids.ts'
import type { MarketConfig, ShownMarketConfig } from '#shared/marketplace/config.ts'
import type { OnlineOrderId } from '#shared/marketplace/order.ts'

/**
 * The shop's marketplace: what is online, which orders came, what a person has to do. What it knows is in the ledger; it
 * goes on from there after every start. Orders become sales at the counter (`sellOnlineOrder`), never here.
 *
 * Guarantees:
 * - An order is in the journal, and its pieces promised, before anybody is told of it; said again it changes nothing.
 * - An order that has lost a piece ends in exactly one task, found from the ledger, not from an event: a kill loses none.
 * - Nothing is cancelled or refunded that nobody asked for.
 */
export interface MarketplaceRoom {
  view(): MarketView
  watch(listener: (view: MarketView) => void): () => void
  /** By sku; `state` null: all of them. @param text part of a name or sku, folded */
  listings(query: {
    readonly state: ListingState | null
    readonly text: string
    readonly limit: number
    readonly offset: number
  }): readonly ListingView[]
  /** Those that have ended, newest first. */
  pastOrders(before: number | null, limit: number): readonly OnlineOrderView[]
  /** Refused as `noMarketplace`, `unknownItem`. */
  choose(skus: readonly Sku[], online: boolean, by: string): Answer
  /** Everything that is in stock and has a price. Refused as `noMarketplace`. */
  chooseAll(by: string): Answer
  /** Tries now what was refused or waits. Refused as `noMarketplace`. */
  tryAgain(by: string): Answer
  /** Asks for orders now. Refused as `noMarketplace`, `marketplaceUnreachable`, `marketplaceSaidNo`. */
  askNow(): Promise<Answer>
  /**
   * Has an open order cancelled and refunded through the platform. Refused as `unknownOrder`, `orderEnded`.
   * @param reason as the buyer reads it
   */
  cancelOrder(order: OnlineOrderId, reason: string, by: string): Answer
  /** A person settled it another way. Refused as `unknownOrder`, `nothingToAnswer`. */
  closeTask(order: OnlineOrderId, note: string, by: string): Answer
  /**
   * A piece that this till's ticket and another till's sold was settled in another way than by a refund. Refused as
   * `nothingToAnswer`.
   */
  closeSoldTwice(sku: Sku, ticket: TicketNumber, note: string, by: string): Answer
  /** Refused as `unknownOrder`, `orderOpen`. */
  forgetBuyer(order: OnlineOrderId, by: string): Answer
  /** `null`: none. Keys are never shown: whether there is one is. */
  config(): ShownMarketConfig | null
  /**
   * Durably; a key left out stays as it is. `null` takes the marketplace away. Refused as `badInput` with `field`,
   * `ordersOpen` where another shop would leave open orders behind.
   */
  configure(config: MarketConfig | null, by: string): Promise<Answer>
  /**
   * Reaches a shop without keeping it. Refused as `badInput`, `marketplaceUnreachable`, `marketplaceSaidNo` with `text`,
   * `otherCurrency`.
   */
  check(config: MarketConfig): Promise<Answer<MarketCheck>>
  /**
   * The catalogue from the marketplace, for a shop that starts there. Whole pages; a piece that cannot be taken is told and
   * the others are. Items that the shop has already keep what the platform does not know. Pieces taken are chosen.
   * @param dry only says what would come
   */
  importPieces(dry: boolean, by: string): Promise<Answer<MarketImport>>
  /** Nothing is under way. For tests and commands. */
  settled(): Promise<void>
  close(): Promise<void>
}
