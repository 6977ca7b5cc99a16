import type { ScreenLanguage } from '#shared/kernel/language.ts'
import type {
  MarketConfig,
  MarketPlatform,
  MarketShopConfig,
  ShownMarketConfig,
} from '#shared/marketplace/config.ts'
import { type MarketField, marketFields } from './platform-fields.data.ts'

type WooShop = Extract<MarketShopConfig, { platform: 'woocommerce' }>

/** A connection as the form holds it. */
export interface MarketDraft {
  readonly platform: MarketPlatform | null
  readonly texts: Readonly<Record<MarketField, string>>
  readonly language: ScreenLanguage
  readonly weightUnit: WooShop['weightUnit']
  readonly lengthUnit: WooShop['lengthUnit']
  readonly plugin: boolean
  readonly askSeconds: number
  readonly hookHost: string
  readonly hookPort: string
  readonly timeoutMs: number
  /** Whose keys the till has, and which: such a field may stay empty. */
  readonly kept: { readonly platform: MarketPlatform; readonly secrets: readonly string[] } | null
}

/** An exchange may take this long unless the file says otherwise, ms. */
const usualTimeoutMs = 10_000
const usualAskSeconds = 30

const noTexts = Object.fromEntries(marketFields.map((field) => [field, ''])) as Record<MarketField, string>

/** @param language what a shop's pages are most likely written in */
export const newDraft = (language: ScreenLanguage): MarketDraft => ({
  platform: null,
  texts: noTexts,
  language,
  weightUnit: 'kg',
  lengthUnit: 'cm',
  plugin: true,
  askSeconds: usualAskSeconds,
  hookHost: '',
  hookPort: '',
  timeoutMs: usualTimeoutMs,
  kept: null,
})

/** What stands in the fields; keys are never among it. */
function textsOf(shop: MarketShopConfig): Partial<Record<MarketField, string>> {
  switch (shop.platform) {
    case 'vendure':
      return {
        url: shop.url,
        channel: shop.channel,
        location: shop.location,
        pickUpMethods: shop.pickUpMethods.join(', '),
      }
    case 'medusa':
      return {
        url: shop.url,
        location: shop.location,
        salesChannel: shop.salesChannel,
        shippingProfile: shop.shippingProfile,
        pickUpOptions: shop.pickUpOptions.join(', '),
      }
    case 'woocommerce':
      return { shop: shop.shop, mediaUser: shop.media?.user ?? '' }
    case 'shopify':
      return { shop: shop.shop, location: shop.location, publication: shop.publication ?? '' }
    case 'mapped':
      return { url: shop.url, mapping: shop.mapping }
  }
}

/** The form as the connection is set up now. */
export function draftOf({ config, secrets }: ShownMarketConfig, language: ScreenLanguage): MarketDraft {
  const { shop, askSeconds, webhooks } = config
  const draft = newDraft(language)
  return {
    ...draft,
    platform: shop.platform,
    texts: { ...noTexts, ...textsOf(shop) },
    language: 'language' in shop ? shop.language : language,
    weightUnit: 'weightUnit' in shop ? shop.weightUnit : draft.weightUnit,
    lengthUnit: 'lengthUnit' in shop ? shop.lengthUnit : draft.lengthUnit,
    plugin: 'plugin' in shop ? shop.plugin : draft.plugin,
    askSeconds,
    hookHost: webhooks?.host ?? '',
    hookPort: webhooks === null ? '' : String(webhooks.port),
    timeoutMs: shop.timeoutMs,
    kept: { platform: shop.platform, secrets },
  }
}

/** Whether the till has this key already, for the platform that is chosen. */
export const isKept = ({ kept, platform }: MarketDraft, field: MarketField): boolean =>
  kept !== null &&
  kept.platform === platform &&
  kept.secrets.includes(field === 'mediaPassword' ? 'media.password' : field)

export const codesOf = (text: string): string[] =>
  text
    .split(/[,،;]/)
    .map((code) => code.trim())
    .filter((code) => code !== '')

function shopOf(draft: MarketDraft, platform: MarketPlatform): MarketShopConfig {
  const { language, weightUnit, lengthUnit, plugin, timeoutMs } = draft
  const text = (field: MarketField): string => draft.texts[field].trim()
  switch (platform) {
    case 'vendure':
      return {
        platform,
        url: text('url'),
        apiKey: text('apiKey'),
        channel: text('channel'),
        location: text('location'),
        pickUpMethods: codesOf(text('pickUpMethods')),
        plugin,
        timeoutMs,
      }
    case 'medusa':
      return {
        platform,
        url: text('url'),
        secretKey: text('secretKey'),
        location: text('location'),
        salesChannel: text('salesChannel'),
        shippingProfile: text('shippingProfile'),
        pickUpOptions: codesOf(text('pickUpOptions')),
        timeoutMs,
      }
    case 'woocommerce':
      return {
        platform,
        shop: text('shop'),
        consumerKey: text('consumerKey'),
        consumerSecret: text('consumerSecret'),
        webhookSecret: draft.texts.webhookSecret,
        language,
        weightUnit,
        lengthUnit,
        media: text('mediaUser') === '' ? null : { user: text('mediaUser'), password: text('mediaPassword') },
        timeoutMs,
      }
    case 'shopify':
      return {
        platform,
        shop: text('shop'),
        accessToken: text('accessToken'),
        clientSecret: draft.texts.clientSecret,
        location: text('location'),
        publication: text('publication') === '' ? null : text('publication'),
        language,
        timeoutMs,
      }
    case 'mapped':
      return {
        platform,
        url: text('url'),
        mapping: text('mapping'),
        key: text('key'),
        webhookSecret: draft.texts.webhookSecret,
        timeoutMs,
      }
  }
}

/** @param draft without faults */
export function configOf(draft: MarketDraft): MarketConfig | null {
  const { platform, askSeconds, hookHost, hookPort } = draft
  if (platform === null) return null
  const host = hookHost.trim()
  return {
    shop: shopOf(draft, platform),
    askSeconds,
    webhooks: host === '' ? null : { host, port: Number(hookPort.trim()) },
  }
}
