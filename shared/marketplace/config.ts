import { z } from 'zod'

/**
 * The door of `marketplace.configure`, and of `marketplace.json`: bounded and strict, so that nothing unknown reaches the
 * file. Settings carry the same names as the adapters' own. A secret is `''` where it is to stay as it is.
 */
const text = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .regex(/^\P{Cc}*$/u)
const named = text(200).min(1)
/** Header values are made of them: printable ASCII without blanks. */
const secret = z
  .string()
  .max(400)
  .regex(/^[\x21-\x7e]*$/)
/** What signatures are made of: any text, as somebody typed it at the platform. */
const signingSecret = z
  .string()
  .max(400)
  .regex(/^\P{Cc}*$/u)
/** https everywhere; http only on this machine. */
const address = z
  .url({ protocol: /^https?$/ })
  .max(400)
  .refine((url) => url.startsWith('https://') || onThisMachine.test(url), { message: 'https' })
  .transform((url) => url.replace(/\/+$/, ''))
const timeoutMs = z.number().int().min(1000).max(30_000).default(10_000)
const screenLanguage = z.enum(['ar', 'fr', 'en'])
const codes = z.array(named).max(20)

const onThisMachine = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/|$)/

export const marketShopSchema = z.discriminatedUnion('platform', [
  z.strictObject({
    platform: z.literal('vendure'),
    url: address,
    apiKey: secret,
    channel: text(100),
    location: named,
    pickUpMethods: codes,
    plugin: z.boolean(),
    timeoutMs,
  }),
  z.strictObject({
    platform: z.literal('medusa'),
    url: address,
    secretKey: secret,
    location: named,
    salesChannel: named,
    shippingProfile: named,
    pickUpOptions: codes,
    timeoutMs,
  }),
  z.strictObject({
    platform: z.literal('woocommerce'),
    shop: address,
    consumerKey: secret,
    consumerSecret: secret,
    webhookSecret: signingSecret,
    language: screenLanguage,
    weightUnit: z.enum(['kg', 'g']),
    lengthUnit: z.enum(['m', 'cm', 'mm']),
    media: z.strictObject({ user: named, password: text(100) }).nullable(),
    timeoutMs,
  }),
  z.strictObject({
    platform: z.literal('shopify'),
    shop: address,
    accessToken: secret,
    clientSecret: signingSecret,
    location: named,
    publication: named.nullable(),
    language: screenLanguage,
    timeoutMs,
  }),
  z.strictObject({
    platform: z.literal('mapped'),
    url: address,
    /** Of the mapping file; relative: in the till's folder. */
    mapping: text(400).min(1),
    key: secret,
    webhookSecret: signingSecret,
    timeoutMs,
  }),
])

export const marketConfigSchema = z.strictObject({
  shop: marketShopSchema,
  /** How often orders are asked for, seconds. */
  askSeconds: z.number().int().min(5).max(3600).default(30),
  /** Where the platform's webhooks come in, behind whatever brings them here; `null`: orders are only asked for. */
  webhooks: z
    .strictObject({ host: text(253).min(1), port: z.number().int().min(1).max(65_535) })
    .nullable()
    .default(null),
})

export type MarketPlatform = MarketShopConfig['platform']
export type MarketShopConfig = z.infer<typeof marketShopSchema>
export type MarketConfig = z.infer<typeof marketConfigSchema>

/** The same with every secret as `''`, and which of them there are. */
export interface ShownMarketConfig {
  readonly config: MarketConfig
  readonly secrets: readonly string[]
}

/** Fields that no screen is ever shown, by platform. */
export const marketSecrets = {
  vendure: ['apiKey'],
  medusa: ['secretKey'],
  woocommerce: ['consumerKey', 'consumerSecret', 'webhookSecret', 'media.password'],
  shopify: ['accessToken', 'clientSecret'],
  mapped: ['key', 'webhookSecret'],
} as const satisfies Record<MarketShopConfig['platform'], readonly string[]>
