import type { SaleId, Sku, TicketNumber, TillId } from '#shared/kernel/ids.ts'

/** A ticket of a shop that has several tills: numbers are gapless per till, and repeat from till to till. */
export interface TicketRef {
  readonly till: TillId
  readonly number: TicketNumber
}

/**
 * Whoever may hold a piece: a sale at one till, open or parked, or an order on the marketplace, by the number its buyer and
 * its ticket know it by.
 */
export type Holder =
  | { readonly place: 'cart' | 'parked'; readonly till: TillId; readonly sale: SaleId }
  | { readonly place: 'online'; readonly order: string }

/** Where a one-of-a-kind piece is: with exactly one of these. */
export type Whereabouts =
  | { readonly place: 'shelf' }
  | Holder
  | { readonly place: 'sold'; readonly ticket: TicketRef }

/** A piece as the shop's database has it. */
export interface Piece {
  readonly sku: Sku
  readonly at: Whereabouts
  /** By the database's clock, milliseconds since 1970; afterwards it is the shelf's. `null`: without end. */
  readonly untilMs: number | null
  /** One more with every change of this piece; 0: nobody ever asked for it. */
  readonly version: number
}

/** What came of selling a piece; the same however often it is asked. */
export type Sold =
  | { readonly end: 'sold' }
  /** The visitor holds it in the hand: the ticket stands, and whoever had claimed it must be told. */
  | { readonly end: 'overruled'; readonly lost: Holder }
  /** Another ticket that nobody has given back sold it before: both visitors paid, one of them must be told. */
  | { readonly end: 'soldBefore'; readonly first: TicketRef }

/** Whose ticket sells a piece, and through which sale or order it may have claimed it. */
export interface Seller {
  readonly ticket: TicketRef
  readonly sale: SaleId
  /** The online order that is handed over or shipped by this ticket; `null`: none. */
  readonly order: string | null
}

/** Whether two claims are one and the same, parked or not. */
export function sameHolder(a: Holder, b: Holder): boolean {
  if (a.place === 'online' || b.place === 'online')
    return a.place === 'online' && b.place === 'online' && a.order === b.order
  return a.till === b.till && a.sale === b.sale
}

/** A hold that is over is the shelf's, whatever the row still says. */
export const standing = (piece: Pick<Piece, 'at' | 'untilMs'>, nowMs: number): Whereabouts =>
  piece.untilMs !== null && piece.untilMs <= nowMs ? { place: 'shelf' } : piece.at

/** What selling a piece comes to, from where it stands. */
export function soldFrom(at: Whereabouts, by: Seller): Sold {
  if (at.place === 'shelf') return { end: 'sold' }
  if (at.place === 'sold') return { end: 'soldBefore', first: at.ticket }
  const own =
    at.place === 'online' ? at.order === by.order : at.till === by.ticket.till && at.sale === by.sale
  return own ? { end: 'sold' } : { end: 'overruled', lost: at }
}
