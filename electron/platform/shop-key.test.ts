import { spawn } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { isPublicKey } from '#shared/receipt/key-fingerprint.ts'
import { holds, openShopKey, ShopKeyRefused, shopKeyPath, shopNameHash } from './shop-key.ts'

function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hanout-key-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('a folder has one key: the same at every opening, and its own', () => {
  const folder = testFolder()
  const first = openShopKey(folder)
  const again = openShopKey(folder)
  expect(isPublicKey(first.publicKey)).toBe(true)
  expect(again.publicKey).toBe(first.publicKey)
  expect(again.sign('زربية')).toBe(first.sign('زربية'))
  expect(openShopKey(testFolder()).publicKey).not.toBe(first.publicKey)
  expect(readdirSync(folder)).toEqual(['shop-key.pem'])
})

test('its signature holds for this text and this key alone', () => {
  const key = openShopKey(testFolder())
  const signature = key.sign('HANOUT2:T:1')
  expect(holds(key.publicKey, 'HANOUT2:T:1', signature)).toBe(true)
  expect(holds(key.publicKey, 'HANOUT2:T:2', signature)).toBe(false)
  expect(holds(openShopKey(testFolder()).publicKey, 'HANOUT2:T:1', signature)).toBe(false)
  expect(holds('no key', 'HANOUT2:T:1', signature)).toBe(false)
  expect(holds(key.publicKey, 'HANOUT2:T:1', 'no signature')).toBe(false)
})

test('a shop’s name hashes alike however its accents are typed', () => {
  expect(shopNameHash('abc')).toBe('ba7816bf8f01cfea')
  expect(shopNameHash('Ma\u00eetre')).toBe(shopNameHash('Mai\u0302tre'))
})

test('signs as RFC 8032 §7.1 does (test 2)', () => {
  const folder = testFolder()
  const seed = '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb'
  // PKCS #8 of an Ed25519 key (RFC 8410 §7): a fixed head, then the seed.
  const der = Buffer.from(`302e020100300506032b657004220420${seed}`, 'hex')
  const pem = `-----BEGIN PRIVATE KEY-----\n${der.toString('base64')}\n-----END PRIVATE KEY-----\n`
  writeFileSync(shopKeyPath(folder), pem)
  const key = openShopKey(folder)
  expect(Buffer.from(key.publicKey, 'base64url').toString('hex')).toBe(
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
  )
  // The message is the one byte 72.
  expect(Buffer.from(key.sign('r'), 'base64url').toString('hex')).toBe(
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
      '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  )
})

test.skipIf(process.platform === 'win32')('only its owner may read it, also after a careless copy', () => {
  const folder = testFolder()
  openShopKey(folder)
  const mode = () => statSync(shopKeyPath(folder)).mode & 0o777
  expect(mode()).toBe(0o600)
  chmodSync(shopKeyPath(folder), 0o644)
  openShopKey(folder)
  expect(mode()).toBe(0o600)
})

describe('a file that is no key', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({
    type: 'pkcs8',
    format: 'pem',
  })
  test.each([
    ['empty', ''],
    ['cut short', '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2Vw'],
    ['of another kind', rsa],
  ])('%s: refused in words, and left as it is', (_, content) => {
    const folder = testFolder()
    writeFileSync(shopKeyPath(folder), content)
    expect(() => openShopKey(folder)).toThrow(
      expect.objectContaining({
        name: 'ShopKeyRefused',
        code: 'damaged',
        message: expect.stringMatching(/shop-key\.pem is damaged: .*Restore this file/),
      }),
    )
    expect(readFileSync(shopKeyPath(folder), 'utf8')).toBe(content)
  })

  test('a folder in its place: refused too', () => {
    const folder = join(testFolder(), 'nobody')
    expect(() => openShopKey(folder)).toThrow(/ENOENT/)
    const taken = testFolder()
    rmSync(shopKeyPath(taken), { force: true })
    mkdirSync(shopKeyPath(taken))
    expect(() => openShopKey(taken)).toThrow(ShopKeyRefused)
  })
})

describe('killed while the key is made', () => {
  test('what was half written aside is not the key', () => {
    const folder = testFolder()
    writeFileSync(`${shopKeyPath(folder)}.new`, '-----BEGIN PRI')
    expect(isPublicKey(openShopKey(folder).publicKey)).toBe(true)
    expect(readdirSync(folder)).toEqual(['shop-key.pem'])
  })

  test('there is none or a whole one, whenever the kill comes', async () => {
    const folder = testFolder()
    // Makes keys in one folder after another, as fast as it can, until it is killed.
    const program = `
      const { openShopKey } = await import(${JSON.stringify(join(import.meta.dirname, 'shop-key.ts'))})
      const { mkdirSync } = await import('node:fs')
      for (let n = 0; ; n += 1) { mkdirSync(process.argv[1] + '/' + n); openShopKey(process.argv[1] + '/' + n); process.stdout.write('.') }`
    for (const afterKeys of [1, 2, 5, 9, 14]) {
      const at = join(folder, String(afterKeys))
      mkdirSync(at)
      const child = spawn(process.execPath, ['--input-type=module', '-e', program, at])
      let made = 0
      child.stdout.on('data', (dots: Buffer) => {
        made += dots.length
        if (made >= afterKeys) child.kill('SIGKILL')
      })
      await once(child, 'close')
      expect(made).toBeGreaterThanOrEqual(afterKeys)
      for (const each of readdirSync(at)) {
        const path = shopKeyPath(join(at, each))
        const before = existsSync(path) ? readFileSync(path, 'utf8') : null
        expect(isPublicKey(openShopKey(join(at, each)).publicKey)).toBe(true)
        if (before !== null) expect(readFileSync(path, 'utf8')).toBe(before)
      }
    }
  })
})
