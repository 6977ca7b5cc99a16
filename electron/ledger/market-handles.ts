import type { ListingState } from '#shared/contract/marketplace.ts'
import type { SaleId, Seq, Sku, TicketNumber } from '#shared/kernel/ids.ts'
import type { Stamp } from '#shared/kernel/stamp.ts'
import type { ListingTrouble } from '#shared/marketplace/facts.ts'
import type { OnlineBuyer, OnlineRef, OrderMove, OrderState } from '#shared/marketplace/online.ts'
import type {
  LostTo,
  OddOrder,
  OnlineOrderId,
  OnlineOrderStage,
  OnlineTask,
  TakenOrder,
  TillTicket,
} from '#shared/marketplace/order.ts'

/** What may be asked of the ledger about the marketplace. Each answer is found by an index; none walks a history. */
export interface MarketReads {
  /** As last connected; `null`: never. */
  marketConnection(): {
    readonly connection: string
    readonly platform: string
    readonly shop: string
  } | null
  /** `null`: it was never chosen. */
  findListing(sku: Sku): ListingRow | null
  /** Of every item of the catalogue, in the order of their skus. `text` folded as `searchItems` folds. */
  listListings(query: {
    readonly state: ListingState | null
    readonly text: string
    readonly limit: number
    readonly offset: number
  }): readonly Sku[]
  listingCounts(): Readonly<Record<ListingState, number>>
  /** Chosen, and never put online or changed since: those not refused. In the order of their skus, after `after`. */
  listingsToPut(after: Sku | null, limit: number): readonly Sku[]
  /** Every sku with a ref on the platform. In the order of their skus, after `after`. */
  listedSkus(after: Sku | null, limit: number): readonly Sku[]
  /** Of the marketplace connected now. One of an earlier marketplace goes by the id that the lists here give it. */
  findOnlineOrder(order: OnlineOrderId): OnlineOrderRow | null
  /** Stage `open`, oldest first: with a task or without. */
  openOnlineOrders(): readonly OnlineOrderRow[]
  /** With a task that nobody has ended, oldest first; also of orders that are open no more. */
  onlineTasks(): readonly OnlineOrderRow[]
  /** Those that have ended, newest first, taken before journal entry `before`. */
  pastOnlineOrders(before: Seq | null, limit: number): readonly OnlineOrderRow[]
  /**
   * The open order that is to have this piece: one that is paid before one that is not, the oldest of them; `null`: none. Of
   * one that is to be cancelled, or has lost a piece already, nothing is wanted any more.
   */
  orderWanting(sku: Sku): OnlineOrderRow | null
  /** Units of an item promised to open orders, but for what they have lost. */
  promisedUnits(sku: Sku): number
  /**
   * Open orders without a task that want a piece they cannot have: sold, or promised to an older order that is paid or
   * not less paid. Found from rows that are there, however the till came to its end in between.
   */
  ordersToLose(): readonly {
    readonly order: OnlineOrderId
    readonly lost: readonly { readonly sku: Sku; readonly to: LostTo }[]
  }[]
  /** The ticket that sold a one-of-a-kind piece and that nobody has given back, here or at another till; `null`: none. */
  soldBy(sku: Sku): TillTicket | null
  /** Our own ticket that sold a one-of-a-kind piece and that nobody has given back; `null`: none. */
  ownTicketOf(sku: Sku): TicketNumber | null
  /** The ticket of another till that sold a piece, as far as the shop's database has told; `null`: none. */
  soldElsewhere(sku: Sku): TillTicket | null
  /** Pieces that another till sold, too, and that a person has to settle; oldest first. */
  soldTwice(): readonly SoldTwiceRow[]
  /** Newest journal entry that changed what the marketplace should be told of an item: its count or what is promised. 0: none. */
  stockVersion(sku: Sku): number
  /** `null`: forgotten, or no such order. */
  buyerOf(order: OnlineOrderId): OnlineBuyer | null
}

/** Two visitors have paid for one piece. It ends with a refund of either ticket, or as a person says. */
export interface SoldTwiceRow {
  readonly sku: Sku
  readonly ours: TicketNumber
  readonly theirs: TillTicket
  readonly since: Stamp
}

/** What is kept beside the journal: how far both sides have told each other. Each is durable when it returns. */
export interface MarketRows {
  /** Where the next question for orders begins, on this connection; `null`: never asked. */
  ordersCursor(connection: string): string | null
  keepOrdersCursor(connection: string, cursor: string): void
  /** What the marketplace was last told of an item on this connection. */
  told(connection: string, sku: Sku): ToldStock | null
  keepTold(connection: string, told: readonly (ToldStock & { readonly sku: Sku })[]): void
  /** Of the shop's database: where the next look at its changes begins. */
  shopCursor(shop: string): string | null
  keepShopCursor(shop: string, cursor: string): void
  /** Before the platform is asked: whoever finds it again knows that it may be held. Again of one that is there: nothing. */
  beginHold(hold: Pick<HoldRow, 'key' | 'connection' | 'sku' | 'saleId'>): void
  /** It is held, under the platform's own id. */
  held(key: string, id: string): void
  endHold(key: string): void
  holds(): readonly HoldRow[]
}

export interface ToldStock {
  readonly count: number
  /** `stockVersion` as it was when the count was read. */
  readonly version: number
  readonly at: Stamp
}

export interface HoldRow {
  /** Idempotency key of the hold. */
  readonly key: string
  readonly connection: string
  readonly sku: Sku
  readonly saleId: SaleId
  /** `null`: asked for, and nobody knows. */
  readonly id: string | null
}

export interface ListingRow {
  readonly sku: Sku
  readonly state: ListingState
  readonly ref: OnlineRef | null
  /** `itemSha256` of the item as it was put last; `null`: never on this connection, or hidden since. */
  readonly sha256: string | null
  /** The item is another one since. */
  readonly changed: boolean
  readonly trouble: ListingTrouble | null
}

export interface OnlineOrderRow {
  readonly order: TakenOrder
  readonly seq: Seq
  readonly takenAt: Stamp
  readonly state: OrderState
  readonly stage: OnlineOrderStage
  readonly sale: { readonly ticket: TicketNumber; readonly move: OrderMove } | null
  readonly cancelAsked: boolean
  readonly task: {
    readonly kind: OnlineTask
    readonly since: Stamp
    readonly lost: readonly { readonly sku: Sku; readonly to: LostTo }[]
    readonly odd: { readonly because: OddOrder; readonly text: string } | null
  } | null
}
