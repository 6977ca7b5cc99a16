import fc from 'fast-check'
import { expect, test } from 'vitest'
import { edc } from '#drivers/iso8583/dialects/edc.data.ts'
import { iso87 } from '#drivers/iso8583/dialects/iso87.data.ts'
import type { Message } from '#drivers/iso8583/message.ts'
import { dirham } from '#shared/money/amount.ts'
import { answersTo, answerType, tellAnswer, totalsAnswer } from './answers.ts'

const { talk } = iso87
const request: Message = {
  mti: '0501',
  fields: new Map([
    [11, '000123'],
    [41, 'TILL0001'],
    [42, 'ARTISAN00000001'],
    [60, '000042'],
  ]),
}

/** A 0510 to it. @param change fields that are otherwise, or not there */
function answer(change: Readonly<Record<number, string | null>> = {}, mti = '0510'): Message {
  const fields = new Map<number, string>([...request.fields, [39, '00']] as [number, string][])
  for (const [field, value] of Object.entries(change)) {
    if (value === null) fields.delete(Number(field))
    else fields.set(Number(field), value)
  }
  return { mti, fields }
}

test.each([
  ['0500', '0510'],
  ['0501', '0510'],
  ['0320', '0330'],
  ['0321', '0330'],
  ['0420', '0430'],
  ['0421', '0430'],
  ['0221', '0230'],
  ['0800', '0810'],
])('%s is answered by %s', (asked, answered) => {
  expect(answerType(asked, talk)).toBe(answered)
})

test('or by what the dialect says', () => {
  expect(answerType('0400', { answers: { '0400': '0430' } })).toBe('0430')
})

test('an answer is ours with our type, STAN, terminal and merchant, and no other batch', () => {
  const isOurs = answersTo(request, talk)
  expect(isOurs(answer())).toBe(true)
  expect(isOurs(answer({ 60: null }))).toBe(true)
  const others = [
    answer({}, '0530'),
    answer({}, '0330'),
    answer({ 11: '000124' }),
    answer({ 41: 'TILL0002' }),
    answer({ 42: 'ARTISAN00000002' }),
    answer({ 60: '000041' }),
    answer({ 11: null }),
    answer({ 41: null }),
    answer({ 42: null }),
  ]
  expect(others.filter(isOurs)).toEqual([])
})

const totals = { 76: '0000000002', 88: '0000000000000500' }
const told = {
  groups: {
    sales: { count: 2, amount: dirham(500) },
    saleReversals: null,
    refunds: null,
    refundReversals: null,
  },
  net: null,
}

test.each([
  ['agreed', { 37: '632718000123' }, { answer: 'agreed', reference: '632718000123', told: null }],
  ['agreed and in balance', { 66: '1', ...totals }, { answer: 'agreed', reference: '', told }],
  ['agreed and out of balance', { 66: '2', ...totals }, { answer: 'disagreed', told }],
  ['not agreed', { 39: '95', 66: '2', ...totals }, { answer: 'disagreed', told }],
  ['not agreed, though in balance', { 39: '95', 66: '1' }, { answer: 'disagreed', told: null }],
  ['known already', { 39: '94', ...totals }, { answer: 'duplicate', told }],
  [
    'refused',
    { 39: '58', 44: 'NOT PERMITTED' },
    { answer: 'refused', code: '58', text: 'NOT PERMITTED', again: false },
  ],
  ['refused for now', { 39: '91' }, { answer: 'refused', code: '91', text: '', again: true }],
  ['without a code', { 39: null }, { answer: 'none', cause: 'garbage', sent: true }],
])('to totals: %s', (_what, change, expected) => {
  expect(totalsAnswer(answer(change), talk)).toMatchObject(expected)
})

test('totals that are none are no agreement, and no hindrance to a refusal', () => {
  const said = (code: string) => totalsAnswer(answer({ 39: code, 63: 'SEE YOU TOMORROW' }), edc.talk)
  expect(said('00')).toMatchObject({ answer: 'none', cause: 'garbage' })
  expect(said('95')).toMatchObject({ answer: 'none', cause: 'garbage' })
  expect(said('12')).toMatchObject({ answer: 'refused', code: '12' })
})

test.each([
  ['00', { answer: 'taken', code: '00' }],
  ['25', { answer: 'taken', code: '25' }],
  ['94', { answer: 'taken', code: '94' }],
  ['96', { answer: 'refused', code: '96', text: '', again: true }],
  ['95', { answer: 'refused', code: '95', text: '', again: false }],
  [null, { answer: 'none', cause: 'garbage', sent: true }],
])('to a record or a reversal: %s', (code, expected) => {
  expect(tellAnswer(answer({ 39: code }, '0330'), talk)).toMatchObject(expected)
})

test('a host’s words are shown without the numbers of cards', () => {
  const text = (said: string) => tellAnswer(answer({ 39: '12', 44: said }), talk)
  expect(text('CARD 4539 1488 0343 6467')).toMatchObject({ text: `CARD ${'*'.repeat(19)}` })
  expect(text('4539148803436467 LOST')).toMatchObject({ text: `${'*'.repeat(16)} LOST` })
  expect(text('CALL 0522 12')).toMatchObject({ text: 'CALL 0522 12' })
})

test('whatever an answer holds, only an agreed code agrees', () => {
  const field = fc.constantFrom(37, 39, 44, 60, 63, 66, 74, 76, 86, 88, 97)
  const value = fc.oneof(
    fc.string(),
    fc.stringMatching(/^\d{1,16}$/),
    fc.constantFrom('00', '95', '94', '1', '2'),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(field, value)), fc.constantFrom(iso87, edc), (said, { talk: any }) => {
      const got = totalsAnswer({ mti: '0510', fields: new Map(said) }, any)
      if (got.answer === 'agreed') expect(new Map(said).get(39)).toBe('00')
    }),
  )
})
