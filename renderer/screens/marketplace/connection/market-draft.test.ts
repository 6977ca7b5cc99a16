import fc from 'fast-check'
import { expect, test } from 'vitest'
import { screenWords } from '#shared/i18n/screens/words.ts'
import { type MarketPlatform, marketConfigSchema } from '#shared/marketplace/config.ts'
import { configOf, draftOf, type MarketDraft, newDraft } from './market-draft.ts'
import { marketFaults } from './market-faults.ts'
import { marketFields, platformFields } from './platform-fields.data.ts'

const platforms = Object.keys(platformFields) as MarketPlatform[]

/** What people type and paste, right and wrong. */
const typed = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'https://shop.example/',
    'HTTPS://shop.example',
    'http://shop.example',
    'http://127.0.0.1:8080',
    'https://',
    'shop.example',
    'ck_0123456789abcdef',
    'with a blank',
    'مفتاح',
    'a, b,, c',
    'gid://shopify/Location/1',
    'tab\tin it',
    'x'.repeat(100),
  ),
  fc.string({ maxLength: 30 }),
)
const draftFrom = (part: object): MarketDraft => ({ ...newDraft('fr'), ...part }) as MarketDraft

/** Of every platform, with nothing wrong in it. */
const right: MarketDraft['texts'] = {
  ...newDraft('fr').texts,
  ...Object.fromEntries(marketFields.map((field) => [field, 'x'])),
  url: 'https://shop.example/api',
  shop: 'https://shop.example',
  mediaPassword: 'abcd efgh',
}

test('a form with nothing wrong in it has no faults', () => {
  for (const platform of platforms) expect(marketFaults(draftFrom({ platform, texts: right }))).toEqual({})
})

test('a form without faults is one that the till takes, and what it would not take has some', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...platforms),
      fc.array(fc.tuple(fc.constantFrom(...marketFields), typed), { maxLength: 3 }),
      fc.constantFrom(
        ['', ''],
        ['127.0.0.1', '8080'],
        ['', '1'],
        ['till', ''],
        ['till', '65536'],
        ['a', '1e3'],
      ),
      (platform, changes, [hookHost, hookPort]) => {
        const texts = { ...right, ...Object.fromEntries(changes) }
        const draft = draftFrom({ platform, texts, hookHost, hookPort })
        const whole = Object.keys(marketFaults(draft)).length === 0
        const { error } = marketConfigSchema.safeParse(configOf(draft))
        if (whole) expect(error).toBeUndefined()
        // A key that is missing the till takes for one that is to stay as it is.
        if (error !== undefined) expect(whole).toBe(false)
      },
    ),
    { numRuns: 2000 },
  )
})

test('a connection that is kept is the form it came from, without its keys', () => {
  const draft = draftFrom({
    platform: 'woocommerce',
    texts: {
      ...newDraft('fr').texts,
      shop: 'https://shop.example',
      consumerKey: 'ck_1',
      consumerSecret: 'cs_1',
      mediaUser: 'fatima',
      mediaPassword: 'abcd efgh',
    },
    weightUnit: 'g',
    askSeconds: 60,
    hookHost: '127.0.0.1',
    hookPort: '8080',
  })
  const config = configOf(draft)
  if (config?.shop.platform !== 'woocommerce') throw new Error('another platform')
  const shown = {
    ...config.shop,
    consumerKey: '',
    consumerSecret: '',
    media: { user: 'fatima', password: '' },
  }
  const secrets = ['consumerKey', 'consumerSecret', 'media.password']
  const again = draftOf({ config: { ...config, shop: shown }, secrets }, 'ar')
  expect(configOf(again)).toEqual({ ...config, shop: shown })
  // What the till has may stay empty; of another platform it has nothing.
  expect(marketFaults(again)).toEqual({})
  expect(marketFaults({ ...again, platform: 'mapped' })).toMatchObject({ key: 'missing' })
})

test('each field of each platform says where it is found, in each language', () => {
  for (const language of ['ar', 'fr', 'en'] as const) {
    const words: Readonly<Record<string, string>> = screenWords[language]
    for (const platform of platforms) {
      for (const { field } of platformFields[platform])
        expect(words[`market.hint.${platform}.${field}`], `${language} ${platform} ${field}`).toBeDefined()
    }
  }
})
