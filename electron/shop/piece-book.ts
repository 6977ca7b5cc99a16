import { type Seller, type Sold, soldFrom, standing, type TicketRef, type Whereabouts } from './piece.ts'
import type { PieceMove } from './ticket-rows.ts'

/** A ticket that sold a piece, with what was answered. */
export interface PieceSale {
  readonly ticket: TicketRef
  readonly sold: Sold
  /** Number of the refund that brought it back; `null`: it has not come back. */
  readonly returnedBy: number | null
}

/** All there is to know of one piece. */
export interface PieceBook {
  readonly at: Whereabouts
  readonly untilMs: number | null
  readonly version: number
  /** In the order they were told. */
  readonly sales: readonly PieceSale[]
}

export const emptyBook: PieceBook = { at: { place: 'shelf' }, untilMs: null, version: 0, sales: [] }

const sameTicket = (a: TicketRef, b: TicketRef): boolean => a.till === b.till && a.number === b.number

const moved = (book: PieceBook, at: Whereabouts): PieceBook => ({
  ...book,
  at,
  untilMs: null,
  version: book.version + 1,
})

/** A ticket sells the piece. Told again it is the same book, and the same answer. */
export function sellIn(
  book: PieceBook,
  by: Seller,
  nowMs: number,
): { readonly book: PieceBook; readonly sold: Sold } {
  const told = book.sales.find(({ ticket }) => sameTicket(ticket, by.ticket))
  if (told !== undefined) return { book, sold: told.sold }
  const sold = soldFrom(standing(book, nowMs), by)
  const next = { ...book, sales: [...book.sales, { ticket: by.ticket, sold, returnedBy: null }] }
  if (sold.end === 'soldBefore') return { book: next, sold }
  return { book: moved(next, { place: 'sold', ticket: by.ticket }), sold }
}

/** A refund brought it back: it is the shelf's, or belongs to the other ticket that sold it. */
function takeBackIn(book: PieceBook, of: TicketRef, refund: number): PieceBook {
  const isIt = ({ ticket, returnedBy }: PieceSale): boolean => sameTicket(ticket, of) && returnedBy === null
  if (!book.sales.some(isIt)) return book
  const sales = book.sales.map((sale) => (isIt(sale) ? { ...sale, returnedBy: refund } : sale))
  const next = { ...book, sales }
  if (book.at.place !== 'sold' || !sameTicket(book.at.ticket, of)) return next
  const other = sales.find(({ returnedBy }) => returnedBy === null)
  return moved(next, other === undefined ? { place: 'shelf' } : { place: 'sold', ticket: other.ticket })
}

/** What a journal tells of a piece. */
export const moveIn = (book: PieceBook, move: PieceMove, nowMs: number): PieceBook =>
  move.kind === 'sold' ? sellIn(book, move.by, nowMs).book : takeBackIn(book, move.of, move.refund)
