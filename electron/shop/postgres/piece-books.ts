import type { Sku, TicketNumber, TillId } from '#shared/kernel/ids.ts'
import type { Seller, Sold } from '../piece.ts'
import { moveIn, type PieceBook, type PieceSale, sellIn } from '../piece-book.ts'
import type { PieceMove } from '../ticket-rows.ts'
import type { Ask } from './connections.ts'
import {
  type ClaimRow,
  claimColumns,
  otherValues,
  type PieceSaleRow,
  pieceOf,
  placeValues,
  soldOf,
} from './piece-rows.ts'
import { ShopDefect } from './trouble.ts'

const onTheShelfSql = `
INSERT INTO claims (shop, sku, place, till, sale, order_id, ticket, until_at, changed_at, version)
SELECT $1, sku, 'shelf', '', '', '', 0, NULL, now(), 0 FROM unnest($2::text[]) AS s (sku)
ON CONFLICT (shop, sku) DO NOTHING`
const lockSql = `
SELECT ${claimColumns}, now() AS now_at FROM claims WHERE shop = $1 AND sku = ANY($2::text[])
ORDER BY sku COLLATE "C" FOR UPDATE`
const salesSql = `
SELECT sku, till, ticket, returned_by, outcome, other_place, other_till, other_sale, other_order, other_ticket
FROM piece_sales WHERE shop = $1 AND sku = ANY($2::text[]) ORDER BY sold_at, till, ticket`
const moveSql = `
UPDATE claims SET place = $3, till = $4, sale = $5, order_id = $6, ticket = $7, until_at = NULL, changed_at = now(),
  version = $8 WHERE shop = $1 AND sku = $2`
const soldSql = `
INSERT INTO piece_sales (shop, sku, till, ticket, outcome, other_place, other_till, other_sale, other_order,
  other_ticket, sold_at, returned_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now(), $11)
ON CONFLICT (shop, sku, till, ticket) DO UPDATE SET returned_by = excluded.returned_by`

interface OpenBook extends PieceBook {
  /** By the server's clock. */
  readonly nowMs: number
}

/** Inside a transaction, which holds the piece's row until it ends. */
export async function sell(ask: Ask, shop: string, sku: Sku, by: Seller): Promise<Sold> {
  const book = opened(await openBooks(ask, shop, [sku]), sku)
  const { book: after, sold } = sellIn(book, by, book.nowMs)
  await keep(ask, shop, sku, book, after)
  return sold
}

/** Inside the transaction of an arrival. */
export async function movePieces(ask: Ask, shop: string, moves: readonly PieceMove[]): Promise<void> {
  if (moves.length === 0) return
  const skus = [...new Set(moves.map(({ sku }) => sku))].sort()
  const books = await openBooks(ask, shop, skus)
  for (const sku of skus) {
    const before = opened(books, sku)
    const after = moves
      .filter((move) => move.sku === sku)
      .reduce<PieceBook>((book, move) => moveIn(book, move, before.nowMs), before)
    await keep(ask, shop, sku, before, after)
  }
}

/**
 * Reads everything of some pieces and holds their rows. @param skus in the order of their letters, by everyone: two who need
 * the same pieces wait one for the other, and not each for each.
 */
async function openBooks(ask: Ask, shop: string, skus: readonly Sku[]): Promise<ReadonlyMap<Sku, OpenBook>> {
  await ask(onTheShelfSql, [shop, skus])
  const rows = await ask<ClaimRow & { readonly now_at: Date }>(lockSql, [shop, skus])
  const sales = await ask<PieceSaleRow & SaleKeys>(salesSql, [shop, skus])
  return new Map(
    rows.map((row) => {
      const { sku, ...piece } = pieceOf(row)
      const own = sales.filter((sale) => sale.sku === sku).map(saleOf)
      return [sku, { ...piece, sales: own, nowMs: row.now_at.getTime() }]
    }),
  )
}

interface SaleKeys {
  readonly sku: string
  readonly till: string
  readonly ticket: number
  readonly returned_by: number | null
}

const saleOf = (row: PieceSaleRow & SaleKeys): PieceSale => ({
  ticket: { till: row.till as TillId, number: row.ticket as TicketNumber },
  sold: soldOf(row),
  returnedBy: row.returned_by,
})

function opened(books: ReadonlyMap<Sku, OpenBook>, sku: Sku): OpenBook {
  const book = books.get(sku)
  if (book === undefined) throw new ShopDefect('a piece that was put on the shelf is there')
  return book
}

/** Writes what is new. */
async function keep(ask: Ask, shop: string, sku: Sku, before: PieceBook, after: PieceBook): Promise<void> {
  for (const sale of after.sales) {
    if (before.sales.includes(sale)) continue
    const { ticket, sold, returnedBy } = sale
    const { till, number } = ticket
    await ask(soldSql, [shop, sku, till, number, sold.end, ...otherValues(sold), returnedBy])
  }
  if (after.version !== before.version)
    await ask(moveSql, [shop, sku, ...placeValues(after.at), after.version])
}
