import {
  type MarketConfig,
  type MarketShopConfig,
  marketSecrets,
  type ShownMarketConfig,
} from '#shared/marketplace/config.ts'
import { isSameHost } from './same-shop.ts'

/** Without which the shop cannot be asked at all; a mapping may need none. */
const needed: ReadonlySet<string> = new Set([
  'apiKey',
  'secretKey',
  'consumerKey',
  'consumerSecret',
  'accessToken',
  'media.password',
])

/** As screens see it. */
export function shownConfig(config: MarketConfig): ShownMarketConfig {
  const { shop } = config
  const secrets = marketSecrets[shop.platform].filter((path) => (secretAt(shop, path) ?? '') !== '')
  return { config: { ...config, shop: withSecrets(shop, () => '') }, secrets }
}

/**
 * Secrets that a screen has left as they are (`''`) come from the settings so far. Only at the same host: a key is never
 * shown to one that it was not given for.
 */
export function withKeptSecrets(config: MarketConfig, before: MarketConfig | null): MarketConfig {
  const { shop } = config
  if (before === null || !isSameHost(shop, before.shop)) return config
  const kept = withSecrets(shop, (path, own) => (own === '' ? (secretAt(before.shop, path) ?? '') : own))
  return { ...config, shop: kept }
}

/** Field of the first secret that has to be there and is not; `null`: none is missing. */
export function missingSecret({ shop }: MarketConfig): string | null {
  const missing = marketSecrets[shop.platform].find((path) => needed.has(path) && secretAt(shop, path) === '')
  return missing === undefined ? null : `shop.${missing}`
}

/** `undefined`: the settings have no place for it. */
function secretAt(shop: MarketShopConfig, path: string): string | undefined {
  let found: unknown = shop
  for (const name of path.split('.')) {
    if (typeof found !== 'object' || found === null) return undefined
    found = (found as Record<string, unknown>)[name]
  }
  return typeof found === 'string' ? found : undefined
}

function withSecrets(
  shop: MarketShopConfig,
  secretOf: (path: string, own: string) => string,
): MarketShopConfig {
  const next = structuredClone(shop)
  for (const path of marketSecrets[shop.platform]) {
    const own = secretAt(shop, path)
    if (own === undefined) continue
    const names = path.split('.')
    const last = names.pop() ?? path
    let place = next as unknown as Record<string, unknown>
    for (const name of names) place = place[name] as Record<string, unknown>
    place[last] = secretOf(path, own)
  }
  return next
}
