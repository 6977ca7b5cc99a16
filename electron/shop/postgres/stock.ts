import type { CatalogueItem } from '#shared/catalogue/item.ts'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import type { Sku } from '#shared/kernel/ids.ts'
import type { Stock } from '../shop-database.ts'
import { netMoves, type StockMove } from '../ticket-rows.ts'
import type { Ask } from './connections.ts'
import { ShopDefect } from './trouble.ts'

const itemsSql = `
INSERT INTO items (shop, sku, is_piece, body, changed_at, version)
SELECT $1, sku, is_piece, body, now(), 1 FROM unnest($2::text[], $3::boolean[], $4::text[]) AS i (sku, is_piece, body)
ON CONFLICT (shop, sku) DO UPDATE SET is_piece = excluded.is_piece, body = excluded.body,
  changed_at = excluded.changed_at, version = items.version + 1`

/** A count that journals alone have moved knows no beginning: what the catalogue says is the first one. */
const firstCountSql = `
INSERT INTO stock (shop, sku, count, counted_at, changed_at, version)
SELECT $1, sku, count, now(), now(), 1 FROM unnest($2::text[], $3::bigint[]) AS i (sku, count)
ON CONFLICT (shop, sku) DO UPDATE SET count = excluded.count, counted_at = excluded.counted_at,
  changed_at = excluded.changed_at, version = stock.version + 1 WHERE stock.counted_at IS NULL`

const countSql = `
INSERT INTO stock (shop, sku, count, counted_at, changed_at, version) VALUES ($1, $2, $3, now(), now(), 1)
ON CONFLICT (shop, sku) DO UPDATE SET count = excluded.count, counted_at = excluded.counted_at,
  changed_at = excluded.changed_at, version = stock.version + 1
RETURNING sku, count, version`

/** Rows that nobody counted since `$4`, all in one pass: whoever locks in one order waits for nobody who does. */
const moveSql = `
INSERT INTO stock (shop, sku, count, counted_at, changed_at, version)
SELECT $1, sku, delta, NULL, now(), 1 FROM unnest($2::text[], $3::bigint[]) AS m (sku, delta)
ON CONFLICT (shop, sku) DO UPDATE SET count = stock.count + excluded.count, changed_at = excluded.changed_at,
  version = stock.version + 1 WHERE stock.counted_at IS NULL OR stock.counted_at < $4::timestamptz
RETURNING sku`

const countedSql = 'SELECT sku, counted_at FROM stock WHERE shop = $1 AND sku = ANY($2::text[])'

const moveCountedSql = `
UPDATE stock SET count = count + $3, changed_at = now(), version = version + 1 WHERE shop = $1 AND sku = $2`

const bySku = (a: { readonly sku: string }, b: { readonly sku: string }): number => (a.sku < b.sku ? -1 : 1)

/** Inside a transaction. Rows are locked in the order of their skus, by everyone. */
export async function putItems(ask: Ask, shop: string, items: readonly CatalogueItem[]): Promise<void> {
  const known = [...new Map(items.map((item) => [item.sku, item])).values()].sort(bySku)
  await ask(itemsSql, [
    shop,
    known.map(({ sku }) => sku),
    known.map(({ unique }) => unique),
    known.map((item) => canonicalJson(item)),
  ])
  const counted = known.filter(({ unique }) => !unique)
  await ask(firstCountSql, [shop, counted.map(({ sku }) => sku), counted.map(({ stock }) => stock)])
}

export async function countStock(ask: Ask, shop: string, sku: Sku, count: number): Promise<Stock> {
  const [row] = await ask<Stock>(countSql, [shop, sku, count])
  if (row === undefined) throw new ShopDefect('a count that was written is there')
  return row
}

export async function stockOf(ask: Ask, shop: string, sku: Sku): Promise<Stock | null> {
  const [row] = await ask<Stock>('SELECT sku, count, version FROM stock WHERE shop = $1 AND sku = $2', [
    shop,
    sku,
  ])
  return row ?? null
}

/** Inside a transaction. */
export async function moveStock(ask: Ask, shop: string, moves: readonly StockMove[]): Promise<void> {
  if (moves.length === 0) return
  const net = [...netMoves(moves, new Map())].map(([sku, delta]) => ({ sku, delta })).sort(bySku)
  const earliestMs = moves.reduce((earliest, { atMs }) => Math.min(earliest, atMs), Number.POSITIVE_INFINITY)
  const moved = await ask<{ sku: string }>(moveSql, [
    shop,
    net.map(({ sku }) => sku),
    net.map(({ delta }) => delta),
    new Date(earliestMs).toISOString(),
  ])
  if (moved.length === net.length) return
  // The others were counted since the first of these; their rows are locked by now, moved or not.
  const done = new Set(moved.map(({ sku }) => sku))
  await moveCounted(
    ask,
    shop,
    moves.filter(({ sku }) => !done.has(sku)),
  )
}

async function moveCounted(ask: Ask, shop: string, moves: readonly StockMove[]): Promise<void> {
  const skus = [...new Set(moves.map(({ sku }) => sku))]
  const rows = await ask<{ sku: string; counted_at: Date }>(countedSql, [shop, skus])
  const countedMs = new Map(rows.map(({ sku, counted_at: at }) => [sku, at.getTime()]))
  for (const [sku, delta] of netMoves(moves, countedMs)) await ask(moveCountedSql, [shop, sku, delta])
}
