import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../harness/browser.ts'
import { speak } from './stage/counter-hands.ts'
import { scan } from './stage/scanner.ts'
import { openTillPage } from './stage/till-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('a code nothing has says so, with the code, in the language of the screen; no sale begins', async () => {
  const { page, till, close } = await openTillPage(browser, { locale: 'en', selling: 'Amina' })
  try {
    await page.getByTestId('tiles').waitFor()
    await scan(page, '6111999999999')
    const note = page.locator('[data-refusal="unknownItem"]')
    await note.waitFor()
    expect(await note.textContent()).toContain('6111999999999')
    expect(await note.textContent()).toContain('Nothing in the shop has this code')
    await speak(page, 'fr')
    expect(await note.textContent()).toContain('6111999999999')
    expect(await note.textContent()).not.toContain('Nothing in the shop')
    expect(till.counter.view()).toMatchObject({ phase: 'idle', sale: null })
  } finally {
    await close()
  }
})
