import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import { openBrowser } from '../harness/browser.ts'
import { goTo, line, touch } from './stage/counter-hands.ts'
import { expectLookedAt, expectPaper } from './stage/looked-at.ts'
import { scan } from './stage/scanner.ts'
import { openTillPage } from './stage/till-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const [first, second] = demoShop.items.filter((item) => !item.unique)

test('a past ticket is printed again as a duplicate, and one of its two lines given back in cash', async () => {
  const { page, till, complaints, close } = await openTillPage(browser, { locale: 'ar', selling: 'Hassan' })
  try {
    await page.getByTestId('tiles').waitFor()
    await scan(page, first?.barcodes[0] ?? '')
    await line(page, 1)
    await scan(page, second?.barcodes[0] ?? '')
    await line(page, 2)
    await touch(page, 'pay-cash')
    await touch(page, 'cash-exact')
    await touch(page, 'confirm-cash')
    await page.locator('[data-testid="done"][data-receipt="done"]').waitFor()
    await touch(page, 'next-sale')

    await goTo(page, 'tickets')
    await touch(page, 'ticket-1')
    await touch(page, 'reprint')
    await till.counter.settled()
    await expect.poll(() => till.devices.recentPaper().length).toBe(2)
    expectPaper(till, 'paper-duplicata-fr')

    await touch(page, 'refund')
    await touch(page, 'refund-line-2')
    await touch(page, 'refund-cash')
    await expectLookedAt(page, 'refund-ar')
    await touch(page, 'refund-confirm')
    await page.getByTestId('refund-dialog').waitFor({ state: 'detached' })
    await page.getByTestId('ticket-2').waitFor()
    await till.counter.settled()
    await expect.poll(() => till.devices.recentPaper().length).toBe(3)
    expectPaper(till, 'paper-refund-fr')

    const [refund, sale] = till.ledger.listTickets({ text: '', before: null, limit: 10 })
    expect(refund).toMatchObject({ number: 2, kind: 'refund', gross: second?.price, tenders: ['cash'] })
    expect(sale).toMatchObject({ number: 1, kind: 'sale' })
    expect(await page.getByTestId('ticket-2').getAttribute('data-kind')).toBe('refund')
    expect(complaints).toEqual([])
  } finally {
    await close()
  }
}, 60_000)
