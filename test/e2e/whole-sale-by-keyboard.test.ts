import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import { openBrowser } from '../harness/browser.ts'
import { line, phase } from './stage/counter-hands.ts'
import { openTillPage } from './stage/till-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** Tab, until the focus is where it is wanted. @throws when it never gets there */
async function reach(page: Page, testId: string): Promise<void> {
  await page.getByTestId(testId).first().waitFor()
  for (let presses = 0; presses < 60; presses++) {
    const here = await page.evaluate(() => document.activeElement?.getAttribute('data-testid') ?? '')
    if (here === testId) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard does not get to ${testId}`)
}

async function press(page: Page, testId: string): Promise<void> {
  await reach(page, testId)
  await page.keyboard.press('Enter')
}

test('from the first start to two receipts without touching anything but keys', async () => {
  const { page, till, complaints, close } = await openTillPage(browser, { locale: 'fr' })
  try {
    await press(page, 'first-run-demo')
    await press(page, 'unlock-person-amina')
    await reach(page, 'pin')
    await page.keyboard.type(demoShop.pin, { delay: 90 })
    await page.keyboard.press('Enter')
    await reach(page, 'float')
    await page.keyboard.type('500')
    await page.keyboard.press('Enter')
    await phase(page, 'idle')

    // The catalogue by its words: Enter takes the only piece that is left.
    await page.keyboard.press('F2')
    await reach(page, 'search')
    await page.keyboard.type('azilal losange', { delay: 90 })
    await page.keyboard.press('Enter')
    await line(page, 1)
    await press(page, 'line-1-price')
    await reach(page, 'agreed-price')
    await page.keyboard.type('4000', { delay: 90 })
    await page.keyboard.press('Enter')
    await page.getByTestId('price-dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('F4')
    await reach(page, 'cash-given')
    await page.keyboard.type('4100', { delay: 90 })
    await page.keyboard.press('Enter')
    await page.getByTestId('change').waitFor()
    expect(await page.getByTestId('change').textContent()).toContain('100,00')

    await press(page, 'next-sale')
    await page.keyboard.press('F2')
    await reach(page, 'search')
    await page.keyboard.type(demoShop.items[1]?.sku ?? '', { delay: 90 })
    await page.keyboard.press('Enter')
    await line(page, 1)
    await page.keyboard.press('F8')
    await reach(page, 'card-amount')
    await page.keyboard.press('Enter')
    await page.getByTestId('done').waitFor()

    const tickets = till.ledger.listTickets({ text: '', before: null, limit: 10 })
    expect(tickets.map(({ gross, tenders }) => ({ gross, tenders }))).toEqual([
      { gross: demoShop.items[1]?.price, tenders: ['card'] },
      { gross: 400_000, tenders: ['cash'] },
    ])
    expect(complaints).toEqual([])
  } finally {
    await close()
  }
}, 60_000)
