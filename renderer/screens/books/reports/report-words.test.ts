import { createIntl } from 'react-intl'
import { expect, test } from 'vitest'
import { reportOf } from '#shared/books/reports/report-of.ts'
import { daysOfSpan, type SpanAsked } from '#shared/books/reports/span.ts'
import { screenWords } from '#shared/i18n/screens/words.ts'
import type { ScreenLanguage } from '#shared/kernel/language.ts'
import type { Say } from '../../../i18n/Words.tsx'
import { changeIn, comparedWords, shareIn } from './report-words.ts'

const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '').replaceAll('\u00a0', ' ')
const today = '2026-11-23'
const now = { utcMs: Date.UTC(2026, 10, 23, 14), offsetMinutes: 60 }

const sayIn = (language: ScreenLanguage): Say => {
  const intl = createIntl({ locale: language, messages: screenWords[language] })
  return (id, values) => intl.formatMessage({ id }, values)
}

/** What is said of a span that took nothing after one that took 100 dirhams at 9 in the morning of its first day. */
function compared(asked: SpanAsked, language: ScreenLanguage): string {
  const days = daysOfSpan(asked, today)
  if (!days.ok) throw new Error(days.error.code)
  const span = { kind: asked.kind, range: days.value, today, now } as const
  const { range } = reportOf([], [], span).compared
  const at = { utcMs: Date.parse(`${range.from}T08:00:00Z`), offsetMinutes: 60 }
  const before = [{ ticket: { kind: 'sale', gross: 10_000 }, at }] as never
  return plain(comparedWords(reportOf([], before, span), sayIn(language)))
}

test('a percentage has one decimal and its sign before it', () => {
  expect(plain(shareIn(153))).toBe('15,3 %')
  expect(plain(changeIn(1000))).toBe('+100,0 %')
  expect(plain(changeIn(-74))).toBe('−7,4 %')
})

test('what is still running is compared with the same time, what is over with the whole', () => {
  expect(compared({ kind: 'day', day: today }, 'en')).toBe('100,00 DH less than yesterday by this time')
  expect(compared({ kind: 'day', day: '2026-11-20' }, 'fr')).toBe('100,00 DH de moins que la veille')
  expect(compared({ kind: 'week', day: today }, 'fr')).toBe(
    '100,00 DH de moins que la semaine dernière à la même heure',
  )
  expect(compared({ kind: 'season', from: '2026-11-01', to: '2026-11-10' }, 'ar')).toBe(
    'أقل بـ 100,00 درهم من 10 أيام قبلها',
  )
  expect(compared({ kind: 'season', from: '2026-11-13', to: today }, 'en')).toBe(
    '100,00 DH less than the 11 days before, up to the same hour',
  )
})

test('after nothing there is nothing to compare with', () => {
  const span = { kind: 'day', range: { from: today, to: today }, today, now } as const
  expect(comparedWords(reportOf([], [], span), sayIn('en'))).toBe(screenWords.en['reports.none.day'])
})
