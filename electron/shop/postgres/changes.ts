import type { CatalogueItem } from '#shared/catalogue/item.ts'
import type { Changes, Stock } from '../shop-database.ts'
import type { Ask } from './connections.ts'
import { type ClaimRow, pieceOf } from './piece-rows.ts'
import { asItStands } from './pieces.ts'

const pageSize = 500

/**
 * Changes carry the time their transaction began, and are seen when it ends: one that took long is seen behind others.
 * So each poll reads again what changed up to a minute before the last one; no transaction of ours may take as long.
 */
const overlapMs = 60_000

type ChangedRow = ClaimRow & {
  readonly what: 'item' | 'piece' | 'stock'
  readonly changed_at: Date
  readonly now_at: Date
  readonly count: number | null
  readonly body: string
}

const since = 'WHERE shop = $1 AND changed_at >= $2'
const changesSql = `
SELECT what, sku, changed_at, place, till, sale, order_id, ticket, until_at, version, count, body, now() AS now_at FROM (
  SELECT 'item' AS what, i.sku, i.changed_at, '' AS place, '' AS till, '' AS sale, '' AS order_id, 0 AS ticket,
    NULL::timestamptz AS until_at, i.version, s.count, body
    FROM items i LEFT JOIN stock s ON s.shop = i.shop AND s.sku = i.sku WHERE i.shop = $1 AND i.changed_at >= $2
  UNION ALL SELECT 'piece', sku, changed_at, place, till, sale, order_id, ticket, until_at, version, NULL, ''
    FROM claims ${since}
  UNION ALL SELECT 'stock', sku, changed_at, '', '', '', '', 0, NULL, version, count, '' FROM stock ${since}
) changes WHERE (changed_at, what, sku) > ($2, $3, $4) ORDER BY changed_at, what, sku LIMIT ${pageSize}`

interface Cursor {
  readonly at: Date
  readonly what: string
  readonly sku: string
}

const fromTheStart: Cursor = { at: new Date(0), what: '', sku: '' }

const cursorText = ({ at, what, sku }: Cursor): string => `${at.getTime()} ${what} ${sku}`

/** What is no cursor of ours begins anew: all there is, told again. */
function cursorOf(text: string | null): Cursor {
  const [, at, what = '', sku = ''] = /^(\d{1,15}) (\w*) (.*)$/su.exec(text ?? '') ?? []
  return at === undefined ? fromTheStart : { at: new Date(Number(at)), what, sku }
}

export async function changes(ask: Ask, shop: string, from: string | null): Promise<Changes> {
  const { at, what, sku } = cursorOf(from)
  const rows = await ask<ChangedRow>(changesSql, [shop, at, what, sku])
  const of = (kind: ChangedRow['what']): readonly ChangedRow[] => rows.filter((row) => row.what === kind)
  return {
    pieces: of('piece').map((row) => asItStands(pieceOf(row), row.now_at)),
    stock: of('stock').map(({ sku: counted, count, version }) => ({ sku: counted, count, version }) as Stock),
    items: of('item').map(({ body, version, count }) => ({
      item: JSON.parse(body) as CatalogueItem,
      version,
      count,
    })),
    cursor: next(rows, at, from),
    more: rows.length === pageSize,
  }
}

/** On a full page right behind it; after the last one back by the overlap, but never before where it began. */
function next(rows: readonly ChangedRow[], began: Date, from: string | null): string {
  const last = rows.at(-1)
  if (last === undefined) return from ?? cursorText(fromTheStart)
  if (rows.length === pageSize) return cursorText({ at: last.changed_at, what: last.what, sku: last.sku })
  return cursorText({
    at: new Date(Math.max(began.getTime(), last.now_at.getTime() - overlapMs)),
    what: '',
    sku: '',
  })
}
