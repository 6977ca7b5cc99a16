import type { ReadLedger } from '#electron/ledger/handles.ts'
import type { CatalogueItem } from '#shared/catalogue/item.ts'
import type { FactOf } from '#shared/checkout/fact.ts'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import type { Sku } from '#shared/kernel/ids.ts'
import type { Piece, TicketRef } from './piece.ts'
import type { ChangedItem, Changes, Stock } from './shop-database.ts'

export type OwnShelf = Pick<
  ReadLedger,
  'tillId' | 'findItem' | 'stockOf' | 'pieceIsSold' | 'soldBy' | 'ownTicketOf' | 'soldElsewhere'
>

/** What the shop has otherwise than this till's own ledger. */
export interface Differing extends Omit<FactOf<'shopStockTaken'>, 'kind'> {
  readonly items: readonly CatalogueItem[]
}

/**
 * What of a page of changes is news here. To be asked only while the shop has all of this till's own entries: what it says
 * is then what is so.
 */
export function whatDiffers({ pieces, stock, items }: Changes, own: OwnShelf): Differing {
  const soldHere = new Set(pieces.flatMap(({ sku, at }) => (at.place === 'sold' ? [sku] : [])))
  const news = items.flatMap((changed) => newItem(changed, own, soldHere) ?? [])
  const fresh = new Map(news.map((item) => [item.sku, item]))
  return {
    items: news,
    counts: stock.flatMap((count) => newCount(count, own, fresh) ?? []),
    sold: pieces.flatMap((piece) => newSale(piece, own) ?? []),
    back: pieces.filter((piece) => isBack(piece, own)).map(({ sku }) => sku),
  }
}

const itemOf = (sku: Sku, own: OwnShelf): CatalogueItem | null => {
  const found = own.findItem(sku)
  return found?.sku === sku ? found : null
}

/** As this till loads it: with what is on the shelf now, which is not what was when another till loaded it. */
function newItem(
  { item, count }: ChangedItem,
  own: OwnShelf,
  sold: ReadonlySet<Sku>,
): CatalogueItem | undefined {
  const { sku } = item
  const known = itemOf(sku, own)
  const isSold = sold.has(sku) || own.soldBy(sku) !== null
  const stock = item.unique ? (isSold ? 0 : item.stock) : (count ?? item.stock)
  const same = known !== null && canonicalJson({ ...known, stock }) === canonicalJson({ ...item, stock })
  // Of what is counted the counts tell.
  const isPlaced = !item.unique || own.stockOf(sku) === stock
  return same && isPlaced ? undefined : { ...item, stock }
}

function newCount(
  { sku, count }: Stock,
  own: OwnShelf,
  fresh: ReadonlyMap<Sku, CatalogueItem>,
): { readonly sku: Sku; readonly count: number } | undefined {
  const item = fresh.get(sku) ?? itemOf(sku, own)
  if (item === null || item.unique) return undefined
  return (fresh.get(sku)?.stock ?? own.stockOf(sku)) === count ? undefined : { sku, count }
}

function newSale({ sku, at }: Piece, own: OwnShelf): Differing['sold'][number] | undefined {
  if (at.place !== 'sold') return undefined
  const { ticket } = at
  const known = own.soldElsewhere(sku)
  // Ours is in our own ledger; it is news only that another one's is undone.
  if (ticket.till === own.tillId) return known === null ? undefined : { sku, ticket, ours: null }
  const isKnown = known !== null && sameTicket(known, ticket)
  const isOnShelf = itemOf(sku, own) !== null && !own.pieceIsSold(sku)
  return isKnown && !isOnShelf ? undefined : { sku, ticket, ours: own.ownTicketOf(sku) }
}

const isBack = ({ sku, at }: Piece, own: OwnShelf): boolean =>
  at.place !== 'sold' && own.soldElsewhere(sku) !== null

const sameTicket = (a: TicketRef, b: TicketRef): boolean => a.till === b.till && a.number === b.number
