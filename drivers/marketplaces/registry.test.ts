import { expect, test } from 'vitest'
import { marketShopSchema } from '#shared/marketplace/config.ts'
import { soukMapping } from '#test/contracts/mapped-rig.ts'
import { openMarketplace } from './registry.ts'
import type { Web } from './web.ts'

const unused: Web = async () => {
  throw new Error('opening sends nothing')
}
const shops = {
  vendure: {
    url: 'https://souk.example/admin-api',
    apiKey: 'k',
    channel: '',
    location: '1',
    pickUpMethods: [],
    plugin: true,
  },
  medusa: {
    url: 'https://souk.example',
    secretKey: 'sk_1',
    location: 'sloc_1',
    salesChannel: 'sc_1',
    shippingProfile: 'sp_1',
    pickUpOptions: [],
  },
  woocommerce: {
    shop: 'https://souk.example',
    consumerKey: 'ck_1',
    consumerSecret: 'cs_1',
    webhookSecret: '',
    language: 'fr',
    weightUnit: 'kg',
    lengthUnit: 'cm',
    media: null,
  },
  shopify: {
    shop: 'https://souk.example',
    accessToken: 'shpat_1',
    clientSecret: '',
    location: 'gid://shopify/Location/1',
    publication: null,
    language: 'fr',
  },
  mapped: { url: 'https://souk.example/api', mapping: 'souk.json', key: 'k', webhookSecret: '' },
}

test.each(Object.entries(shops))(
  '%s: as it is set up, it opens, and nothing is sent',
  (platform, settings) => {
    const shop = marketShopSchema.parse({ platform, ...settings })
    const market = openMarketplace(shop, { web: unused, mapping: soukMapping() })
    expect(market).toMatchObject({ ok: true, value: { name: expect.stringContaining('souk.example') } })
    if (!market.ok) return
    const { capabilities, hold, release, readEvent } = market.value
    expect([hold !== undefined, release !== undefined]).toEqual(Array(2).fill(capabilities.reservation))
    expect(readEvent !== undefined).toBe(capabilities.webhook)
    expect(capabilities.batch).toBeGreaterThan(0)
  },
)

test('a mapping that cannot be meant is refused in a sentence; without one, too', () => {
  const shop = marketShopSchema.parse({ platform: 'mapped', ...shops.mapped })
  const open = (mapping?: unknown) => openMarketplace(shop, { web: unused, mapping })
  expect(open({ ...soukMapping(), money: 'gold' })).toMatchObject({
    ok: false,
    error: expect.stringMatching(/^money: /),
  })
  expect(open()).toMatchObject({ ok: false, error: expect.stringMatching(/./) })
})
