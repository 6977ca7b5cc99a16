import { generateKeyPairSync, sign } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { checkPage } from '#renderer/screens/papers/check-page.ts'
import { type CertificateCode, type PaperCode, signedText } from '#shared/receipt/signed-code.ts'
import { seriousFindings } from '#test/harness/axe.ts'
import { openBrowser, openPage } from '#test/harness/browser.ts'

/** The page a shop hands to whoever wants to check its papers: opened from a file, without a network. */
const address = pathToFileURL(resolve('docs/verify-paper.html')).href

function shopKey() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return {
    publicKey: publicKey.export({ format: 'jwk' }).x ?? '',
    sign: (text: string) => sign(null, Buffer.from(text), privateKey).toString('base64url'),
  }
}
const key = shopKey()
const receipt: PaperCode = {
  kind: 'receipt',
  till: 'T1kQ8Zt2',
  ticket: 128,
  gross: -261_030,
  hash: '3f9a0c127e55d1b0',
  day: '2026-11-23',
}
const certificate: CertificateCode = {
  kind: 'certificate',
  number: 41,
  ticket: 128,
  day: '2026-11-23',
  shop: '3f9a0c127e55d1b0',
  name: 'زربية أزيلال 🧶',
  maker: 'Fatima Aït Ali',
  village: '<b>Azilal</b>',
  dimensions: '200 × 300 cm',
  stamps: '',
}

let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  ;({ page, context } = await openPage(browser, { locale: 'en', width: 420 }))
  await context.setOffline(true)
})
afterAll(() => browser.close())
beforeEach(async () => {
  // A fresh address each time: a fragment alone would not load the page again.
  await page.goto('about:blank')
  await page.goto(`${address}#${key.publicKey}`)
})

async function verdictOn(text: string): Promise<string> {
  await page.locator('#text').fill(text)
  await page.getByRole('button').click()
  const verdict = page.locator('#verdict:not([hidden])')
  await verdict.waitFor()
  return (await verdict.getAttribute('data-verdict')) ?? ''
}
const said = () => page.locator('#said').innerText()

describe('a paper the shop signed', () => {
  test('a receipt is valid, and is told', async () => {
    expect(await verdictOn(`${signedText(receipt, key)}\n`)).toBe('valid')
    expect((await said()).replace(/\s+/g, ' ')).toBe(
      'Ticket no. 128 Date 23/11/2026 Amount -2 610,30 DH Till T1kQ8Zt2',
    )
  })

  test('a certificate tells its piece in any script, as text', async () => {
    expect(await verdictOn(signedText(certificate, key))).toBe('valid')
    expect(await said()).toContain('زربية أزيلال 🧶')
    expect(await said()).toContain('<b>Azilal</b>')
    expect(await said()).not.toContain('Stamps')
  })
})

test('an activity statement tells its twelve months', async () => {
  const activity: PaperCode = {
    kind: 'activity',
    till: 'T1kQ8Zt2',
    shop: '3f9a0c127e55d1b0',
    whom: 'فاطمة <b>آيت</b> علي',
    month: '2026-02',
    day: '2026-03-03',
    sales: 214,
    takings: [100, 0, -250, 4_000_000, 1, 2, 3, 4, 5, 6, 7, 8],
    dues: [60, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  }
  expect(await verdictOn(signedText(activity, key))).toBe('valid')
  const told = (await said()).replaceAll('\u00a0', ' ')
  for (const text of [
    'فاطمة <b>آيت</b> علي',
    '02/2026',
    '214',
    '39 998,86 DH',
    '03/2025: 1,00 DH',
    '05/2025: -2,50 DH',
  ])
    expect(told).toContain(text)
  expect(await verdictOn(signedText(activity, key).replace('~4000000~', '~5000000~'))).toBe('altered')
})

test('any one character changed is not valid', async () => {
  const text = signedText(certificate, key)
  for (let at = 0; at < text.length; at += 7) {
    const other = text[at] === '1' ? '2' : '1'
    expect(await verdictOn(text.slice(0, at) + other + text.slice(at + 1)), `at ${at}`).not.toBe('valid')
  }
  // The four bits of the last character that a lenient decoder ignores.
  const last = text.at(-1) ?? ''
  for (const other of 'ABCQRgw')
    if (other !== last) expect(await verdictOn(text.slice(0, -1) + other), other).not.toBe('valid')
})

test('another shop’s key is said to be another’s, and none is asked for', async () => {
  expect(await verdictOn(signedText(receipt, shopKey()))).toBe('other')
  await page.locator('#key').fill('not a key')
  expect(await verdictOn(signedText(receipt, key))).toBe('unchecked')
})

test('the page a shop saves knows its keys, the older ones too', async () => {
  const older = shopKey()
  const file = join(mkdtempSync(join(tmpdir(), 'hanout-')), 'verify-paper.html')
  writeFileSync(file, checkPage([key.publicKey, older.publicKey]))
  await page.goto(pathToFileURL(file).href)
  expect(await verdictOn(signedText(receipt, key))).toBe('valid')
  expect(await verdictOn(signedText(certificate, older))).toBe('valid')
  expect(await verdictOn(signedText(receipt, shopKey()))).toBe('other')
})

test('a browser that cannot check says so, and never that a paper is false', async () => {
  await page.evaluate('crypto.subtle.importKey = () => Promise.reject(new Error("NotSupportedError"))')
  expect(await verdictOn(signedText(receipt, key))).toBe('unchecked')
})

test('reads right to left in Arabic, keeps its answer, and is fit for everyone', async () => {
  await verdictOn(signedText(receipt, key))
  await page.locator('#language').selectOption('ar')
  expect(await page.evaluate('document.documentElement.dir')).toBe('rtl')
  expect(await page.locator('#verdict').innerText()).toContain('صحيح')
  expect(await seriousFindings(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await seriousFindings(page)).toEqual([])
})
