import type { CatalogueItem } from '#shared/catalogue/item.ts'
import type { FactOf } from '#shared/checkout/fact.ts'
import type { ListingState } from '#shared/contract/marketplace.ts'
import type { Projections } from '../entry.ts'
import { itemSha256 } from '../item-sha256.ts'
import { defineTable } from '../table.ts'
import { connectionOf } from './market-connection.ts'

/** An item that was ever chosen, and where it stands online. Of items without one: never chosen, `off`. */
export interface ListingRecord {
  sku: string
  /** A person wants it online. */
  chosen: 0 | 1
  /** Where it is on the platform; hidden or not. All four `null`: nowhere. */
  product: string | null
  variant: string | null
  stock_item: string | null
  location: string | null
  /** Of the item as it was put last; `null`: never here, or hidden since. */
  sha256: string | null
  /** The item is another one since. */
  changed: 0 | 1
  trouble_code: string | null
  trouble_text: string | null
  /** What follows from the others, kept so that it can be listed and counted. */
  state: ListingState
  /** It is to be put: chosen, not refused, and not online as it is now. */
  due: 0 | 1
}

/** How many items of the catalogue are in each state. */
export interface ListingCountRow {
  state: ListingState
  listings: number
}

export const listingsTable = defineTable<ListingRecord>({
  name: 'listings',
  columns: [
    'sku',
    'chosen',
    'product',
    'variant',
    'stock_item',
    'location',
    'sha256',
    'changed',
    'trouble_code',
    'trouble_text',
    'state',
    'due',
  ],
  key: ['sku'],
})
export const listingCountsTable = defineTable<ListingCountRow>({
  name: 'listing_counts',
  columns: ['state', 'listings'],
  key: ['state'],
})

/** Most skus of one `listingChosen`. */
const mostChosen = 1000

const noTrouble = { trouble_code: null, trouble_text: null } as const
const nowhere = { product: null, variant: null, stock_item: null, location: null, sha256: null } as const

/** @throws on an item that is not in the catalogue, or more than 1000 of them */
export function listingChosen(to: Projections, { skus, online }: FactOf<'listingChosen'>): void {
  connectionOf(to)
  if (skus.length > mostChosen) throw new RangeError('more than 1000 items chosen in one entry')
  for (const sku of skus) {
    if (to.items.by(sku) === undefined) throw new Error(`${sku} is not in the catalogue`)
    const chosen = online ? 1 : 0
    if (to.listings.get(sku) === undefined)
      to.listings.insert({ sku, chosen: 0, ...nowhere, changed: 0, ...noTrouble, state: 'off', due: 0 })
    change(to, sku, { chosen, ...noTrouble })
  }
}

/** @throws on a piece that nobody chose */
export function pieceListed(to: Projections, { sku, ref, sha256 }: FactOf<'pieceListed'>): void {
  connectionOf(to)
  const { product, variant, stockItem: stock_item, location } = ref
  const changed = itemOf(to, sku) === sha256 ? 0 : 1
  change(to, sku, { product, variant, stock_item, location, sha256, changed, ...noTrouble })
}

/** Its place is kept, and its count goes on being told: what is hidden can be shown again by whoever owns the platform. */
export function pieceHidden(to: Projections, { sku }: FactOf<'pieceHidden'>): void {
  connectionOf(to)
  change(to, sku, { sha256: null, changed: 0, ...noTrouble })
}

/** Whether it is there as it was nobody knows any more: chosen again, it is put again. */
export function listingRefused(to: Projections, { sku, trouble }: FactOf<'listingRefused'>): void {
  connectionOf(to)
  change(to, sku, { sha256: null, changed: 0, trouble_code: trouble.code, trouble_text: trouble.text })
}

/** Another shop: nothing of what is known is there. */
export function placesForgotten(to: Projections): void {
  for (const { sku } of to.listings.every()) change(to, sku, { ...nowhere, changed: 0, ...noTrouble })
}

/** Items the catalogue never had before. */
export function itemsWithoutListing(to: Projections, count: number): void {
  if (count > 0) countListings(to, 'off', count)
}

/** An item was loaded again. What the platform refused of it may be right now; what is online is put again. */
export function listedItemLoaded(to: Projections, before: string, item: CatalogueItem): void {
  const listing = to.listings.get(item.sku)
  if (listing === undefined) return
  const sha256 = itemSha256(item)
  if (sha256 === itemSha256(JSON.parse(before) as CatalogueItem)) return
  const changed = listing.sha256 === null || listing.sha256 === sha256 ? 0 : 1
  change(to, item.sku, { changed, ...noTrouble })
}

const itemOf = (to: Projections, sku: string): string | null => {
  const item = to.items.by(sku)
  return item === undefined ? null : itemSha256(JSON.parse(item.body) as CatalogueItem)
}

/** @throws on a piece that was never chosen */
function change(to: Projections, sku: string, changes: Partial<ListingRecord>): void {
  const before = to.listings.get(sku)
  if (before === undefined) throw new Error(`${sku} was never chosen for the marketplace`)
  const was = before.state
  const state = stateOf({ ...before, ...changes })
  const due = dueOf({ ...before, ...changes })
  to.listings.update({ ...changes, state, due }, sku)
  if (state === was) return
  countListings(to, was, -1)
  countListings(to, state, 1)
}

function stateOf({ chosen, trouble_code, sha256 }: ListingRecord): ListingState {
  if (chosen === 0) return 'off'
  if (trouble_code !== null) return 'refused'
  return sha256 === null ? 'waiting' : 'online'
}

const dueOf = ({ chosen, trouble_code, sha256, changed }: ListingRecord): 0 | 1 =>
  chosen === 1 && trouble_code === null && (sha256 === null || changed === 1) ? 1 : 0

function countListings(to: Projections, state: ListingState, by: number): void {
  const listings = (to.listingCounts.get(state)?.listings ?? 0) + by
  if (!to.listingCounts.update({ listings }, state)) to.listingCounts.insert({ state, listings })
}
