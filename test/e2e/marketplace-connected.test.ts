import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Sku } from '#shared/kernel/ids.ts'
import { openBrowser } from '../harness/browser.ts'
import { goTo, speak, touch } from './stage/counter-hands.ts'
import { expectLookedAt } from './stage/looked-at.ts'
import { fillKey, openOnlineShop } from './stage/online-shop.ts'
import { openTillPage } from './stage/till-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('a marketplace is connected in three steps, kept only after its test, and its pieces looked at before they come', async () => {
  const shop = await openOnlineShop()
  shop.woo.add({ name: 'Lanterne', sku: 'LAN-9', regularPrice: '450.00', manageStock: true, stock: 3 })
  shop.woo.add({ name: 'Coffret', sku: 'COF-1', regularPrice: '90.00', manageStock: true, stock: 1 })
  shop.woo.add({ name: 'Coffret', sku: 'COF-1', regularPrice: '95.00', manageStock: true, stock: 1 })
  const { page, till, complaints, close } = await openTillPage(browser, { locale: 'ar', selling: 'Hassan' })
  try {
    await goTo(page, 'marketplace')
    await touch(page, 'market-connect')
    await touch(page, 'choose-woocommerce')
    await expectLookedAt(page, 'marketplace-platform-ar')

    // Nothing is asked of anybody while something is missing.
    await touch(page, 'step-next')
    await touch(page, 'step-next')
    expect(shop.woo.door.asked).toEqual([])
    await fillKey(page, shop, 'cs_wrong')
    await speak(page, 'fr')
    await page.getByTestId('steps-cancel').scrollIntoViewIfNeeded()
    await expectLookedAt(page, 'marketplace-key-fr')

    // A key that is refused is said in words, and nothing is kept.
    await touch(page, 'step-next')
    await page.locator('[data-refusal="marketplaceSaidNo"]').waitFor()
    expect(till.marketplace.config()).toBeNull()
    await touch(page, 'step-back')
    await fillKey(page, shop)
    await touch(page, 'step-next')
    await page.getByTestId('check-result').waitFor()
    expect(till.marketplace.config()).toBeNull()
    await expectLookedAt(page, 'marketplace-tested-fr')
    await touch(page, 'market-save')
    await page.getByTestId('connection').waitFor()
    expect(till.marketplace.config()?.config.shop).toMatchObject({ platform: 'woocommerce', consumerKey: '' })

    // What the marketplace has is shown before it comes; what cannot be taken says why.
    await speak(page, 'en')
    await touch(page, 'import-look')
    const result = page.getByTestId('import-result')
    await result.waitFor()
    expect(till.ledger.findItem('LAN-9' as Sku)).toBeNull()
    expect(await result.innerText()).toContain('Its code stands there twice')
    await page.getByTestId('import-do').scrollIntoViewIfNeeded()
    await expectLookedAt(page, 'marketplace-import-en')
    await touch(page, 'import-do')
    await page.getByTestId('import-done').waitFor()
    expect(till.ledger.findItem('LAN-9' as Sku)).toMatchObject({ price: 45_000 })

    // The keys are kept, and shown to nobody.
    await touch(page, 'connection-change')
    expect(await page.getByTestId('market-consumerSecret').inputValue()).toBe('')
    await touch(page, 'step-next')
    await page.getByTestId('check-result').waitFor()
    await touch(page, 'steps-cancel')
    expect(complaints).toEqual([])
  } finally {
    await close()
    await shop.close()
  }
}, 120_000)

test('whoever sells has no business with the connection; a shop without a marketplace does not show the page to them', async () => {
  const { page, till, close } = await openTillPage(browser, { locale: 'en', selling: 'Amina' })
  try {
    await touch(page, 'menu')
    await page.getByTestId('menu-tickets').waitFor()
    expect(await page.getByTestId('menu-marketplace').count()).toBe(0)
    expect(till.marketplace.view().connection).toBeNull()
  } finally {
    await close()
  }
}, 60_000)
