import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import { openBrowser } from '../harness/browser.ts'
import { expectGolden } from '../harness/golden.ts'
import { goTo, phase, speak, touch } from './stage/counter-hands.ts'
import { connectShop, openOnlineShop, putOnline } from './stage/online-shop.ts'
import { scan } from './stage/scanner.ts'
import { ticketOf } from './stage/ticket-of.ts'
import { openTillPage } from './stage/till-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** Without what stands around it: what waits for the marketplace comes and goes by itself. */
async function expectPart(page: Page, testId: string, name: string): Promise<void> {
  const drawn = await page.getByTestId(testId).screenshot({ animations: 'disabled' })
  expectGolden(drawn, `test/e2e/golden/${name}.png`, { tolerance: 300 })
}

const rug = demoShop.items.find((item) => item.unique)

test('a piece that nobody could be asked about says so on its line; what the marketplace took it gives back', async () => {
  const shop = await openOnlineShop()
  const { page, till, complaints, close } = await openTillPage(browser, {
    locale: 'fr',
    selling: 'Hassan',
    forwardPace: 0.02,
  })
  try {
    await connectShop(page, shop)
    await putOnline(page, rug?.sku ?? '')
    await touch(page, 'to-sell')

    await shop.goAway()
    await scan(page, rug?.barcodes[0] ?? '')
    await page.getByTestId('line-1-at-risk').waitFor()
    await expectPart(page, 'line-1', 'line-at-risk-fr')
    await touch(page, 'cancel-sale')
    await touch(page, 'confirm-cancel')
    await phase(page, 'idle')

    await shop.comeBack()
    await expect.poll(() => shop.woo.buy({ sku: rug?.sku ?? '' }), { timeout: 20_000 }).not.toBeNull()
    const [order] = shop.woo.orders()
    await goTo(page, 'marketplace')
    await touch(page, 'place-orders')
    await touch(page, 'ask-now')
    await touch(page, `ship-${order?.id}`)
    await touch(page, 'confirm-sell')
    await touch(page, 'order-sold-close')

    await goTo(page, 'tickets')
    await touch(page, 'ticket-1')
    await speak(page, 'ar')
    await touch(page, 'refund')
    await page.locator('[data-testid="refund-way"][data-way="marketplace"]').waitFor()
    await expectPart(page, 'refund-dialog', 'refund-online-ar')
    await touch(page, 'refund-confirm')
    await page.getByTestId('ticket-2').waitFor()
    expect(ticketOf(till, 2)).toMatchObject({
      kind: 'refund',
      tenders: [{ kind: 'online', amount: rug?.price, reference: String(order?.id) }],
    })
    expect(complaints).toEqual([])
  } finally {
    await close()
    await shop.close()
  }
}, 120_000)
