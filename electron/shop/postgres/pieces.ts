import type { Sku } from '#shared/kernel/ids.ts'
import { type Holder, type Piece, standing } from '../piece.ts'
import type { Claimed } from '../shop-database.ts'
import type { Ask } from './connections.ts'
import { type ClaimRow, claimColumns, neverAskedFor, pieceOf, placeValues } from './piece-rows.ts'

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
