import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgeFrame, largestRequestBytes, refusalFrame } from './wire.ts'

const call = (id: string, body: unknown): string =>
  JSON.stringify({ i: id, p: { u: '/counter/send', b: { json: body } } })

test('honest calls and cancels pass as they are', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e9 }), fc.json(), (number, body) => {
      const text = call(number.toString(36), JSON.parse(body))
      expect(judgeFrame(text)).toEqual({ ok: true, text })
    }),
  )
  expect(judgeFrame('{"i":"a","t":4}').ok).toBe(true)
})

test('whatever text arrives is judged, never thrown at', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.json(),
    fc.string().map((text) => `{"i":"a1","p":${text}`),
  )
  fc.assert(
    fc.property(piece, (text) => {
      const verdict = judgeFrame(text)
      if (!verdict.ok) expect(['badInput', 'inputTooLarge']).toContain(verdict.refusal.code)
    }),
  )
})

test('the limit counts bytes, not characters, and knows whom to answer', () => {
  const room = largestRequestBytes - Buffer.byteLength(call('a', ''))
  expect(judgeFrame(call('a', 'x'.repeat(room))).ok).toBe(true)
  expect(judgeFrame(call('a', 'x'.repeat(room + 1)))).toMatchObject({
    id: 'a',
    refusal: { code: 'inputTooLarge' },
  })
  expect(judgeFrame(call('a', 'ش'.repeat(room / 2 + 1)))).toMatchObject({ id: 'a', ok: false })
})

test('a refusal answers the call that asked', () => {
  expect(JSON.parse(refusalFrame('zz', { code: 'badInput' }))).toMatchObject({
    i: 'zz',
    p: { b: { json: { defined: true, code: 'REFUSED', data: { code: 'badInput' } } } },
  })
})
