import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../harness/browser.ts'
import { goTo, speak, touch } from './stage/counter-hands.ts'
import { expectLookedAt } from './stage/looked-at.ts'
import { openTillPage } from './stage/till-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('a model is found by what stands on its box; what it speaks and prints follows from it', async () => {
  const { page, till, complaints, close } = await openTillPage(browser, { locale: 'ar', selling: 'Hassan' })
  try {
    await speak(page, 'ar')
    await goTo(page, 'devices')
    await touch(page, 'add-printer')
    const model = page.getByTestId('printer-model')
    await model.fill('tsp143')
    expect(await page.getByRole('option').allInnerTexts()).toEqual([
      'Star TSP100III (TSP143III)',
      'Star TSP100IV (TSP143IV)',
    ])
    await expectLookedAt(page, 'printer-model-ar')
    await model.fill('zd421')
    await touch(page, 'printer-model-zebra-zd421')
    // A printer of labels has no code page and prints nothing else.
    await page.getByTestId('printer-code-page').waitFor({ state: 'detached' })
    await page.getByTestId('place-host').fill('127.0.0.1')
    await page.getByTestId('place-name').fill('الملصقات')
    await expectLookedAt(page, 'printer-form-labels-ar')
    await touch(page, 'place-save')
    await page.getByTestId('configure-dialog').waitFor({ state: 'detached' })
    expect(till.devices.config().morePrinters).toEqual([
      {
        protocol: 'zpl',
        place: { via: 'tcp', host: '127.0.0.1', port: 9100 },
        name: 'الملصقات',
        profile: 'zebra-zd421',
      },
    ])
    expect(await page.locator('[data-kind="printer"]').last().innerText()).toContain('طابعة الملصقات')
    expect(complaints).toEqual([])
  } finally {
    await close()
  }
}, 60_000)
