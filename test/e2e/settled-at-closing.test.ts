import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import { openBrowser } from '../harness/browser.ts'
import { batchIn, openBank, sellByCard, setUpBank } from './stage/bank.ts'
import { closeShift, goTo, speak, touch } from './stage/counter-hands.ts'
import { expectLookedAt } from './stage/looked-at.ts'
import { openTillPage } from './stage/till-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const [soap, bowl] = demoShop.items.filter((item) => !item.unique)

test('a bank is set up, its line tested, and the closing is agreed with it in words', async () => {
  const bank = await openBank()
  const { page, complaints, close } = await openTillPage(browser, { locale: 'ar', selling: 'Hassan' })
  try {
    await setUpBank(page, bank.port)
    await touch(page, 'check-cmi')
    await page.getByTestId('acquirer-cmi').locator('[role="status"]:not(:empty)').first().waitFor()
    await touch(page, 'to-sell')
    await sellByCard(page, soap?.barcodes[0] ?? '')
    await sellByCard(page, bowl?.barcodes[0] ?? '')

    await goTo(page, 'settlements')
    await page.getByTestId('settle-now').waitFor()
    expect(await page.getByTestId('net-state').getAttribute('data-tone')).toBe('idle')
    await expectLookedAt(page, 'settlements-collected-ar')
    await touch(page, 'settle-now')
    await page.getByTestId('settle-dialog').waitFor()
    await expectLookedAt(page, 'settlements-confirm-ar')
    await page.keyboard.press('Escape')

    await closeShift(page)
    await goTo(page, 'settlements')
    await batchIn(page, 1, 'agreed')
    expect(bank.host.books()).toMatchObject({ sums: { agreed: { batches: 1 } }, violations: [] })
    await expectLookedAt(page, 'settlements-agreed-ar')
    await touch(page, 'batch-1')
    await page.getByTestId('batch-lines').waitFor()
    await speak(page, 'fr')
    expect(await page.getByTestId('batch-state').innerText()).toContain('La banque compte pareil')
    expect(complaints).toEqual([])
  } finally {
    await close()
    await bank.close()
  }
}, 120_000)

test('no network and a host that says nothing are said calmly, and it is agreed by itself afterwards', async () => {
  const bank = await openBank()
  const { page, complaints, forwardTimers, close } = await openTillPage(browser, {
    locale: 'fr',
    selling: 'Hassan',
    forwardPace: 0.02,
  })
  try {
    await setUpBank(page, bank.port)
    await touch(page, 'to-sell')
    await sellByCard(page, soap?.barcodes[0] ?? '')
    // The first try fails at once, and the wait after it does not end before it was looked at.
    await bank.goAway()
    forwardTimers.hold()
    await goTo(page, 'settlements')
    await touch(page, 'settle-now')
    await touch(page, 'confirm-settle')
    await page.locator('[data-testid="net-state"][data-tone="wait"]').waitFor()
    await expect
      .poll(() => page.getByTestId('net-state').innerText(), { timeout: 20_000 })
      .toMatch(/1 télécollecte en attente depuis .*10:30.* : pas de réseau/)
    await expectLookedAt(page, 'settlements-no-network-fr')

    // It can be reached again, and books what it hears, and says nothing.
    bank.host.setFault('noAnswer/0500')
    await bank.comeBack()
    await touch(page, 'try-now')
    await expect.poll(() => bank.host.books().sums.agreed.batches, { timeout: 20_000 }).toBe(1)
    await page.locator('[data-testid="batch-1"][data-unconfirmed="true"]').waitFor()
    await touch(page, 'batch-1')
    await page.getByTestId('batch-lines').waitFor()
    await speak(page, 'ar')
    await expectLookedAt(page, 'settlement-unconfirmed-ar')

    // The same question again finds it there: once.
    forwardTimers.release()
    await page.locator('[data-testid="batch-state"][data-state="agreed"]').waitFor({ timeout: 30_000 })
    expect(bank.host.books()).toMatchObject({ sums: { agreed: { batches: 1 } }, violations: [] })
    await page.locator('[data-testid="net-state"]:not([data-tone="wait"])').waitFor()
    expect(complaints).toEqual([])
  } finally {
    await close()
    await bank.close()
  }
}, 120_000)
