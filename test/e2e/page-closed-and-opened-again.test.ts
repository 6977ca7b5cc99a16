import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import { openBrowser } from '../harness/browser.ts'
import { agree, line, phase, touch } from './stage/counter-hands.ts'
import { scan } from './stage/scanner.ts'
import { openTillPage } from './stage/till-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const rug = demoShop.items[0]
const [first, second] = demoShop.items.filter((item) => !item.unique)

/** What stands in the cart, as it is read. */
const cartOf = async (page: Page): Promise<readonly string[]> => {
  await line(page, 3)
  return page
    .locator(
      '[data-testid="line-1-open"], [data-testid="line-2-open"], [data-testid="line-3-open"], [data-testid="total"]',
    )
    .allTextContents()
}

test('a browser closed in the middle of a sale, and of a card, comes back to the same sale', async () => {
  const opened = await openTillPage(browser, { locale: 'fr', selling: 'Amina' })
  const { page, till, timers, close } = opened
  try {
    await page.getByTestId('tiles').waitFor()
    await scan(page, rug?.barcodes[0] ?? '')
    await line(page, 1)
    await agree(page, 1, '4200')
    await scan(page, first?.barcodes[0] ?? '')
    await line(page, 2)
    await scan(page, second?.barcodes[0] ?? '')
    const cart = await cartOf(page)
    expect(cart[0]).toMatch(/4\s200,00/)
    await page.context().close()

    const again = await opened.another({ locale: 'fr' })
    expect(await cartOf(again)).toEqual(cart)
    await touch(again, 'pay-card')
    timers.hold()
    await touch(again, 'confirm-card')
    await again.locator('[data-testid="card-step"][data-step="presentCard"]').waitFor()
    await again.context().close()

    const third = await opened.another({ locale: 'en' })
    await third.locator('[data-testid="card-step"][data-step="presentCard"]').waitFor()
    timers.release()
    await phase(third, 'idle')
    await third.getByTestId('done').waitFor()
    const tickets = till.ledger.listTickets({ text: '', before: null, limit: 10 })
    expect(tickets).toMatchObject([{ number: 1, tenders: ['card'] }])
  } finally {
    await close()
  }
}, 60_000)
