import type { SaleId, Sku, TicketNumber } from '../kernel/ids.ts'
import type { OnlineRef, OrderMove, OrderState } from './online.ts'
import type { LostTo, OddOrder, OnlineOrderId, OnlineTask, TakenOrder, TillTicket } from './order.ts'

/** Why the marketplace would not have a piece: a code for the words table, and its own words as received. */
export interface ListingTrouble {
  readonly code: string
  readonly text: string
}

/** What happens between the shop and its marketplace, and its other tills: part of the journal like every other fact. */
export type MarketFact =
  /**
   * The shop on the platform from now on. Every place of a piece on another one is forgotten: what is chosen waits to be
   * put online anew.
   */
  | {
      readonly kind: 'marketplaceConnected'
      /** Made at set-up; another shop or another platform is another one. */
      readonly connection: string
      readonly platform: string
      /** As `check` told it. */
      readonly shop: string
    }
  /** A person wants these pieces online, or off. At most 1000 a fact. */
  | { readonly kind: 'listingChosen'; readonly skus: readonly Sku[]; readonly online: boolean }
  /** It is online as it was then: `sha256` of its canonical JSON without its count (hex); another item since is put again. */
  | {
      readonly kind: 'pieceListed'
      readonly sku: Sku
      readonly ref: OnlineRef
      readonly sha256: string
    }
  | { readonly kind: 'pieceHidden'; readonly sku: Sku }
  | { readonly kind: 'listingRefused'; readonly sku: Sku; readonly trouble: ListingTrouble }
  /** An order came in. From here on its pieces are promised; the buyer is kept beside the journal. */
  | {
      readonly kind: 'onlineOrderTaken'
      readonly order: TakenOrder
      /** `placed` or `paid`. */
      readonly state: OrderState
    }
  /** It cannot be taken as it is: its pieces are promised all the same where they are known; a person has to look. */
  | {
      readonly kind: 'onlineOrderOdd'
      readonly order: TakenOrder
      readonly state: OrderState
      readonly because: OddOrder
      /** Amounts and currency as the platform said them. */
      readonly text: string
    }
  /** The platform says where it stands now. Cancelled or refunded after its sale is a task. */
  | { readonly kind: 'onlineOrderMoved'; readonly order: OnlineOrderId; readonly state: OrderState }
  /** A piece it promised is gone: one task. Never twice for one order. */
  | {
      readonly kind: 'onlineOrderLost'
      readonly order: OnlineOrderId
      readonly lost: readonly { readonly sku: Sku; readonly to: LostTo }[]
    }
  /** Its goods left the shop. In the same transaction as the ticket. */
  | {
      readonly kind: 'onlineOrderSold'
      readonly order: OnlineOrderId
      readonly saleId: SaleId
      readonly ticket: TicketNumber
      readonly move: OrderMove
    }
  /** Durable before the platform is asked to give the money back. */
  | {
      readonly kind: 'onlineCancelAsked'
      readonly order: OnlineOrderId
      /** As the buyer reads it. */
      readonly reason: string
    }
  /** The platform cancelled it and gave back what had been paid. Ends its task. */
  | { readonly kind: 'onlineOrderCancelled'; readonly order: OnlineOrderId }
  /** A person settled it another way, and says how. The order is open no more. */
  | {
      readonly kind: 'onlineTaskClosed'
      readonly order: OnlineOrderId
      readonly task: OnlineTask
      readonly note: string
    }
  /** The buyer is kept beside the journal no more. */
  | { readonly kind: 'buyerForgotten'; readonly order: OnlineOrderId }
  /** Nobody could be asked in time whether the piece is free; the visitor holds it in the hand, and that wins. */
  | {
      readonly kind: 'claimRisked'
      readonly saleId: SaleId
      readonly sku: Sku
      readonly because: ClaimDoubt
    }
  /**
   * What the other tills of the shop did, as its database tells it while nothing of this till is on its way there: counts
   * as they are now, pieces others sold, and pieces that came back. At most 1000 together.
   */
  | {
      readonly kind: 'shopStockTaken'
      readonly counts: readonly { readonly sku: Sku; readonly count: number }[]
      /**
       * `ours`: our own ticket that sold it, too, and that nobody has given back; `null`: none. A ticket of this till: the other
       * one's sale is undone, and it is ours alone.
       */
      readonly sold: readonly {
        readonly sku: Sku
        readonly ticket: TillTicket
        readonly ours: TicketNumber | null
      }[]
      readonly back: readonly Sku[]
    }
  /** A piece that two tills sold: a person settled it in another way than by a refund, and says how. */
  | {
      readonly kind: 'soldTwiceClosed'
      readonly sku: Sku
      readonly ticket: TicketNumber
      readonly note: string
    }

export type MarketFactKind = MarketFact['kind']

/** Why a claim was not answered: nobody reached, no answer in time, or an answer that said nothing. */
export type ClaimDoubt = 'noNetwork' | 'silent' | 'refused'
