import { generateKeyPairSync, sign, verify } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cash, hash, ticketLine, ticketOf } from '#test/fixtures/paper/tickets.ts'
import { isPublicKey, keyFingerprint, keyId } from './key-fingerprint.ts'
import {
  type CertificateCode,
  fieldLengths,
  longestCode,
  type PaperCode,
  parseSignedText,
  type ReceiptCode,
  receiptCode,
  shortened,
  signedText,
} from './signed-code.ts'

/** A key made for this run, as the till makes one. */
function testKey() {
  const pair = generateKeyPairSync('ed25519')
  const publicKey = pair.publicKey.export({ format: 'jwk' }).x ?? ''
  return {
    publicKey,
    sign: (text: string) => sign(null, Buffer.from(text), pair.privateKey).toString('base64url'),
    holds: (scanned: string) => {
      const parsed = parseSignedText(scanned)
      return (
        parsed !== null &&
        verify(null, Buffer.from(parsed.text), pair.publicKey, Buffer.from(parsed.signature, 'base64url'))
      )
    },
  }
}
const key = testKey()

const count = fc.integer({ min: 1, max: 1_000_000_000 })
const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const hex16 = fc.stringMatching(/^[0-9a-f]{16}$/)
const receipts: fc.Arbitrary<ReceiptCode> = fc.record({
  kind: fc.constant('receipt' as const),
  till: fc.stringMatching(/^[0-9A-Za-z_-]{0,8}$/),
  ticket: count,
  gross: fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
  hash: hex16,
  day,
})
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.constantFrom('زربية أزيلال — صوف طبيعي', '🧶👩‍👩‍👧 tapis', 'a:b:c%25', '阿齐拉尔地毯', 'ⵜⵉⵣⵔⵣⴰⵢ', ''),
)
const certificates: fc.Arbitrary<CertificateCode> = fc.record({
  kind: fc.constant('certificate' as const),
  number: count,
  ticket: count,
  day,
  shop: hex16,
  name: anyText,
  maker: anyText,
  village: anyText,
  dimensions: anyText,
  stamps: anyText,
})
const codes: fc.Arbitrary<PaperCode> = fc.oneof(receipts, certificates)

const readable = (code: PaperCode): PaperCode => (code.kind === 'certificate' ? shortened(code) : code)

describe('what is built', () => {
  test('reads back, holds, and fits a symbol', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const text = signedText(code, key)
        expect(text).toMatch(/^[!-~]+$/)
        expect(text.length).toBeLessThanOrEqual(longestCode)
        expect(parseSignedText(text)?.code).toEqual(readable(code))
        expect(parseSignedText(text)?.keyId).toBe(keyId(key.publicKey))
        expect(key.holds(text)).toBe(true)
      }),
    )
  })

  test('names that fit are whole, in any script', () => {
    const names = ['زربية أزيلال', '🧶 tapis', 'Tapis d’Azilal', '阿齐拉尔地毯']
    for (const name of names) {
      const code = { ...(fc.sample(certificates, 1)[0] as CertificateCode), name }
      const parsed = parseSignedText(signedText(code, key))
      expect(parsed?.code).toMatchObject({ name })
    }
  })

  test('a name that does not fit ends in an ellipsis, never in half a character', () => {
    const code = { ...(fc.sample(certificates, 1)[0] as CertificateCode), name: '🧶'.repeat(100) }
    expect(shortened(code).name).toBe(`${'🧶'.repeat(9)}…`)
    expect(encodeURIComponent(shortened(code).name).length).toBeLessThanOrEqual(fieldLengths.name)
  })
})

describe('any one character changed', () => {
  const replacement = fc.oneof(
    fc.integer({ min: 0x20, max: 0x7e }).map((point) => String.fromCodePoint(point)),
    fc.constantFrom('é', 'ع', '\n', ''),
  )
  test('makes it invalid', () => {
    fc.assert(
      fc.property(codes, fc.nat(), replacement, (code, place, other) => {
        const text = signedText(code, key)
        const at = place % text.length
        fc.pre(text[at] !== other)
        expect(key.holds(text.slice(0, at) + other + text.slice(at + 1))).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  test('makes it invalid even where it would be the same bytes to a lenient decoder', () => {
    const text = signedText(
      receiptCode(ticketOf([ticketLine(1, 'lamp', 1, 100)], [cash(100)]), hash, 'T'),
      key,
    )
    const last = text.slice(-1)
    for (const other of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/=')
      if (other !== last) expect(key.holds(text.slice(0, -1) + other), other).toBe(false)
  })
})

test('another shop’s key does not hold', () => {
  fc.assert(
    fc.property(codes, (code) => {
      expect(testKey().holds(signedText(code, key))).toBe(false)
    }),
    { numRuns: 10 },
  )
})

test('a receipt says what its ticket says; a refund is negative', () => {
  const ticket = ticketOf([ticketLine(1, 'lamp', 1, 89_000)], [cash(89_000)])
  expect(receiptCode(ticket, hash, 'T1kQ8Zt2-and-more')).toEqual({
    kind: 'receipt',
    till: 'T1kQ8Zt2',
    ticket: 128,
    gross: 89_000,
    hash: '3f9a0c127e55d1b0',
    day: '2026-11-23',
  })
  expect(receiptCode({ ...ticket, kind: 'refund' }, hash, '').gross).toBe(-89_000)
})

test.each([
  ['', 'nothing'],
  ['HANOUT1:T1kQ8Zt2:128:261030:3f9a0c127e55d1b0', 'an unsigned code'],
  ['HANOUT2:T1kQ8Zt2:128:261030:3f9a0c127e55d1b0:20261123:TXD9G0C2:AAAA', 'a short signature'],
  [`HANOUTC1:1:1:20261123:3f9a0c127e55d1b0:%FF:::::TXD9G0C2:${'A'.repeat(86)}`, 'bytes that are no UTF-8'],
  [`HANOUT2:T:1:1:3f9a0c127e55d1b0:20261123:TXD9G0C2:${'A'.repeat(86)}\n`, 'a line break behind'],
  ['x'.repeat(100_000), 'a long text'],
])('refuses %.40s: %s', (text) => {
  expect(parseSignedText(text)).toBeNull()
})

test('a fingerprint is the first 80 bits of the key (RFC 8032 §7.1, test 1)', () => {
  const publicKey = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'
  expect(keyFingerprint(publicKey)).toBe('TXD9-G0C2-P45B-FNAB')
  expect(keyId(publicKey)).toBe('TXD9G0C2')
  expect(isPublicKey(`${publicKey.slice(0, -1)}p`)).toBe(false)
  expect(() => keyFingerprint('short')).toThrow(RangeError)
})
