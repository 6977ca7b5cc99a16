import { z } from 'zod'
import { done, refused } from '../json.ts'
import type { Marketplace } from '../marketplace.ts'
import { ask, type Signal } from './api.ts'
import type { Shop } from './settings.ts'

const stores = z.object({
  stores: z
    .array(
      z.object({
        name: z.string(),
        supported_currencies: z.array(z.object({ currency_code: z.string(), is_default: z.boolean() })),
      }),
    )
    .min(1),
})

/** What the till needs there, each tried by a question of its own. */
export async function check(shop: Shop, signal: Signal): ReturnType<Marketplace['check']> {
  const path = '/stores?fields=name,*supported_currencies'
  const said = await ask(shop, 'GET', path, undefined, stores, signal)
  if (said.end !== 'done') return said
  const [store] = said.value.stores
  const currencies = store?.supported_currencies.map(({ currency_code }) => currency_code) ?? []
  if (!currencies.includes('mad')) return refused('otherCurrency', currencies.join(', '))
  const { location, salesChannel, shippingProfile } = shop.settings
  const tries = {
    location: `/stock-locations/${location}`,
    salesChannel: `/sales-channels/${salesChannel}`,
    shippingProfile: `/shipping-profiles/${shippingProfile}`,
    catalogue: '/product-variants?limit=1',
    orders: '/orders?limit=1',
    reservations: '/reservations?limit=1',
  }
  const lacks: string[] = []
  for (const [what, place] of Object.entries(tries)) {
    const tried = await ask(shop, 'GET', place, undefined, z.unknown(), signal)
    if (tried.end === 'unknown') return tried
    if (tried.end === 'refused') lacks.push(what)
  }
  return done({ shop: store?.name ?? '', currency: 'MAD', lacks })
}
