import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import { loadedCounts, newestItems } from '../catalogue-loads.ts'
import type { Meaning } from '../ticket-rows.ts'
import type { Ask } from './connections.ts'
import { bySku } from './stock.ts'

const itemsSql = `
INSERT INTO items (shop, sku, is_piece, body, changed_at, version)
SELECT $1, sku, is_piece, body, now(), 1 FROM unnest($2::text[], $3::boolean[], $4::text[]) AS i (sku, is_piece, body)
ON CONFLICT (shop, sku) DO UPDATE SET is_piece = excluded.is_piece, body = excluded.body,
  changed_at = excluded.changed_at, version = items.version + 1`

/** What somebody counted later is left as it is. */
const countsSql = `
INSERT INTO stock (shop, sku, count, counted_at, changed_at, version)
SELECT $1, sku, count, at, now(), 1 FROM unnest($2::text[], $3::bigint[], $4::timestamptz[]) AS c (sku, count, at)
ON CONFLICT (shop, sku) DO UPDATE SET count = excluded.count, counted_at = excluded.counted_at,
  changed_at = excluded.changed_at, version = stock.version + 1
WHERE stock.counted_at IS NULL OR stock.counted_at <= excluded.counted_at
RETURNING sku`

/**
 * Inside the transaction of an arrival: the items that its till loaded.
 * @returns skus whose count is settled by that, with what the same part moved of them
 */
export async function loadItems(
  ask: Ask,
  shop: string,
  { loads, moves }: Pick<Meaning, 'loads' | 'moves'>,
): Promise<ReadonlySet<string>> {
  if (loads.length === 0) return new Set()
  const items = newestItems(loads).toSorted(bySku)
  await ask(itemsSql, [
    shop,
    items.map(({ sku }) => sku),
    items.map(({ unique }) => unique),
    items.map((item) => canonicalJson(item)),
  ])
  const counts = loadedCounts(loads, moves).toSorted(bySku)
  const taken = await ask<{ sku: string }>(countsSql, [
    shop,
    counts.map(({ sku }) => sku),
    counts.map(({ count }) => count),
    counts.map(({ atMs }) => new Date(atMs).toISOString()),
  ])
  return new Set(taken.map(({ sku }) => sku))
}
