import type { Sku } from '#shared/kernel/ids.ts'
import {
  type Holder,
  type Piece,
  type Seller,
  type Sold,
  sameHolder,
  soldFrom,
  standing,
  type Whereabouts,
} from '../piece.ts'
import type { Claimed } from '../shop-database.ts'
import { changed, type MemoryStore, type PieceSale } from './memory-store.ts'

const sameTicket = (a: PieceSale['ticket'], b: PieceSale['ticket']): boolean =>
  a.till === b.till && a.number === b.number

export function pieceOf(store: MemoryStore, sku: Sku): Piece {
  const piece = store.pieces.get(sku) ?? { sku, at: { place: 'shelf' }, untilMs: null, version: 0 }
  const at = standing(piece, store.nowMs())
  return at === piece.at ? piece : { ...piece, at, untilMs: null }
}

function put(store: MemoryStore, sku: Sku, at: Whereabouts, untilMs: number | null): Piece {
  const piece = { sku, at, untilMs, version: pieceOf(store, sku).version + 1 }
  store.pieces.set(sku, piece)
  changed(store, 'piece', sku)
  return piece
}

export function claim(store: MemoryStore, sku: Sku, by: Holder, holdMs: number | null): Claimed {
  const piece = pieceOf(store, sku)
  const { at } = piece
  const free = at.place === 'shelf' || (at.place !== 'sold' && sameHolder(at, by))
  return free ? held(store, sku, by, holdMs) : { yours: false, piece }
}

export function extend(store: MemoryStore, sku: Sku, by: Holder, holdMs: number | null): Claimed {
  return isWith(store, sku, by) ? held(store, sku, by, holdMs) : { yours: false, piece: pieceOf(store, sku) }
}

export function release(store: MemoryStore, sku: Sku, by: Holder): void {
  if (isWith(store, sku, by)) put(store, sku, { place: 'shelf' }, null)
}

/** One whose hold is over and that nobody took since is still with whoever had it. */
function isWith(store: MemoryStore, sku: Sku, by: Holder): boolean {
  const at = store.pieces.get(sku)?.at ?? { place: 'shelf' }
  return at.place !== 'shelf' && at.place !== 'sold' && sameHolder(at, by)
}

const held = (store: MemoryStore, sku: Sku, by: Holder, holdMs: number | null): Claimed => ({
  yours: true,
  piece: put(store, sku, by, holdMs === null ? null : store.nowMs() + holdMs),
})

const salesOf = (store: MemoryStore, sku: Sku): PieceSale[] => {
  const sales = store.pieceSales.get(sku) ?? []
  store.pieceSales.set(sku, sales)
  return sales
}

export function sell(store: MemoryStore, sku: Sku, by: Seller): Sold {
  const sales = salesOf(store, sku)
  const told = sales.find(({ ticket }) => sameTicket(ticket, by.ticket))
  if (told !== undefined) return told.sold
  const sold = soldFrom(pieceOf(store, sku).at, by)
  sales.push({ ticket: by.ticket, sold, returnedBy: null })
  if (sold.end !== 'soldBefore') put(store, sku, { place: 'sold', ticket: by.ticket }, null)
  return sold
}

/** A refund brought it back: it is the shelf's, or belongs to the other ticket that sold it. */
export function takeBack(store: MemoryStore, sku: Sku, of: PieceSale['ticket'], refund: number): void {
  const sales = salesOf(store, sku)
  const sale = sales.find(({ ticket, returnedBy }) => sameTicket(ticket, of) && returnedBy === null)
  if (sale === undefined) return
  sale.returnedBy = refund
  const { at } = pieceOf(store, sku)
  if (at.place !== 'sold' || !sameTicket(at.ticket, of)) return
  const other = sales.find(({ returnedBy }) => returnedBy === null)
  put(store, sku, other === undefined ? { place: 'shelf' } : { place: 'sold', ticket: other.ticket }, null)
}
