import fc from 'fast-check'
import { expect, test } from 'vitest'
import vectors from '#test/fixtures/nexo/security.json' with { type: 'json' }
import { readJson, writeJson } from './json.ts'
import { deriveKeys, MessageSeal } from './security.ts'

const { keys, sealed } = vectors
const key = {
  keyIdentifier: sealed.keyIdentifier,
  keyVersion: sealed.keyVersion,
  passphrase: sealed.passphrase,
}
const envelope = sealed.message.SaleToPOIRequest
const seal = new MessageSeal(key, () => Buffer.from(sealed.nonceHex, 'hex'))
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

test('keys are derived from the passphrase as Adyen derives them', () => {
  const { hmacKey, cipherKey, ivMask } = deriveKeys(keys.passphrase)
  expect([hex(hmacKey), hex(cipherKey), hex(ivMask)]).toEqual([keys.hmacKey, keys.cipherKey, keys.ivMask])
})

test('a message is sealed as Adyen’s own library seals it', () => {
  const { NexoBlob, SecurityTrailer } = envelope
  expect(seal.seal(sealed.plain)).toEqual({ NexoBlob, SecurityTrailer })
})

test('what Adyen’s own library sealed is opened', () => {
  expect(seal.open(readJson(JSON.stringify(envelope)) ?? {})).toEqual({ ok: true, text: sealed.plain })
})

test('what was changed in any way is not believed', () => {
  const changed = (field: string, value: unknown): ReturnType<MessageSeal['open']> => {
    const { SecurityTrailer, ...rest } = envelope
    const trailer = field in SecurityTrailer ? { ...SecurityTrailer, [field]: value } : SecurityTrailer
    const spoiled = {
      ...rest,
      ...(field === 'NexoBlob' ? { NexoBlob: value } : {}),
      SecurityTrailer: trailer,
    }
    return seal.open(readJson(JSON.stringify(spoiled)) ?? {})
  }
  expect(changed('none', null)).toMatchObject({ ok: true })
  for (const [field, value] of [
    ['Hmac', 'gTqOZIi7bdRK5kWC4lHOioDntfIC9SglYcraj0/REsU='],
    ['Hmac', ''],
    ['Nonce', 'AAEiM0RVZneImaq7zN3u/w=='],
    ['Nonce', 'AAEi'],
    ['KeyIdentifier', 'other'],
    ['KeyVersion', 2],
    ['AdyenCryptoVersion', 2],
    ['NexoBlob', `${envelope.NexoBlob.slice(0, -8)}AAAAAA==`],
    ['NexoBlob', ''],
  ] as const) {
    expect(changed(field, value), field).toMatchObject({ ok: false })
  }
})

test('another passphrase opens nothing, and what opens is what was sealed', () => {
  const ours = new MessageSeal(key)
  const theirs = new MessageSeal({ ...key, passphrase: 'another' })
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const plain = text.toWellFormed()
      const sealedText = readJson(writeJson(ours.seal(plain))) ?? {}
      expect(ours.open(sealedText)).toEqual({ ok: true, text: plain })
      expect(theirs.open(sealedText)).toMatchObject({ ok: false })
    }),
  )
})
