import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import { openBrowser } from '../harness/browser.ts'
import { line, openLine, touch } from './stage/counter-hands.ts'
import { scan } from './stage/scanner.ts'
import { openTillPage } from './stage/till-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const rug = demoShop.items[0]

test('a cashier who goes below the floor is told no, beside the button, and the price stays', async () => {
  const { page, till, close } = await openTillPage(browser, { locale: 'fr', selling: 'Amina' })
  try {
    await page.getByTestId('tiles').waitFor()
    await scan(page, rug?.barcodes[0] ?? '')
    await line(page, 1)
    await openLine(page, 1)
    await touch(page, 'line-1-price')
    const dialog = page.getByTestId('price-dialog')
    await dialog.getByTestId('agreed-price').fill(String((rug?.floor ?? 0) / 100 - 1))
    await touch(page, 'agree-price')
    const note = dialog.locator('[data-refusal="belowFloor"]')
    await note.waitFor()
    expect(await note.isVisible()).toBe(true)
    expect((await note.textContent())?.length).toBeGreaterThan(40)
    expect(await dialog.getByTestId('agree-price').isDisabled()).toBe(true)
    expect(await dialog.getByTestId('manager-Omar').isVisible()).toBe(true)
    expect(till.counter.view().sale?.lines[0]).toMatchObject({ agreed: null, gross: rug?.price })

    // At the floor itself nobody needs to be asked.
    await dialog.getByTestId('agreed-price').fill(String((rug?.floor ?? 0) / 100))
    await touch(page, 'agree-price')
    await dialog.waitFor({ state: 'detached' })
    expect(till.counter.view().sale?.lines[0]).toMatchObject({ gross: rug?.floor })
  } finally {
    await close()
  }
})
