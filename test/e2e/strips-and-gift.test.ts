import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import { openBrowser } from '../harness/browser.ts'
import { goTo, keyIn, line, speak, touch } from './stage/counter-hands.ts'
import { expectLookedAt, expectPaper } from './stage/looked-at.ts'
import { scan } from './stage/scanner.ts'
import { openTillPage } from './stage/till-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const [soap] = demoShop.items.filter((item) => !item.unique)

test('a gift receipt, X before and Z after the count, all asked for in Arabic', async () => {
  const { page, till, complaints, close } = await openTillPage(browser, { locale: 'ar', selling: 'Hassan' })
  const paperCount = (count: number) => expect.poll(() => till.devices.recentPaper().length).toBe(count)
  try {
    await speak(page, 'ar')
    await scan(page, soap?.barcodes[0] ?? '')
    await line(page, 1)
    await touch(page, 'pay-cash')
    await touch(page, 'cash-exact')
    await touch(page, 'confirm-cash')
    await page.locator('[data-testid="done"][data-receipt="done"]').waitFor()
    await touch(page, 'next-sale')

    await goTo(page, 'tickets')
    await touch(page, 'ticket-1')
    await touch(page, 'paper-gift')
    await paperCount(2)
    expectPaper(till, 'paper-gift-ar')

    await goTo(page, 'shift')
    await touch(page, 'print-x')
    await paperCount(3)
    expectPaper(till, 'paper-x-ar')
    await touch(page, 'close-shift')
    await touch(page, 'count-sum')
    await keyIn(page, '980')
    await touch(page, 'close-confirm')
    await page.getByTestId('shift-closed').waitFor()
    await touch(page, 'print-z')
    await paperCount(4)
    expectPaper(till, 'paper-z-ar')
    await expectLookedAt(page, 'shift-closed-printed-ar')
    expect(complaints).toEqual([])
  } finally {
    await close()
  }
}, 60_000)
