import { expect, test } from 'vitest'
import { hmacSha256, isSignedBy } from './signature.ts'

// RFC 4231 §4.3, test case 2.
const body = new TextEncoder().encode('what do ya want for nothing?')
const hex = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'

test('as published', () => {
  expect(hmacSha256('Jefe', body).toString('hex')).toBe(hex)
  expect(isSignedBy('Jefe', body, hex, 'hex')).toBe(true)
  expect(isSignedBy('Jefe', body, Buffer.from(hex, 'hex').toString('base64'), 'base64')).toBe(true)
})

test.each([
  ['nothing', undefined],
  ['an empty one', ''],
  ['half of one', hex.slice(0, 32)],
  ['one that goes on', `${hex}00`],
  ['another', hex.replace('5', '6')],
])('%s is no signature', (_name, said) => {
  expect(isSignedBy('Jefe', body, said, 'hex')).toBe(false)
})

test('a byte more, and a secret that is not set', () => {
  expect(isSignedBy('Jefe', Buffer.concat([body, Buffer.of(0)]), hex, 'hex')).toBe(false)
  expect(isSignedBy('', body, hmacSha256('', body).toString('hex'), 'hex')).toBe(false)
})
