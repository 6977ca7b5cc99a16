import { z } from 'zod'
import { done, refused } from '../json.ts'
import type { Done, Marketplace } from '../marketplace.ts'
import { ask, type Signal } from './graphql.ts'
import type { Shop } from './settings.ts'

const channel = z.object({ activeChannel: z.object({ code: z.string(), defaultCurrencyCode: z.string() }) })

/** What the till does there, each tried by a question that the same permission guards. */
const tries: Readonly<Record<string, string>> = {
  catalogue: '{ productVariants(options: { take: 1 }) { totalItems } }',
  photographs: '{ assets(options: { take: 1 }) { totalItems } }',
  orders: '{ orders(options: { take: 1 }) { totalItems } }',
  plugin: '{ tillHoldMs }',
}

/** A key that is not known may do nothing at all: Vendure answers it as one without permissions. */
export async function check(shop: Shop, signal: Signal): ReturnType<Marketplace['check']> {
  const said = await ask(shop, '{ activeChannel { code defaultCurrencyCode } }', {}, channel, signal)
  if (said.end === 'refused' && said.code === 'notAllowed') return refused('keyRefused', said.text)
  if (said.end !== 'done') return said
  const { code, defaultCurrencyCode } = said.value.activeChannel
  if (defaultCurrencyCode !== 'MAD') return refused('otherCurrency', defaultCurrencyCode)
  const lacks: string[] = []
  for (const [what, query] of Object.entries(tries)) {
    const tried = await ask(shop, query, {}, z.unknown(), signal)
    if (tried.end === 'unknown') return tried
    if (tried.end === 'refused') lacks.push(what)
  }
  const place = await hasLocation(shop, signal)
  if (place.end === 'unknown') return place
  if (place.end === 'refused' || !place.value) lacks.push('location')
  return done({ shop: code, currency: 'MAD', lacks })
}

async function hasLocation(shop: Shop, signal: Signal): Promise<Done<boolean>> {
  const query = 'query ($id: ID!) { stockLocation(id: $id) { id } }'
  const schema = z.object({ stockLocation: z.object({ id: z.string() }).nullable() })
  const said = await ask(shop, query, { id: shop.settings.location }, schema, signal)
  return said.end === 'done' ? done(said.value.stockLocation !== null) : said
}
