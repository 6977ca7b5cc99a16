import { z } from 'zod'
import type { Currency } from '#shared/money/amount.ts'
import { currencyOf } from '../decimal.ts'
import { done, refused } from '../json.ts'
import type { Done } from '../marketplace.ts'
import type { ShopifyApi } from './api.ts'

const query = `query ($location: ID!) {
  shop { name currencyCode }
  currentAppInstallation { accessScopes { handle } }
  location(id: $location) { isActive }
}`
const answer = z.object({
  shop: z.object({ name: z.string(), currencyCode: z.string() }),
  currentAppInstallation: z.object({ accessScopes: z.array(z.object({ handle: z.string() })) }),
  location: z.object({ isActive: z.boolean() }).nullable(),
})

/** [S] each mutation's own page. `write_x` brings `read_x` with it. */
const scopes = [
  'write_products',
  'write_inventory',
  'write_orders',
  'write_merchant_managed_fulfillment_orders',
]

export async function check(
  api: ShopifyApi,
  signal: AbortSignal | undefined,
): Promise<Done<{ readonly shop: string; readonly currency: Currency; readonly lacks: readonly string[] }>> {
  const { location, publication } = api.settings
  const said = await api.ask(query, { location }, answer, signal)
  if (said.end !== 'done') return said
  const { shop, currentAppInstallation, location: place } = said.value
  const currency = currencyOf(shop.currencyCode)
  if (currency === null) return refused('otherCurrency', `the shop sells in ${shop.currencyCode.slice(0, 3)}`)
  const has = new Set(currentAppInstallation.accessScopes.map(({ handle }) => handle))
  const wanted = publication === null ? scopes : [...scopes, 'write_publications']
  const lacks = wanted.filter((scope) => !has.has(scope))
  return done({ shop: shop.name, currency, lacks: place?.isActive ? lacks : [...lacks, 'location'] })
}
