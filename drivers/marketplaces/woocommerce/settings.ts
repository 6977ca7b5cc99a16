import type { ScreenLanguage } from '#shared/kernel/language.ts'

/**
 * One WooCommerce shop. Its REST API takes the key and secret as they are only over TLS, and by OAuth 1.0a signatures
 * over plain HTTP ([S] wc/v3 docs, Authentication), which nobody should want: the address must be https, except on
 * this machine.
 */
export interface WooCommerceSettings {
  /** `https://shop.example`, without `/wp-json`. */
  readonly shop: string
  /** `ck_…` */
  readonly consumerKey: string
  /** `cs_…` */
  readonly consumerSecret: string
  /** Of the webhooks on `order.*`; `''`: none are set up. */
  readonly webhookSecret: string
  /** What the shop's pages are written in: WooCommerce has one name for a piece. */
  readonly language: ScreenLanguage
  /** The shop's own units (WooCommerce → Settings → Products). */
  readonly weightUnit: 'kg' | 'g'
  readonly lengthUnit: 'm' | 'cm' | 'mm'
  /**
   * Who may put photographs into the site's media: a WordPress user and an application password of theirs. A consumer
   * key opens `wc/` and nothing else. `null`: photographs are put there by hand.
   */
  readonly media: { readonly user: string; readonly password: string } | null
  /** For one exchange, in milliseconds. [1000...30000] */
  readonly timeoutMs: number
}
