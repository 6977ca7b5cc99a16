import { createIntl } from '@formatjs/intl'
import { expect, test } from 'vitest'
import { screenWords } from '#shared/i18n/screens/words.ts'
import type { Say } from '../../i18n/Words.tsx'
import { marketTroubles, troubleWords } from './market-trouble.ts'

const sayIn = (language: 'ar' | 'fr' | 'en'): Say => {
  const intl = createIntl({ locale: language, messages: screenWords[language] })
  return (id, values) => intl.formatMessage({ id }, values)
}

test('whatever a marketplace says has words of its own in each language', () => {
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
