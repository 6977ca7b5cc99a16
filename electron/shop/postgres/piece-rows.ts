import type { SaleId, Sku, TicketNumber, TillId } from '#shared/kernel/ids.ts'
import type { Holder, Piece, Sold, TicketRef, Whereabouts } from '../piece.ts'

/** Columns of `claims` in the order of `placeValues`, after shop and sku. */
export interface ClaimRow {
  readonly sku: string
  readonly place: 'shelf' | 'cart' | 'parked' | 'online' | 'sold'
  readonly till: string
  readonly sale: string
  readonly order_id: string
  readonly ticket: number
  readonly until_at: Date | null
  readonly version: number
}

export const claimColumns = 'sku, place, till, sale, order_id, ticket, until_at, version'

/** place, till, sale, order_id, ticket */
export type PlaceValues = readonly [string, string, string, string, number]

export function placeValues(at: Whereabouts): PlaceValues {
  switch (at.place) {
    case 'shelf':
      return ['shelf', '', '', '', 0]
    case 'online':
      return ['online', '', '', at.order, 0]
    case 'sold':
      return ['sold', at.ticket.till, '', '', at.ticket.number]
    default:
      return [at.place, at.till, at.sale, '', 0]
  }
}

function whereabouts(row: Omit<ClaimRow, 'sku' | 'until_at' | 'version'>): Whereabouts {
  const till = row.till as TillId
  switch (row.place) {
    case 'shelf':
      return { place: 'shelf' }
    case 'online':
      return { place: 'online', order: row.order_id }
    case 'sold':
      return { place: 'sold', ticket: { till, number: row.ticket as TicketNumber } }
    default:
      return { place: row.place, till, sale: row.sale as SaleId }
  }
}

export const pieceOf = (row: ClaimRow): Piece => ({
  sku: row.sku as Sku,
  at: whereabouts(row),
  untilMs: row.until_at?.getTime() ?? null,
  version: row.version,
})

export const neverAskedFor = (sku: Sku): Piece => ({ sku, at: { place: 'shelf' }, untilMs: null, version: 0 })

/** What was answered to a seller, as it was written down. */
export interface PieceSaleRow {
  readonly outcome: Sold['end']
  readonly other_place: ClaimRow['place'] | ''
  readonly other_till: string
  readonly other_sale: string
  readonly other_order: string
  readonly other_ticket: number
}

export function soldOf(row: PieceSaleRow): Sold {
  if (row.outcome === 'sold') return { end: 'sold' }
  const ticket: TicketRef = { till: row.other_till as TillId, number: row.other_ticket as TicketNumber }
  if (row.outcome === 'soldBefore') return { end: 'soldBefore', first: ticket }
  const lost = whereabouts({
    place: row.other_place === '' ? 'shelf' : row.other_place,
    till: row.other_till,
    sale: row.other_sale,
    order_id: row.other_order,
    ticket: 0,
  })
  return { end: 'overruled', lost: lost as Holder }
}

export function otherValues(sold: Sold): PlaceValues {
  if (sold.end === 'overruled') return placeValues(sold.lost)
  return sold.end === 'soldBefore' ? placeValues({ place: 'sold', ticket: sold.first }) : ['', '', '', '', 0]
}
