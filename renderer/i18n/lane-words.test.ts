import { createIntl } from '@formatjs/intl'
import { expect, test } from 'vitest'
import type { LaneView } from '#shared/contract/forwards.ts'
import { forwardTroubles } from '#shared/contract/forwards.ts'
import { screenWords } from '#shared/i18n/screens/words.ts'
import { stoppedWords, waitingWords } from './lane-words.ts'
import type { Say } from './Words.tsx'

const sayIn = (language: 'ar' | 'fr' | 'en'): Say => {
  const intl = createIntl({ locale: language, messages: screenWords[language] })
  return (id, values) => intl.formatMessage({ id }, values)
}
const since = { utcMs: Date.UTC(2026, 10, 23, 13, 2), offsetMinutes: 60 }
const lane: LaneView = {
  destination: 'host/cmi',
  waiting: 3,
  since,
  trouble: 'noNetwork',
  nextTryAt: null,
  setAside: 0,
}
const plain = (text: string | null): string => (text ?? '').replace(/[\u2066-\u2069]/g, '')

test('settlements that wait are said with since when and why', () => {
  expect(plain(waitingWords(lane, '2026-11-23', sayIn('en')))).toBe(
    '3 settlements waiting since 14:02: no network',
  )
  expect(plain(waitingWords(lane, '2026-11-23', sayIn('fr')))).toBe(
    '3 télécollectes en attente depuis 14:02 : pas de réseau',
  )
  expect(plain(waitingWords({ ...lane, waiting: 2 }, '2026-11-23', sayIn('ar')))).toBe(
    'تسويتان تنتظران منذ 14:02: لا توجد شبكة',
  )
})

test('a wait from before the day that is traded says its day', () => {
  expect(plain(waitingWords(lane, '2026-11-24', sayIn('en')))).toContain('since 23/11/2026 14:02')
  expect(plain(waitingWords(lane, null, sayIn('en')))).toContain('since 23/11/2026 14:02')
})

test('a lane without trouble says no reason, and one in which nothing waits says nothing', () => {
  expect(plain(waitingWords({ ...lane, trouble: null, waiting: 1 }, '2026-11-23', sayIn('en')))).toBe(
    '1 settlement waiting since 14:02',
  )
  expect(waitingWords({ ...lane, waiting: 0, since: null }, null, sayIn('en'))).toBeNull()
})

test('each trouble has words of its own in each language', () => {
  for (const language of ['ar', 'fr', 'en'] as const) {
    const said = forwardTroubles.map((trouble) => waitingWords({ ...lane, trouble }, null, sayIn(language)))
    expect(new Set(said).size).toBe(forwardTroubles.length)
  }
})

test('what was set aside is said apart from what waits', () => {
  expect(stoppedWords(lane, sayIn('en'))).toBeNull()
  expect(stoppedWords({ ...lane, setAside: 1 }, sayIn('en'))).toBe(
    '1 message stopped after many tries: it needs you',
  )
  expect(
    stoppedWords({ ...lane, destination: 'shop', setAside: 3, trouble: 'journalForked' }, sayIn('en')),
  ).toContain('other sales of this till')
})
