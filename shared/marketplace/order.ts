import type { Brand } from '../kernel/brand.ts'
import type { SaleId, Sku, TicketNumber, TillId } from '../kernel/ids.ts'
import type { Stamp } from '../kernel/stamp.ts'
import type { Dirham } from '../money/amount.ts'
import type { OnlineOrder, OrderMove, OrderState } from './online.ts'

/** As the platform numbers it; unique on one connection. */
export type OnlineOrderId = Brand<string, 'OnlineOrderId'>

/**
 * An order as the journal has it: in dirhams, and without its buyer, who is kept beside the journal where they can be
 * forgotten (law 09-08).
 */
export interface TakenOrder {
  readonly id: OnlineOrderId
  /** As the buyer knows it. */
  readonly number: string
  readonly placedAt: Stamp
  readonly lines: readonly TakenOrderLine[]
  readonly shipping: Dirham
  /** `Σ units × price + shipping`; what the buyer pays the platform. */
  readonly total: Dirham
  readonly delivery: OnlineOrder['delivery']
  /** BCP 47 of the buyer; `''`: not known. */
  readonly language: string
  /** ISO 3166-1 alpha-2, or `''`. */
  readonly country: string
}

export interface TakenOrderLine {
  /** `null`: no sku of this shop's catalogue. */
  readonly sku: Sku | null
  readonly name: string
  /** > 0 */
  readonly units: number
  /** Of one unit, VAT included. */
  readonly price: Dirham
}

/** A ticket of a shop that has several tills: numbers are gapless per till, and repeat from till to till. */
export interface TillTicket {
  readonly till: TillId
  readonly number: TicketNumber
}

/**
 * Who has a piece that an order promised. `order`: another one that came first. Everything else a person has to find out is
 * on the ticket.
 */
export type LostTo =
  | { readonly kind: 'ticket'; readonly ticket: TillTicket }
  | { readonly kind: 'order'; readonly order: OnlineOrderId }

/**
 * What a person has to do about an order; at most one open task an order. `lost`: a piece it promised is gone: say sorry,
 * cancel, refund. `returned`: the platform gave the money back after the goods had left. `odd`: it cannot be taken as it is
 * (another currency, no line of ours, sums that do not add up).
 */
export type OnlineTask = 'lost' | 'returned' | 'odd'

/** Why an order cannot be taken as it is. */
export type OddOrder = 'otherCurrency' | 'unknownPieces' | 'badSum'

/** Where an order is with us: `open` waits to be handed over or shipped; others are ends. */
export type OnlineOrderStage = 'open' | 'sold' | 'cancelled'

/** How an order was sold: which ticket, and what the buyer's side is told. */
export interface OnlineSale {
  readonly saleId: SaleId
  readonly ticket: TicketNumber
  readonly move: OrderMove
}

/** Whether an order in this state still wants its pieces. One not paid yet wants them until somebody else takes them. */
export const wantsPieces = (state: OrderState): boolean => state === 'placed' || state === 'paid'

/**
 * Idempotency key of the message by which the platform is told that an order's goods left. Platforms number alike: another
 * marketplace's order has the same id, and never the same ticket.
 */
export const moveKey = (order: OnlineOrderId, ticket: TicketNumber): string =>
  `order:${order}:ticket:${ticket}:move`
