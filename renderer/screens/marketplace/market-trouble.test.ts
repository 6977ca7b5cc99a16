import { createIntl } from '@formatjs/intl'
import { expect, test } from 'vitest'
import type { MarketplaceTrouble } from '#drivers/marketplaces/marketplace.ts'
import { screenWords } from '#shared/i18n/screens/words.ts'
import type { Say } from '../../i18n/Words.tsx'
import { type MarketTrouble, marketTroubles, troubleWords } from './market-trouble.ts'

const sayIn = (language: 'ar' | 'fr' | 'en'): Say => {
  const intl = createIntl({ locale: language, messages: screenWords[language] })
  return (id, values) => intl.formatMessage({ id }, values)
}

test('whatever a marketplace says has words of its own in each language', () => {
  // Does not compile while an adapter can say something that no screen has words for.
  const said: readonly Extract<MarketplaceTrouble, MarketTrouble>[] = marketTroubles.filter(
    (code) => !['noNetwork', 'silent', 'lineLost'].includes(code),
  ) as MarketplaceTrouble[]
  expect(said).toHaveLength(12)
  for (const language of ['ar', 'fr', 'en'] as const) {
    const titles = marketTroubles.map((code) => troubleWords({ code, text: '' }, sayIn(language)).title)
    expect(new Set(titles).size).toBe(marketTroubles.length)
  }
})

test('a code that nobody knows is a plain no', () => {
  expect(troubleWords({ code: 'teapot', text: 'I am one' }, sayIn('en')).title).toBe(
    'The marketplace said no',
  )
})
