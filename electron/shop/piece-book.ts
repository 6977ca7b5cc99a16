import type { TillId } from '#shared/kernel/ids.ts'
import { type Seller, type Sold, soldFrom, standing, type TicketRef, type Whereabouts } from './piece.ts'
import type { PieceMove } from './ticket-rows.ts'

/** A ticket that sold a piece, with what was answered. */
export interface PieceSale {
  readonly ticket: TicketRef
  readonly sold: Sold
  /** Number of the refund that brought it back, or `withoutRefund`; `null`: it has not come back. */
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

/** It is on the shelf again, and no refund says why: the catalogue of the till that sold it does. */
const withoutRefund = 0

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

/** Some of its sales are undone: it is the shelf's, or belongs to the other ticket that sold it. */
function undoIn(book: PieceBook, of: (ticket: TicketRef) => boolean, returnedBy: number): PieceBook {
  const isIt = (sale: PieceSale): boolean => sale.returnedBy === null && of(sale.ticket)
  if (!book.sales.some(isIt)) return book
  const sales = book.sales.map((sale) => (isIt(sale) ? { ...sale, returnedBy } : sale))
  const next = { ...book, sales }
  if (book.at.place !== 'sold' || !of(book.at.ticket)) return next
  const other = sales.find((sale) => sale.returnedBy === null)
  return moved(next, other === undefined ? { place: 'shelf' } : { place: 'sold', ticket: other.ticket })
}

/**
 * The catalogue of a till has it. What that till itself had sold is the shelf's again, as it is in its own ledger; what another
 * one sold stays sold, and is told once more to whoever thinks otherwise.
 */
function loadIn(book: PieceBook, till: TillId): PieceBook {
  const after = undoIn(book, (ticket) => ticket.till === till, withoutRefund)
  return after.version === book.version && after.at.place === 'sold' ? moved(after, after.at) : after
}

/** What a journal tells of a piece. */
export function moveIn(book: PieceBook, move: PieceMove, nowMs: number): PieceBook {
  if (move.kind === 'sold') return sellIn(book, move.by, nowMs).book
  if (move.kind === 'loaded') return loadIn(book, move.till)
  return undoIn(book, (ticket) => sameTicket(ticket, move.of), move.refund)
}
