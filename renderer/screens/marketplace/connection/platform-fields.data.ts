import type { MarketPlatform } from '#shared/marketplace/config.ts'

/** What is typed of a connection; every field at once, so that changing one's mind loses nothing. */
export const marketFields = [
  'url',
  'shop',
  'apiKey',
  'secretKey',
  'consumerKey',
  'consumerSecret',
  'accessToken',
  'clientSecret',
  'key',
  'webhookSecret',
  'mapping',
  'channel',
  'location',
  'salesChannel',
  'shippingProfile',
  'pickUpMethods',
  'pickUpOptions',
  'publication',
  'mediaUser',
  'mediaPassword',
] as const
export type MarketField = (typeof marketFields)[number]

/** How a field is read. `secret`: goes into a header; `signing`: any text; `codes`: several, apart by commas. */
export type FieldKind = 'address' | 'secret' | 'signing' | 'name' | 'codes'

export interface FieldSpec {
  readonly field: MarketField
  readonly kind: FieldKind
  readonly needed: boolean
  /** Letters the till takes. */
  readonly longest: number
}

const address = (field: MarketField): FieldSpec => ({ field, kind: 'address', needed: true, longest: 400 })
const secret = (field: MarketField): FieldSpec => ({ field, kind: 'secret', needed: true, longest: 400 })
const signing = (field: MarketField): FieldSpec => ({ field, kind: 'signing', needed: false, longest: 400 })
const name = (field: MarketField, needed = true, longest = 200): FieldSpec => ({
  field,
  kind: 'name',
  needed,
  longest,
})
const codes = (field: MarketField): FieldSpec => ({ field, kind: 'codes', needed: false, longest: 4000 })

/** In the order in which they are asked: where, the key, then the rest. */
export const platformFields: Readonly<Record<MarketPlatform, readonly FieldSpec[]>> = {
  vendure: [
    address('url'),
    secret('apiKey'),
    name('location'),
    name('channel', false, 100),
    codes('pickUpMethods'),
  ],
  medusa: [
    address('url'),
    secret('secretKey'),
    name('location'),
    name('salesChannel'),
    name('shippingProfile'),
    codes('pickUpOptions'),
  ],
  woocommerce: [
    address('shop'),
    secret('consumerKey'),
    secret('consumerSecret'),
    name('mediaUser', false),
    name('mediaPassword', false, 100),
    signing('webhookSecret'),
  ],
  shopify: [
    address('shop'),
    secret('accessToken'),
    name('location'),
    name('publication', false),
    signing('clientSecret'),
  ],
  mapped: [address('url'), name('mapping', true, 400), secret('key'), signing('webhookSecret')],
}
