/** A shop and its marketplace, as the till would show them. */

import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import type { CatalogueItem } from '#shared/catalogue/item.ts'
import type { LaneView } from '#shared/contract/forwards.ts'
import type {
  ListingState,
  ListingView,
  MarketCheck,
  MarketConnectionView,
  MarketImport,
  MarketView,
  SoldTwiceView,
} from '#shared/contract/marketplace.ts'
import type { TicketNumber } from '#shared/kernel/ids.ts'
import type { ShownMarketConfig } from '#shared/marketplace/config.ts'
import { openOrders, tasks } from './market-orders.ts'

const at = { utcMs: Date.UTC(2026, 10, 23, 13, 2), offsetMinutes: 60 }

const isMarket = (name: string): boolean => name.startsWith('market') && name !== 'market-none'

const connection: MarketConnectionView = {
  platform: 'woocommerce',
  name: 'WooCommerce · bazar-hanout.example',
  heardAt: at,
  trouble: null,
  lacks: [],
}
const lane: LaneView = {
  destination: 'marketplace',
  waiting: 7,
  since: at,
  trouble: 'noNetwork',
  nextTryAt: { ...at, utcMs: at.utcMs + 240_000 },
  setAside: 0,
}

const stateOf = (place: number, name: string): ListingState => {
  if (name === 'market-begin') return 'off'
  if (place % 11 === 3) return 'refused'
  if (place % 7 === 2) return 'waiting'
  return place % 3 === 0 ? 'online' : 'off'
}
const troubles = ['gone', 'skuTwice', 'notAllowed', 'otherCurrency', 'refused']

function listingOf(item: CatalogueItem, place: number, name: string): ListingView {
  const { sku, category, price, unique, stock } = item
  const state = stateOf(place, name)
  const promised = state === 'online' && place % 2 === 0 ? 1 : 0
  return {
    sku,
    name: item.name,
    category,
    price,
    unique,
    stock,
    promised,
    state,
    trouble:
      state === 'refused'
        ? { code: troubles[Math.floor(place / 11) % troubles.length] ?? 'refused', text: 'Invalid SKU' }
        : null,
    told: state === 'online' ? { count: Math.max(0, stock - promised), at } : null,
  }
}

/** @param name `market-long`: a catalogue of thousands */
function allListings(name: string): readonly ListingView[] {
  const once = demoShop.items.map((item, place) => listingOf(item, place, name))
  if (name !== 'market-long') return once
  return Array.from({ length: 40 }, (_, copy) =>
    once.map((each) => ({ ...each, sku: `${each.sku}-${copy}` as typeof each.sku })),
  ).flat()
}

export const listingsOf = (
  name: string,
  query: { state: ListingState | null; text: string; limit: number; offset: number },
): readonly ListingView[] =>
  allListings(name)
    .filter(
      ({ sku, name: names, state }) =>
        (query.state === null || state === query.state) &&
        [sku, ...Object.values(names)].some((each) =>
          String(each).toLowerCase().includes(query.text.toLowerCase()),
        ),
    )
    .slice(query.offset, query.offset + query.limit)

const soldTwice: readonly SoldTwiceView[] = demoShop.items
  .filter(({ unique }) => unique)
  .slice(0, 1)
  .map(({ sku, name }) => ({
    sku,
    name,
    ours: 142 as TicketNumber,
    theirs: 87 as TicketNumber,
    since: at,
  }))

export function marketOf(name: string): MarketView {
  const listings = { online: 0, waiting: 0, refused: 0, off: 0 }
  if (!isMarket(name)) return { connection: null, listings, lane: null, tasks: [], soldTwice: [], open: [] }
  for (const { state } of allListings(name)) listings[state] += 1
  const troubled = name === 'market-trouble'
  return {
    connection: troubled
      ? {
          ...connection,
          trouble: { code: 'keyRefused', text: 'woocommerce_rest_cannot_view' },
          lacks: ['orders', 'products', 'stock'],
        }
      : connection,
    listings,
    lane: name === 'market' ? lane : null,
    tasks: name.startsWith('market-task') && name !== 'market-task-twice' ? tasks : [],
    soldTwice: name === 'market-task-twice' ? soldTwice : [],
    open: name === 'market' || name === 'market-cashier' ? openOrders : [],
  }
}

export const configOf = (name: string): ShownMarketConfig | null =>
  isMarket(name)
    ? {
        config: {
          shop: {
            platform: 'woocommerce',
            shop: 'https://bazar-hanout.example',
            consumerKey: '',
            consumerSecret: '',
            webhookSecret: '',
            language: 'fr',
            weightUnit: 'kg',
            lengthUnit: 'cm',
            media: null,
            timeoutMs: 10_000,
          },
          askSeconds: 30,
          webhooks: null,
        },
        secrets: ['consumerKey', 'consumerSecret'],
      }
    : null

export const marketCheck: MarketCheck = {
  shop: 'Bazar Hanout en ligne',
  currency: 'MAD',
  lacks: ['photographs', 'write_merchant_managed_fulfillment_orders'],
  pieces: 12,
}

export const marketImport: MarketImport = {
  found: 47,
  added: 31,
  changed: 12,
  refused: [
    { sku: 'TAP-001', name: 'Tapis Azilal', trouble: { code: 'skuTwice', text: '' } },
    { sku: 'LAN-9', name: 'Lanterne', trouble: { code: 'otherCurrency', text: '45.00 EUR' } },
    { sku: '', name: 'Coffret', trouble: { code: 'malformed', text: 'no sku' } },
    { sku: 'BAB-3', name: 'بلغة فاسية', trouble: { code: 'negativeStock', text: '-2' } },
  ],
}
