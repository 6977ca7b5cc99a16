import type { Sku } from '#shared/kernel/ids.ts'
import type { Stock } from '../shop-database.ts'
import { netMoves, type StockMove } from '../ticket-rows.ts'
import type { Ask } from './connections.ts'
import { ShopDefect } from './trouble.ts'

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
  version = stock.version + 1 WHERE stock.counted_at IS NULL OR stock.counted_at <= $4::timestamptz
RETURNING sku`

const countedSql = 'SELECT sku, counted_at FROM stock WHERE shop = $1 AND sku = ANY($2::text[])'

const moveCountedSql = `
UPDATE stock SET count = count + $3, changed_at = now(), version = version + 1 WHERE shop = $1 AND sku = $2`

/** Rows are locked in the order of their skus, by everyone. */
export const bySku = (a: { readonly sku: string }, b: { readonly sku: string }): number =>
  a.sku < b.sku ? -1 : 1

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
