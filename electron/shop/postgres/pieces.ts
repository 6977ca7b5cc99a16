import type { Sku } from '#shared/kernel/ids.ts'
import {
  type Holder,
  type Piece,
  type Seller,
  type Sold,
  soldFrom,
  standing,
  type TicketRef,
} from '../piece.ts'
import type { Claimed } from '../shop-database.ts'
import type { Ask } from './connections.ts'
import {
  type ClaimRow,
  claimColumns,
  neverAskedFor,
  otherValues,
  type PieceSaleRow,
  pieceOf,
  placeValues,
  soldOf,
} from './piece-rows.ts'
import { ShopDefect } from './trouble.ts'

/**
 * The one conditional statement. The server's time is read in VALUES alone: Citus refuses `now()` after ON CONFLICT
 * ("must be marked IMMUTABLE"), so the condition reads it from `excluded`.
 */
const claimSql = `
INSERT INTO claims (shop, sku, place, till, sale, order_id, ticket, until_at, changed_at, version)
VALUES ($1, $2, $3, $4, $5, $6, 0, now() + $7::bigint * interval '1 millisecond', now(), 1)
ON CONFLICT (shop, sku) DO UPDATE SET place = excluded.place, till = excluded.till, sale = excluded.sale,
  order_id = excluded.order_id, ticket = 0, until_at = excluded.until_at, changed_at = excluded.changed_at,
  version = claims.version + 1
WHERE claims.place = 'shelf' OR claims.until_at <= excluded.changed_at
  OR (claims.place <> 'sold' AND claims.till = excluded.till AND claims.sale = excluded.sale
    AND claims.order_id = excluded.order_id)
RETURNING ${claimColumns}`

/** It is with whoever asks; one whose hold is over and that nobody took since still is. */
const isTheirs =
  "shop = $1 AND sku = $2 AND place IN ('cart', 'parked', 'online') AND till = $3 AND sale = $4 AND order_id = $5"

const extendSql = `
UPDATE claims SET place = $6, until_at = now() + $7::bigint * interval '1 millisecond', changed_at = now(),
  version = version + 1
WHERE ${isTheirs} RETURNING ${claimColumns}`

const toTheShelf = "place = 'shelf', till = '', sale = '', order_id = '', ticket = 0, until_at = NULL"
const releaseSql = `UPDATE claims SET ${toTheShelf}, changed_at = now(), version = version + 1 WHERE ${isTheirs}`

const readSql = `SELECT ${claimColumns}, now() AS now_at FROM claims WHERE shop = $1 AND sku = $2`

export async function claim(
  ask: Ask,
  shop: string,
  sku: Sku,
  by: Holder,
  holdMs: number | null,
): Promise<Claimed> {
  const [place, till, sale, order] = placeValues(by)
  const [row] = await ask<ClaimRow>(claimSql, [shop, sku, place, till, sale, order, holdMs])
  return row === undefined
    ? { yours: false, piece: await whereIs(ask, shop, sku) }
    : { yours: true, piece: pieceOf(row) }
}

export async function extend(
  ask: Ask,
  shop: string,
  sku: Sku,
  by: Holder,
  holdMs: number | null,
): Promise<Claimed> {
  const [place, till, sale, order] = placeValues(by)
  const [row] = await ask<ClaimRow>(extendSql, [shop, sku, till, sale, order, place, holdMs])
  return row === undefined
    ? { yours: false, piece: await whereIs(ask, shop, sku) }
    : { yours: true, piece: pieceOf(row) }
}

export async function release(ask: Ask, shop: string, sku: Sku, by: Holder): Promise<void> {
  const [, till, sale, order] = placeValues(by)
  await ask(releaseSql, [shop, sku, till, sale, order])
}

export async function whereIs(ask: Ask, shop: string, sku: Sku): Promise<Piece> {
  const [row] = await ask<ClaimRow & { readonly now_at: Date }>(readSql, [shop, sku])
  if (row === undefined) return neverAskedFor(sku)
  return asItStands(pieceOf(row), row.now_at)
}

/** A hold that is over reads as the shelf’s. */
export function asItStands(piece: Piece, now: Date): Piece {
  const at = standing(piece, now.getTime())
  return at === piece.at ? piece : { ...piece, at, untilMs: null }
}

const lockSql = `${readSql} FOR UPDATE`
const onTheShelfSql = `
INSERT INTO claims (shop, sku, place, till, sale, order_id, ticket, until_at, changed_at, version)
VALUES ($1, $2, 'shelf', '', '', '', 0, NULL, now(), 0) ON CONFLICT (shop, sku) DO NOTHING`
const moveSql = `
UPDATE claims SET place = $3, till = $4, sale = $5, order_id = $6, ticket = $7, until_at = NULL, changed_at = now(),
  version = version + 1 WHERE shop = $1 AND sku = $2`
const toldSql = `
SELECT outcome, other_place, other_till, other_sale, other_order, other_ticket FROM piece_sales
WHERE shop = $1 AND sku = $2 AND till = $3 AND ticket = $4`
const soldSql = `
INSERT INTO piece_sales (shop, sku, till, ticket, outcome, other_place, other_till, other_sale, other_order,
  other_ticket, sold_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now())`

/** Inside a transaction, which holds the piece's row until it ends. */
export async function sell(ask: Ask, shop: string, sku: Sku, by: Seller): Promise<Sold> {
  const { till, number } = by.ticket
  await ask(onTheShelfSql, [shop, sku])
  const [row] = await ask<ClaimRow & { readonly now_at: Date }>(lockSql, [shop, sku])
  if (row === undefined) throw new ShopDefect('a piece that was put on the shelf is there')
  const [told] = await ask<PieceSaleRow>(toldSql, [shop, sku, till, number])
  if (told !== undefined) return soldOf(told)
  const sold = soldFrom(asItStands(pieceOf(row), row.now_at).at, by)
  await ask(soldSql, [shop, sku, till, number, sold.end, ...otherValues(sold)])
  if (sold.end !== 'soldBefore')
    await ask(moveSql, [shop, sku, ...placeValues({ place: 'sold', ticket: by.ticket })])
  return sold
}

const backSql = `
UPDATE piece_sales SET returned_by = $5 WHERE shop = $1 AND sku = $2 AND till = $3 AND ticket = $4
  AND returned_by IS NULL RETURNING sku`
const otherSql = `
SELECT till, ticket FROM piece_sales WHERE shop = $1 AND sku = $2 AND returned_by IS NULL
ORDER BY sold_at, till, ticket LIMIT 1`

/** Inside a transaction. A refund brought it back: it is the shelf's, or belongs to the other ticket that sold it. */
export async function takeBack(
  ask: Ask,
  shop: string,
  sku: Sku,
  of: TicketRef,
  refund: number,
): Promise<void> {
  const [row] = await ask<ClaimRow>(lockSql, [shop, sku])
  const returned = await ask(backSql, [shop, sku, of.till, of.number, refund])
  if (row === undefined || returned.length === 0) return
  const { at } = pieceOf(row)
  if (at.place !== 'sold' || at.ticket.till !== of.till || at.ticket.number !== of.number) return
  const [other] = await ask<{ till: TicketRef['till']; ticket: TicketRef['number'] }>(otherSql, [shop, sku])
  const to =
    other === undefined
      ? ({ place: 'shelf' } as const)
      : ({ place: 'sold', ticket: { till: other.till, number: other.ticket } } as const)
  await ask(moveSql, [shop, sku, ...placeValues(to)])
}
