import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openShopKey, shopNameHash } from '#electron/platform/shop-key.ts'
import type { ActivityCode } from '#shared/receipt/activity-code.ts'
import { keyFingerprint } from '#shared/receipt/key-fingerprint.ts'
import { type CertificateCode, type ReceiptCode, signedText } from '#shared/receipt/signed-code.ts'
import { testFolder } from '#test/harness/ledger-folder.ts'
import { runVerifyPaper, type VerifyPaperArguments } from './verify-paper.ts'

const home = mkdtempSync(join(tmpdir(), 'hanout-paper-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

const key = openShopKey(home)
const print = keyFingerprint(key.publicKey)
const receipt: ReceiptCode = {
  kind: 'receipt',
  till: 'T1kQ8Zt2',
  ticket: 128,
  gross: 261_030,
  hash: '3f9a0c127e55d1b0',
  day: '2026-11-23',
}
const certificate: CertificateCode = {
  kind: 'certificate',
  number: 41,
  ticket: 128,
  day: '2026-11-23',
  shop: shopNameHash('Dar Zellij'),
  name: 'زربية أزيلال',
  maker: 'Fatima Aït Ali',
  village: 'Azilal',
  dimensions: '200 × 300 cm',
  stamps: '',
}

const activity: ActivityCode = {
  kind: 'activity',
  till: 'T1kQ8Zt2',
  shop: shopNameHash('Dar Zellij'),
  whom: 'فاطمة آيت علي',
  month: '2026-11',
  day: '2026-12-03',
  sales: 214,
  takings: [100, 0, -250, 4_000_000, 1, 2, 3, 4, 5, 6, 7, 8],
  dues: [60, 0, -150, 2_400_000, 0, 1, 1, 2, 3, 3, 4, 4],
}

function said(parameters: Partial<VerifyPaperArguments>): [number, string] {
  const lines: string[] = []
  const all = { text: signedText(receipt, key), key: key.publicKey, ...parameters }
  return [runVerifyPaper(all, (line) => lines.push(line)), lines.join('\n')]
}

test('a receipt the shop signed is valid, and is told', () => {
  expect(said({})).toEqual([
    0,
    `Valid: receipt, ticket 128 of 2026-11-23, 2\u00a0610,30\u00a0DH, journal 3f9a0c127e55d1b0; signed by key ${print}.`,
  ])
})

test('a scanner’s line break is not part of the code', () => {
  expect(said({ text: `\t${signedText(receipt, key)}\r\n` })[0]).toBe(0)
})

test('a certificate tells its piece, and whose shop it is when asked', () => {
  const text = signedText(certificate, key)
  expect(said({ text })).toEqual([
    0,
    `Valid: certificate 41, ticket 128 of 2026-11-23, زربية أزيلال, Fatima Aït Ali, Azilal, 200 × 300 cm; signed by key ${print}.`,
  ])
  expect(said({ text, shop: 'Dar Zellij' })[0]).toBe(0)
  expect(said({ text, shop: 'Dar Other' })).toEqual([
    2,
    expect.stringMatching(/^Another shop’s: .*Dar Other/),
  ])
})

test('an activity statement tells whose it is, and every month of it', () => {
  const text = signedText(activity, key)
  expect(text.length).toBeLessThan(600)
  expect(said({ text, shop: 'Dar Zellij' })).toEqual([
    0,
    expect.stringMatching(
      /^Valid: activity statement of فاطمة آيت علي, twelve months up to 2026-11, made out on 2026-12-03, 214 sales, takings 39.998,86.DH \(1,00.DH; 0,00.DH; -2,50.DH; 40.000,00.DH; .*\), due to artisans /,
    ),
  ])
  expect(said({ text, shop: 'Dar Other' })[0]).toBe(2)
  expect(said({ text: text.replace('~4000000~', '~5000000~') })).toEqual([
    1,
    'Altered: the shop did not sign this.',
  ])
})

test('one digit more is altered', () => {
  expect(said({ text: signedText(receipt, key).replace(':261030:', ':161030:') })).toEqual([
    1,
    'Altered: the shop did not sign this.',
  ])
})

test('another key is another shop', () => {
  const other = openShopKey(testFolder())
  expect(said({ key: other.publicKey })).toEqual([
    2,
    expect.stringMatching(/^Another shop’s: signed by key /),
  ])
})

test.each(['', 'hello', 'HANOUT1:T1kQ8Zt2:128:261030:3f9a0c127e55d1b0'])('%j is no signed code', (text) => {
  expect(said({ text })).toEqual([1, expect.stringMatching(/^Not valid: this is no signed code/)])
})

test('the key may stand in a file; without one nothing is checked', () => {
  const folder = testFolder()
  const path = join(folder, 'dar-zellij.txt')
  writeFileSync(path, `${key.publicKey}\n`)
  expect(said({ key: path })[0]).toBe(0)
  writeFileSync(path, 'none')
  expect(said({ key: path })).toEqual([3, expect.stringMatching(/holds no public key/)])
  expect(said({ key: join(folder, 'gone') })).toEqual([
    3,
    expect.stringMatching(/^No key to check with: .*is not there/),
  ])
})
