import { createIntl } from '@formatjs/intl'
import { expect, test } from 'vitest'
import type { BatchView } from '#shared/contract/settlements.ts'
import { screenWords } from '#shared/i18n/screens/words.ts'
import { zero } from '#shared/money/amount.ts'
import { type BatchId, disputeCauses } from '#shared/settlement/batch.ts'
import type { Say } from '../../../i18n/Words.tsx'
import { isEnded, needsYou, nextOf, stateOf } from './batch-state.ts'

const intl = createIntl({ locale: 'en', messages: screenWords.en })
const say: Say = (id, values) => intl.formatMessage({ id }, values)
const none = { count: 0, amount: zero }

const waiting: BatchView = {
  batch: 'b-42' as BatchId,
  number: 42,
  acquirer: 'cmi',
  acquirerName: 'CMI',
  way: 'host',
  terminal: 'terminal',
  businessDay: '2026-11-23',
  frozenAt: { utcMs: 1_795_000_000_000, offsetMinutes: 60 },
  state: 'frozen',
  unconfirmed: false,
  setAside: false,
  movements: 340,
  uploaded: 0,
  ours: { sales: none, saleReversals: none, refunds: none, refundReversals: none },
  told: null,
  cause: null,
  code: '',
  text: '',
  reference: '',
  agreedBy: null,
  resolution: null,
  endedAt: null,
}

test('no answer is said as a question that is repeated, never as a failure, and needs nobody', () => {
  const silent = { ...waiting, unconfirmed: true }
  expect(stateOf(silent, say)).toEqual({
    words: 'No answer yet: the same question is repeated',
    tone: 'wait',
    icon: 'question',
  })
  expect(nextOf(silent, say)).toContain('cannot count twice')
  expect(needsYou(silent)).toBe(false)
})

test('a terminal that was told is not told again', () => {
  expect(nextOf({ ...waiting, way: 'terminal', unconfirmed: true }, say)).toContain('not told a second time')
})

test('an upload says how far it is', () => {
  expect(stateOf({ ...waiting, state: 'uploading', uploaded: 120 }, say).words).toBe(
    'Sending each payment: 120 of 340',
  )
})

test('nothing is ever red: what needs a person is amber', () => {
  const states = ['frozen', 'uploading', 'exported', 'agreed', 'disputed', 'resolved'] as const
  for (const state of states) {
    for (const setAside of [false, true])
      expect(stateOf({ ...waiting, state, setAside }, say).tone).not.toBe('stop')
  }
})

test('each cause of a dispute says what to do', () => {
  const said = disputeCauses.map((cause) => nextOf({ ...waiting, state: 'disputed', cause }, say))
  expect(new Set(said).size).toBe(disputeCauses.length)
})

test('who agreed or decided is named', () => {
  const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '')
  const agreed: BatchView = { ...waiting, state: 'agreed', agreedBy: { kind: 'person', name: 'Hassan' } }
  expect(plain(nextOf(agreed, say))).toBe('Hassan compared both sides: they agree.')
  const resolution = { kind: 'oursStands', person: 'Omar', note: '' } as const
  const resolved: BatchView = { ...waiting, state: 'resolved', resolution }
  expect(plain(stateOf(resolved, say).words)).toBe('Settled by Omar')
  expect([agreed, resolved].every(isEnded)).toBe(true)
  expect(isEnded({ ...waiting, state: 'disputed' })).toBe(false)
})
