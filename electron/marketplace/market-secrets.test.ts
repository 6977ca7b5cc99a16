import { expect, test } from 'vitest'
import type { MarketConfig } from '#shared/marketplace/config.ts'
import { wooConfig } from '#test/harness/market-room-stage.ts'
import { missingSecret, shownConfig, withKeptSecrets } from './market-secrets.ts'

const shopify: MarketConfig = {
  ...wooConfig,
  shop: {
    platform: 'shopify',
    shop: 'https://derb.myshopify.com',
    accessToken: 'shpat_1',
    clientSecret: '',
    location: 'gid://shopify/Location/7',
    publication: null,
    language: 'fr',
    timeoutMs: 5_000,
  },
}

test('screens see which secrets there are and none of them', () => {
  const shown = shownConfig(wooConfig)
  expect(shown.secrets).toEqual(['consumerKey', 'consumerSecret', 'webhookSecret', 'media.password'])
  const { shop } = wooConfig
  if (shop.platform !== 'woocommerce') throw new Error('woocommerce')
  const text = JSON.stringify(shown)
  for (const secret of [shop.consumerKey, shop.consumerSecret, shop.webhookSecret, shop.media?.password])
    expect(text).not.toContain(secret)
  expect(shown.config.shop).toMatchObject({ shop: shop.shop, media: { user: 'fatima', password: '' } })
  expect(shownConfig(shopify).secrets).toEqual(['accessToken'])
})

test('a secret left out stays, and another one takes its place', () => {
  const shown = shownConfig(wooConfig).config
  expect(withKeptSecrets(shown, wooConfig)).toEqual(wooConfig)
  const fresh = { ...shown, shop: { ...shown.shop, consumerKey: 'ck_new' } } as MarketConfig
  expect(withKeptSecrets(fresh, wooConfig).shop).toMatchObject({ consumerKey: 'ck_new' })
  expect(withKeptSecrets(shown, null)).toEqual(shown)
})

test('a key is never given to a host that it was not given for', () => {
  const elsewhere = {
    ...wooConfig,
    shop: { ...shownConfig(wooConfig).config.shop, shop: 'https://shop.example.evil' },
  } as MarketConfig
  expect(withKeptSecrets(elsewhere, wooConfig)).toEqual(elsewhere)
  expect(missingSecret(elsewhere)).toBe('shop.consumerKey')
  expect(withKeptSecrets(shownConfig(shopify).config, wooConfig).shop).toMatchObject({ accessToken: '' })
})

test('only what a shop cannot be asked without is missed', () => {
  expect(missingSecret(wooConfig)).toBeNull()
  expect(missingSecret(shopify)).toBeNull()
  expect(missingSecret({ ...wooConfig, shop: { ...wooConfig.shop, webhookSecret: '' } as never })).toBeNull()
  const noMedia = { ...wooConfig.shop, media: null }
  expect(missingSecret({ ...wooConfig, shop: noMedia as never })).toBeNull()
})
