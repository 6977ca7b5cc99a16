import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import { openBrowser } from '../harness/browser.ts'
import { speak, touch } from './stage/counter-hands.ts'
import { expectLookedAt } from './stage/looked-at.ts'
import { connectShop, openOnlineShop, putOnline } from './stage/online-shop.ts'
import { openTillPage } from './stage/till-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const [rug, kilim] = demoShop.items.filter((item) => item.unique)
const counted = demoShop.items.find((item) => !item.unique)

test('pieces are put online one by one and many at once, refused ones say why, and what waits says so', async () => {
  const shop = await openOnlineShop()
  const { page, till, forwardTimers, complaints, close } = await openTillPage(browser, {
    locale: 'fr',
    selling: 'Hassan',
    forwardPace: 0.02,
  })
  const soldOnline = () => shop.woo.goods().filter(({ status }) => status === 'publish')
  try {
    await connectShop(page, shop)
    await putOnline(page, rug?.sku ?? '')
    expect(soldOnline()).toMatchObject([{ sku: rug?.sku, stock: 1 }])
    await page.getByTestId('piece-search').fill('')
    await expect
      .poll(() => page.getByTestId(`piece-${rug?.sku}`).innerText())
      .toContain('Annoncé à la place de marché : 1')
    await page.getByTestId('all-told').waitFor()
    await expectLookedAt(page, 'marketplace-online-fr')

    // A sku that somebody has given away there already: twice, by the shop's own hand.
    for (const name of ['Hanbel', 'Hanbel bis'])
      shop.woo.add({ name, sku: kilim?.sku ?? '', regularPrice: '9800.00', manageStock: true, stock: 1 })
    await touch(page, 'listing-off')
    for (const sku of [kilim?.sku, counted?.sku]) {
      await page.getByTestId('piece-search').fill(sku ?? '')
      await page.getByTestId(`choose-${sku}`).click({ force: true })
    }
    await page.getByTestId('piece-search').fill('')
    await speak(page, 'ar')
    await expectLookedAt(page, 'marketplace-choosing-ar')
    await touch(page, 'do-chosen')
    await page.getByTestId('listing-refused').click()
    const refused = page.getByTestId(`piece-${kilim?.sku}`)
    await refused.locator('[data-trouble="skuTwice"]').waitFor({ timeout: 30_000 })
    await expectLookedAt(page, 'marketplace-refused-ar')
    shop.woo.remove(kilim?.sku ?? '')
    await touch(page, 'try-again')
    await refused.waitFor({ state: 'detached', timeout: 30_000 })
    await expect.poll(() => soldOnline().length).toBe(3)

    // Without a network it waits, calmly; and goes by itself as soon as it can.
    await page.getByTestId('all-told').waitFor({ timeout: 30_000 })
    forwardTimers.hold()
    await shop.goAway()
    // The till's own lines to the shop are seen to be gone.
    await page.waitForTimeout(300)
    await touch(page, 'listing-online')
    await touch(page, `turn-${counted?.sku}`)
    await page.locator('[data-testid="lane-marketplace"][data-tone="wait"]').waitFor({ timeout: 30_000 })
    await speak(page, 'en')
    expect(await page.getByTestId('lane-marketplace').innerText()).toContain('no network')
    await expectLookedAt(page, 'marketplace-waiting-en')
    await shop.comeBack()
    await touch(page, 'try-now')
    await page.getByTestId('all-told').waitFor({ timeout: 30_000 })
    await expect
      .poll(() =>
        soldOnline()
          .map(({ sku }) => sku)
          .sort(),
      )
      .toEqual([kilim?.sku, rug?.sku].sort())
    expect(till.marketplace.view().listings).toMatchObject({ online: 2, waiting: 0, refused: 0 })
    expect(complaints).toEqual([])
  } finally {
    await close()
    await shop.close()
  }
}, 120_000)
