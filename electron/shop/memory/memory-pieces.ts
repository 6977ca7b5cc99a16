import type { Sku } from '#shared/kernel/ids.ts'
import { type Holder, type Piece, type Seller, type Sold, sameHolder, standing } from '../piece.ts'
import { emptyBook, moveIn, type PieceBook, sellIn } from '../piece-book.ts'
import type { Claimed } from '../shop-database.ts'
import type { PieceMove } from '../ticket-rows.ts'
import { changed, type MemoryStore } from './memory-store.ts'

const bookOf = (store: MemoryStore, sku: Sku): PieceBook => store.pieces.get(sku) ?? emptyBook

function put(store: MemoryStore, sku: Sku, book: PieceBook): void {
  if (book.version !== bookOf(store, sku).version) changed(store, 'piece', sku)
  store.pieces.set(sku, book)
}

export function pieceOf(store: MemoryStore, sku: Sku): Piece {
  const { at: written, untilMs, version } = bookOf(store, sku)
  const at = standing({ at: written, untilMs }, store.nowMs())
  return { sku, at, untilMs: at === written ? untilMs : null, version }
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
  if (!isWith(store, sku, by)) return
  const book = bookOf(store, sku)
  put(store, sku, { ...book, at: { place: 'shelf' }, untilMs: null, version: book.version + 1 })
}

/** One whose hold is over and that nobody took since is still with whoever had it. */
function isWith(store: MemoryStore, sku: Sku, by: Holder): boolean {
  const { at } = bookOf(store, sku)
  return at.place !== 'shelf' && at.place !== 'sold' && sameHolder(at, by)
}

function held(store: MemoryStore, sku: Sku, by: Holder, holdMs: number | null): Claimed {
  const book = bookOf(store, sku)
  const untilMs = holdMs === null ? null : store.nowMs() + holdMs
  put(store, sku, { ...book, at: by, untilMs, version: book.version + 1 })
  return { yours: true, piece: pieceOf(store, sku) }
}

export function sell(store: MemoryStore, sku: Sku, by: Seller): Sold {
  const { book, sold } = sellIn(bookOf(store, sku), by, store.nowMs())
  put(store, sku, book)
  return sold
}

export const movePiece = (store: MemoryStore, move: PieceMove): void =>
  put(store, move.sku, moveIn(bookOf(store, move.sku), move, store.nowMs()))
