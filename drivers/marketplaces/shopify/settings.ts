import type { ScreenLanguage } from '#shared/kernel/language.ts'

/** One Shopify shop, by a custom app of its owner. */
export interface ShopifySettings {
  /** `https://name.myshopify.com` */
  readonly shop: string
  /** Of the Admin API: `shpat_…` */
  readonly accessToken: string
  /** The app's client secret, which signs webhooks; `''`: none are set up. */
  readonly clientSecret: string
  /** Where the shop's stock is counted: `gid://shopify/Location/1`. */
  readonly location: string
  /** The sales channel a new piece is shown in; `null`: whoever looks after the shop shows it by hand. */
  readonly publication: string | null
  /** What the shop's pages are written in. Other languages are kept beside the piece, in a metafield. */
  readonly language: ScreenLanguage
  /** For one exchange, in milliseconds. [1000...30000] */
  readonly timeoutMs: number
}
