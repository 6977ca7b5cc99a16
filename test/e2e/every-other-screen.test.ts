import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import { openBrowser } from '../harness/browser.ts'
import {
  agree,
  goTo,
  keyIn,
  line,
  openShift,
  speak,
  touch,
  tryDemoShop,
  unlockAs,
} from './stage/counter-hands.ts'
import { expectLookedAt } from './stage/looked-at.ts'
import { scan } from './stage/scanner.ts'
import { openTillPage } from './stage/till-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const [first, second] = demoShop.items.filter((item) => !item.unique)

async function sellTwo(page: Page): Promise<void> {
  await scan(page, first?.barcodes[0] ?? '')
  await line(page, 1)
  await scan(page, second?.barcodes[0] ?? '')
  await line(page, 2)
  await agree(page, 2, '170')
}

/** Has the system say another scheme. A page hears of it with its next frame, and a picture is what makes sure of one. */
async function turnTo(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme })
  const theme = async () => {
    await page.screenshot({ clip: { x: 0, y: 0, width: 1, height: 1 } })
    return page.evaluate('document.documentElement.dataset.theme')
  }
  await expect.poll(theme, { timeout: 15_000 }).toBe(scheme)
}

test('a day through the screens around the sale, in one language or another, and by night', async () => {
  const { page, complaints, close } = await openTillPage(browser, { locale: 'fr' })
  try {
    await page.getByTestId('first-run').waitFor()
    await expectLookedAt(page, 'first-run-fr')
    await tryDemoShop(page)
    await speak(page, 'ar')
    await expectLookedAt(page, 'unlock-ar')
    await touch(page, 'unlock-person-hassan')
    await page.getByTestId('pin').waitFor()
    await speak(page, 'en')
    await expectLookedAt(page, 'unlock-pin-en')
    await page.reload()
    await unlockAs(page, 'hassan')
    await speak(page, 'fr')
    await keyIn(page, '500')
    await expectLookedAt(page, 'shift-open-fr')
    await page.reload()
    await openShift(page)

    await sellTwo(page)
    await turnTo(page, 'dark')
    await expectLookedAt(page, 'sell-dark-fr')
    await turnTo(page, 'light')
    await touch(page, 'pay-cash')
    await touch(page, 'cash-exact')
    await touch(page, 'confirm-cash')
    await page.locator('[data-testid="done"][data-receipt="done"]').waitFor()

    await speak(page, 'en')
    await goTo(page, 'tickets')
    await touch(page, 'ticket-1')
    await page.getByTestId('ticket-picture').waitFor()
    await expectLookedAt(page, 'tickets-en')
    await goTo(page, 'devices')
    await expectLookedAt(page, 'devices-en')

    await speak(page, 'ar')
    await goTo(page, 'shift')
    await expectLookedAt(page, 'shift-standing-ar')
    await touch(page, 'close-shift')
    await touch(page, 'count-sum')
    await keyIn(page, '1200')
    await expectLookedAt(page, 'shift-count-ar')
    await touch(page, 'close-confirm')
    await page.getByTestId('shift-closed').waitFor()
    await expectLookedAt(page, 'shift-closed-ar')
    expect(complaints).toEqual([])
  } finally {
    await close()
  }
}, 90_000)
