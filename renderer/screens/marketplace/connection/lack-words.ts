import type { Say } from '../../../i18n/Words.tsx'

/** What adapters call a right that a key does not have, by what it means for a shop. */
const meanings = {
  catalogue: 'catalogue',
  products: 'catalogue',
  write_products: 'catalogue',
  photographs: 'photographs',
  stock: 'stock',
  write_inventory: 'stock',
  orders: 'orders',
  write_orders: 'orders',
  write_merchant_managed_fulfillment_orders: 'moves',
  write_publications: 'publication',
  location: 'location',
  salesChannel: 'salesChannel',
  shippingProfile: 'shippingProfile',
  reservations: 'reservations',
  plugin: 'plugin',
} as const

const isKnown = (lack: string): lack is keyof typeof meanings => Object.hasOwn(meanings, lack)

/** What a key may not do, and what that means at the counter. */
export const lackWords = (lack: string, say: Say): string =>
  isKnown(lack)
    ? say(`market.lack.${meanings[lack]}`)
    : say('market.lack.other', { what: `\u2066${lack}\u2069` })
