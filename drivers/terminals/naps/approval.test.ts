import { expect, test } from 'vitest'
import { canonicalJson } from '#shared/kernel/canonical-json.ts'
import { approvalOf, readPaymentAnswer, refusalOf } from './approval.ts'

const message = (fields: Record<string, string>) => ({
  type: '101',
  fields: new Map(Object.entries(fields)),
  truncated: false,
})

/** A letter outside the basic plane takes two places; a length or a limit may end between them. */
const pot = '🏺'

test('a slip cut in the middle of a letter can still be kept', () => {
  const cut = `033003ab${pot.slice(0, 1)}`
  const approval = approvalOf(
    message({ '010': `03000201031001S032001G${cut}*03000202031001S032001G033002ok?` }),
  )
  expect(approval.slip).toHaveLength(2)
  expect(() => canonicalJson(approval)).not.toThrow()
})

test.each(['*', '!'])('lines of a slip are told apart where %s stands between them', (separator) => {
  const slip = ['03000201031001S032001G033005TKpay', '03000202031001S032001G033005Merci'].join(separator)
  expect(approvalOf(message({ '010': slip })).slip).toEqual(['TKpay', 'Merci'])
})

test('a refusal cut at its hundredth place can still be kept', () => {
  const reason = refusalOf(message({ '013': '116', '025': `${'x'.repeat(99)}${pot}` }))
  expect(reason.text.startsWith('x'.repeat(99))).toBe(true)
  expect(() => canonicalJson(reason)).not.toThrow()
})

test.each(['117', '118', '120', '121', '265', '482', 'T01', 'Z9Q'])(
  'the code %s is handed on as received: the tables disagree, so none is given a meaning',
  (code) => {
    const answer = readPaymentAnswer(message({ '013': code, '025': 'REFUSE' }), 500)
    expect(answer).toEqual({ kind: 'refused', reason: { code, text: 'REFUSE' } })
  },
)

test.each(['', '00', '00A0', '1\u00b06'])(
  'a code "%s" that did not survive the line refuses nothing',
  (code) => {
    expect(readPaymentAnswer(message({ '013': code }), 500)).toMatchObject({ kind: 'contradictory' })
  },
)
