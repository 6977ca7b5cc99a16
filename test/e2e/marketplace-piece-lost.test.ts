import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import { openBrowser } from '../harness/browser.ts'
import { phase, speak, touch } from './stage/counter-hands.ts'
import { expectLookedAt } from './stage/looked-at.ts'
import { connectShop, openOnlineShop, putOnline } from './stage/online-shop.ts'
import { scan } from './stage/scanner.ts'
import { openTillPage } from './stage/till-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const rug = demoShop.items.find((item) => item.unique)

test('a piece sold here while nobody could be asked, and online at once: one task, said calmly, and the money goes back', async () => {
  const shop = await openOnlineShop()
  const { page, till, forwardTimers, complaints, another, close } = await openTillPage(browser, {
    locale: 'fr',
    selling: 'Hassan',
    forwardPace: 0.02,
  })
  try {
    await connectShop(page, shop)
    await putOnline(page, rug?.sku ?? '')
    await touch(page, 'to-sell')

    // The network goes; the visitor holds the rug in the hand; a buyer finds it online.
    await shop.goAway()
    forwardTimers.hold()
    await scan(page, rug?.barcodes[0] ?? '')
    await page.getByTestId('line-1').waitFor()
    await touch(page, 'pay-cash')
    await touch(page, 'cash-exact')
    await touch(page, 'confirm-cash')
    await phase(page, 'idle')
    await touch(page, 'next-sale')
    const order = shop.woo.buy({ sku: rug?.sku ?? '' })
    if (order !== null) order.meta = [{ key: 'wpml_language', value: 'fr' }]
    expect(order).not.toBeNull()

    await shop.comeBack()
    forwardTimers.release()
    await page.locator('[data-testid="market-asking"][data-tasks="1"]').waitFor({ timeout: 30_000 })
    await expectLookedAt(page, 'sell-task-fr')
    await speak(page, 'ar')
    await touch(page, 'menu')
    expect(await page.getByTestId('menu-badge').innerText()).toContain('1')
    await touch(page, 'menu-marketplace')
    const task = page.getByTestId(`task-${order?.id}`)
    await task.waitFor()
    expect(await page.getByTestId('lost-to').getAttribute('data-ticket')).toBe('1')
    // To a buyer in French, with what it says beside it.
    expect(await task.locator('blockquote').first().getAttribute('lang')).toBe('fr')
    expect(await task.locator('blockquote').first().getAttribute('dir')).toBe('ltr')
    expect(await task.locator('blockquote').nth(1).getAttribute('dir')).toBe('rtl')
    await expectLookedAt(page, 'marketplace-task-ar')
    await page.getByTestId(`task-cancel-${order?.id}`).scrollIntoViewIfNeeded()
    await speak(page, 'en')
    await expectLookedAt(page, 'marketplace-task-message-en')

    // Whoever looks after the shop from a telephone reads the same.
    const phone = await another({ locale: 'fr', width: 390, height: 844 })
    await touch(phone, 'market-asking')
    await phone.getByTestId(`task-${order?.id}`).waitFor()
    await expectLookedAt(phone, 'marketplace-task-phone-fr')

    // Nothing is closed without a word about it.
    await touch(page, `task-close-${order?.id}`)
    await touch(page, 'close-task-save')
    expect(await page.getByTestId('close-task').innerText()).toContain('Needed.')
    await page.keyboard.press('Escape')
    expect(till.marketplace.view().tasks).toHaveLength(1)

    await touch(page, `task-cancel-${order?.id}`)
    await page.getByTestId('cancel-dialog').waitFor()
    await expectLookedAt(page, 'marketplace-cancel-en')
    await touch(page, 'confirm-cancel')
    await task.waitFor({ state: 'detached', timeout: 30_000 })
    await expect.poll(() => shop.woo.orders()[0]?.refunds.map(({ given }) => given)).toEqual([true])
    expect(till.marketplace.view().tasks).toEqual([])
    await touch(page, 'place-orders')
    await page.locator(`[data-testid="past-${order?.id}"][data-stage="cancelled"]`).waitFor()
    expect(complaints).toEqual([])
  } finally {
    await close()
    await shop.close()
  }
}, 120_000)
