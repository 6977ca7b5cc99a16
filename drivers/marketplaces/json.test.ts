import { expect, test } from 'vitest'
import { z } from 'zod'
import { judge, refused } from './json.ts'
import type { WebAnswer } from './web.ts'

const answer = (status: number, text: string, headers: Record<string, string> = {}): WebAnswer => ({
  end: 'answered',
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: new TextEncoder().encode(text),
})
const schema = z.object({ count: z.int().min(0) })

test('JSON of the shape asked for is believed', () => {
  expect(judge(answer(200, '{"count":1,"more":2}'), schema)).toEqual({ end: 'done', value: { count: 1 } })
})

test.each([
  ['a page', answer(200, '<!doctype html><h1>Login</h1>', { 'content-type': 'text/html' }), /HTML/],
  ['a page that says it is JSON', answer(200, '<!doctype html>'), /not JSON/],
  ['half an answer', answer(200, '{"count":'), /not JSON/],
  ['no UTF-8', { ...answer(200, ''), body: Uint8Array.of(0x22, 0xff, 0x22) }, /not JSON/],
  ['a count below zero', answer(200, '{"count":-1}'), /count/],
  ['a missing field', answer(200, '{}'), /count/],
  ['nothing', answer(200, ''), /./],
  ['a shop that moved', answer(301, ''), /elsewhere/],
  ['too much', { end: 'tooLarge', status: 200 } as const, /more/],
])('%s is malformed', (_name, outcome, text) => {
  const end = judge(outcome, schema)
  expect(end).toMatchObject({ end: 'refused', code: 'malformed' })
  expect(end.end === 'refused' && end.text).toMatch(text)
})

test.each([
  [400, 'refused'],
  [401, 'keyRefused'],
  [403, 'notAllowed'],
  [404, 'gone'],
  [410, 'gone'],
  [422, 'refused'],
  [429, 'tooMany'],
  [503, 'unavailable'],
])('%d is %s, a page of HTML around it or not', (status, code) => {
  for (const type of ['application/json', 'text/html']) {
    expect(judge(answer(status, 'no', { 'content-type': type }), schema)).toMatchObject({ code })
  }
})

test('a gateway that lost the shop does not say that nothing was done', () => {
  for (const status of [500, 502, 504]) {
    expect(judge(answer(status, ''), schema)).toMatchObject({ end: 'unknown', sent: true })
  }
})

test('a platform’s own words come before its status', () => {
  const readNo = () => refused('skuTwice', 'said')
  expect(judge(answer(400, '{"code":"sku"}'), schema, readNo)).toMatchObject({ code: 'skuTwice' })
  expect(judge(answer(400, 'not json'), schema, readNo)).toMatchObject({ code: 'refused' })
})

test.each([
  ['seconds', { 'retry-after': '7' }, 7_000],
  ['parts of a second', { 'retry-after': '1.5' }, 1_500],
  ['at once', { 'retry-after': '0' }, 1_000],
  ['next year', { 'retry-after': '31536000' }, 3_600_000],
  [
    'a date, by the platform’s own clock',
    { 'retry-after': 'Fri, 27 Nov 2020 10:00:30 GMT', date: 'Fri, 27 Nov 2020 10:00:00 GMT' },
    30_000,
  ],
  ['a date of no clock', { 'retry-after': 'Fri, 27 Nov 2020 10:00:30 GMT' }, 10_000],
  ['nothing', {}, 10_000],
  ['something else', { 'retry-after': 'soon' }, 10_000],
])('busy, and says when: %s', (_name, headers, afterMs) => {
  expect(judge(answer(429, '', headers), schema)).toMatchObject({ again: { afterMs } })
})
