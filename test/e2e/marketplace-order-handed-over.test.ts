import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import { openBrowser } from '../harness/browser.ts'
import { goTo, phase, speak, touch } from './stage/counter-hands.ts'
import { expectLookedAt } from './stage/looked-at.ts'
import { connectShop, openOnlineShop, putOnline } from './stage/online-shop.ts'
import { scan } from './stage/scanner.ts'
import { ticketOf } from './stage/ticket-of.ts'
import { openTillPage } from './stage/till-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const [rug, kilim] = demoShop.items.filter((item) => item.unique)
const soap = demoShop.items.find((item) => !item.unique)

test('online orders come in, are handed over and sent as tickets, and the buyer can be forgotten', async () => {
  const shop = await openOnlineShop()
  const { page, till, complaints, close } = await openTillPage(browser, {
    locale: 'ar',
    selling: 'Hassan',
    forwardPace: 0.02,
  })
  try {
    await connectShop(page, shop)
    await putOnline(page, rug?.sku ?? '')
    await putOnline(page, kilim?.sku ?? '')
    const fetched = shop.woo.buy({ sku: rug?.sku ?? '', pickUp: true })
    const sent = shop.woo.buy({ sku: kilim?.sku ?? '' })
    await touch(page, 'place-orders')
    await touch(page, 'ask-now')
    await page.getByTestId(`order-${fetched?.id}`).waitFor()
    await page.getByTestId(`order-${sent?.id}`).waitFor()
    await expectLookedAt(page, 'marketplace-orders-ar')

    // A sale stands on the counter: what is refused is said in its place, and nothing is sold.
    await touch(page, 'to-sell')
    await scan(page, soap?.barcodes[0] ?? '')
    await page.getByTestId('line-1').waitFor()
    await goTo(page, 'marketplace')
    await speak(page, 'fr')
    await touch(page, `handOver-${fetched?.id}`)
    await touch(page, 'confirm-sell')
    await page.getByTestId('sell-order').locator('[data-refusal="saleOpen"]').waitFor()
    await expectLookedAt(page, 'marketplace-hand-over-fr')
    await page.keyboard.press('Escape')
    await touch(page, 'to-sell')
    await touch(page, 'cancel-sale')
    await touch(page, 'confirm-cancel')
    await phase(page, 'idle')

    await goTo(page, 'marketplace')
    await touch(page, `handOver-${fetched?.id}`)
    await touch(page, 'confirm-sell')
    await page.locator('[data-testid="sold-ticket"][data-ticket="1"]').waitFor()
    expect(ticketOf(till, 1).tenders).toMatchObject([{ kind: 'online', reference: String(fetched?.id) }])
    await expect.poll(() => fetched?.status, { timeout: 20_000 }).toBe('completed')
    await expect
      .poll(() => page.getByTestId(`past-${fetched?.id}`).innerText(), { timeout: 20_000 })
      .toContain('Remise')
    await expectLookedAt(page, 'marketplace-sold-fr')
    await touch(page, 'order-sold-close')

    await speak(page, 'en')
    await touch(page, `ship-${sent?.id}`)
    await page.getByTestId('ship-carrier').fill('Amana')
    await page.getByTestId('ship-tracking').fill('LX 123 456 789 MA')
    await expectLookedAt(page, 'marketplace-ship-en')
    await touch(page, 'confirm-sell')
    await page.locator('[data-testid="sold-ticket"][data-ticket="2"]').waitFor()
    await touch(page, 'order-sold-close')
    await expect
      .poll(() => sent?.notes.map(({ text }) => text).join(), { timeout: 20_000 })
      .toContain('LX 123 456 789 MA')

    // Whoever ordered may ask to be forgotten; the order stays in the books.
    await touch(page, `forget-${sent?.id}`)
    await touch(page, 'confirm-forget')
    const past = page.getByTestId(`past-${sent?.id}`)
    await expect.poll(() => past.innerText(), { timeout: 20_000 }).toMatch(/forgotten[\s\S]*Sent/)
    await expectLookedAt(page, 'marketplace-past-en')
    expect(complaints).toEqual([])
  } finally {
    await close()
    await shop.close()
  }
}, 120_000)
