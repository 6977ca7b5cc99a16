import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ShopKey } from '#electron/platform/shop-key.ts'
import { ar } from '#shared/i18n/archive/ar.ts'
import { en } from '#shared/i18n/archive/en.ts'
import { fr } from '#shared/i18n/archive/fr.ts'
import { keyFingerprint, keyId } from '#shared/receipt/key-fingerprint.ts'
import { archiveOf, fixedKey, opened, packed } from '#test/harness/archive-forger.ts'
import { forgeries, strangersArchive } from '#test/harness/archive-forgeries.ts'
import { seriousFindings } from '#test/harness/axe.ts'
import { openBrowser, openPage } from '#test/harness/browser.ts'
import { expectGolden } from '#test/harness/golden.ts'
import { tradeDays } from '#test/harness/traded-months.ts'

const words = { ar, fr, en }
const key: ShopKey = fixedKey()
let home: string
let archive: Buffer
let address: string
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'hanout-page-'))
  tradeDays(join(home, 'till'), { days: ['2026-10-30', '2026-11-02', '2026-11-03', '2026-12-01'], key })
  archive = await archiveOf(join(home, 'till'), { from: '2026-11-01', to: '2026-11-30' }, key)
  // The page that came in the archive itself.
  const file = join(home, 'verify.html')
  writeFileSync(file, opened(archive).get('verify.html') ?? '')
  address = pathToFileURL(file).href
  browser = await openBrowser()
  ;({ page, context } = await openPage(browser, { locale: 'en', width: 800, height: 1400 }))
  await context.setOffline(true)
})
afterAll(async () => {
  await browser.close()
  rmSync(home, { recursive: true })
})
beforeEach(async () => {
  await page.goto('about:blank')
  await page.goto(address)
})

async function verdictOn(bytes: Uint8Array): Promise<string> {
  const file = join(home, 'chosen.zip')
  writeFileSync(file, bytes)
  await page.locator('#file').setInputFiles(file)
  const verdict = page.locator('.verdict')
  await verdict.waitFor()
  return (await verdict.getAttribute('data-verdict')) ?? ''
}
const answer = (): Promise<string> => page.locator('#answer').innerText()

test('an archive is whole, without a network, and the page says what it looked at', async () => {
  expect(await verdictOn(archive)).toBe('whole')
  const said = (await answer()).replace(/\s+/g, ' ')
  expect(said).toContain(keyFingerprint(key.publicKey))
  expect(said).toContain('Dar Zarbia, Rabat')
  expect(said).toContain('Tickets, numbered without a gap, each added up again from its lines: 10')
  expect(said).not.toContain(en.notChecked)
  expect(await page.locator('.checks li[data-reached="yes"]').count()).toBe(7)
})

describe('whose key it is', () => {
  test.each([
    ['its fingerprint', () => keyFingerprint(key.publicKey).toLowerCase()],
    ['itself', () => key.publicKey],
    ['the code of a receipt', () => `HANOUT2:T1:1:100:3f9a0c127e55d1b0:20261123:${keyId(key.publicKey)}:sig`],
  ])('is the shop’s by %s', async (_name, typed) => {
    await page.locator('#key').fill(typed())
    expect(await verdictOn(archive)).toBe('whole')
    expect(await answer()).toContain(en.sameKey)
  })

  test('is another’s for everyone else', async () => {
    const stranger = await strangersArchive(archive)
    await page.locator('#key').fill(keyFingerprint(key.publicKey))
    expect(await verdictOn(stranger.bytes)).toBe('notWhole')
    expect(await answer()).toContain(en.otherKey)
    // Told at once, also for an archive that was checked before the fingerprint was typed.
    await page.locator('#key').fill('')
    expect(await answer()).toContain(keyFingerprint(stranger.key.publicKey))
    await page.locator('#key').fill('TXD9-G0C2-P45B-FNAB')
    expect(await page.locator('.verdict').getAttribute('data-verdict')).toBe('notWhole')
  })
})

test('every forgery is named', async () => {
  for (const forgery of forgeries) {
    expect(await verdictOn(await forgery.forge(archive, key)), forgery.name).toBe('notWhole')
    expect(await page.locator('[data-finding]').getAttribute('data-finding'), forgery.name).toBe(forgery.code)
    expect(await answer()).not.toMatch(/[{}]/)
    await page.goto(address)
  }
}, 60_000)

test('an older browser, without Ed25519 and without unpacking of its own, checks just as well', async () => {
  await page.evaluate('crypto.subtle.importKey = () => Promise.reject(new Error("NotSupportedError"))')
  await page.evaluate('delete globalThis.DecompressionStream')
  expect(await verdictOn(archive)).toBe('whole')
  const flipped = opened(archive)
  flipped.set('manifest.sig', Buffer.from(`A${String(flipped.get('manifest.sig')).slice(1)}`))
  await page.evaluate('document.getElementById("answer").replaceChildren()')
  expect(await verdictOn(await packed(flipped))).toBe('notWhole')
})

describe('without a thread beside the page', () => {
  test.each([
    ['there is none', 'delete globalThis.Worker'],
    ['it is refused', 'globalThis.Worker = class { constructor() { throw new Error("SecurityError") } }'],
    [
      'it cannot begin',
      'globalThis.Worker = class extends Worker { constructor() { super("blob:null/gone") } }',
    ],
    [
      'it breaks off',
      `globalThis.Worker = class extends Worker {
        constructor() { super(URL.createObjectURL(new Blob(["postMessage({ kind: 'begun' }); onmessage = () => { throw 1 }"]))) }
      }`,
    ],
  ])('because %s, the page hashes itself', async (_name, script) => {
    await page.evaluate(script)
    expect(await verdictOn(archive)).toBe('whole')
    const changed = forgeries.find(({ code }) => code === 'entryChanged')
    if (changed === undefined) throw new Error('there is such a forgery')
    await page.evaluate('document.getElementById("answer").replaceChildren()')
    expect(await verdictOn(await changed.forge(archive, key))).toBe('notWhole')
    expect(await page.locator('[data-finding]').getAttribute('data-finding')).toBe('entryChanged')
  })
})

test('a thread beside the page hashes, and is gone with the verdict', async () => {
  const begun = page.waitForEvent('worker')
  expect(await verdictOn(archive)).toBe('whole')
  await begun
  await expect.poll(() => page.workers().length).toBe(0)
})

test('nothing but the page’s own script runs, and nothing is asked of anybody', async () => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(address)
  await page.evaluate(
    'document.body.append(Object.assign(document.createElement("script"), { textContent: "globalThis.ran = true" }))',
  )
  expect(await page.evaluate('globalThis.ran')).toBeUndefined()
  await verdictOn(archive)
  // The thread is made of the page's own script, within it.
  expect(asked.filter((each) => !each.startsWith('blob:null/'))).toEqual([address])
})

describe.each(['ar', 'fr', 'en'] as const)('in %s', (language) => {
  beforeEach(async () => {
    await page.locator('#language').selectOption(language)
    await page.emulateMedia({ colorScheme: 'light' })
  })

  test('a whole archive looks as it was looked at, and is fit for everyone', async () => {
    await page.locator('#key').fill(keyFingerprint(key.publicKey))
    await verdictOn(archive)
    expect(await page.evaluate('document.documentElement.dir')).toBe(language === 'ar' ? 'rtl' : 'ltr')
    expect(await answer()).toContain(words[language].whole)
    // A till's name is chance; so is when its page was drawn.
    await page.evaluate(
      'for (const each of document.querySelectorAll("dd:nth-of-type(2), dd:nth-of-type(10)")) each.textContent = "…"',
    )
    expectGolden(
      await page.screenshot({ fullPage: true }),
      `test/fixtures/archive-page/whole-${language}.png`,
      {
        tolerance: 60,
      },
    )
    expect(await seriousFindings(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await seriousFindings(page)).toEqual([])
  })

  test('a forged one says what is wrong with it, and where', async () => {
    const forged = forgeries.find(({ code }) => code === 'rowWrong')
    if (forged === undefined) throw new Error('there is such a forgery')
    await verdictOn(await forged.forge(archive, key))
    expect(await answer()).toContain(words[language].notWhole)
    await page.evaluate('document.querySelector("dl").remove()')
    expectGolden(
      await page.screenshot({ fullPage: true }),
      `test/fixtures/archive-page/forged-${language}.png`,
      {
        tolerance: 60,
      },
    )
    expect(await seriousFindings(page)).toEqual([])
  })
})
