import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import { openBrowser } from '../harness/browser.ts'
import { goTo, line, touch } from './stage/counter-hands.ts'
import { expectLookedAt } from './stage/looked-at.ts'
import { scan } from './stage/scanner.ts'
import { openTillPage } from './stage/till-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const [soap] = demoShop.items.filter((item) => !item.unique)

async function sellInCash(page: Page): Promise<void> {
  await scan(page, soap?.barcodes[0] ?? '')
  await line(page, 1)
  await touch(page, 'pay-cash')
  await touch(page, 'cash-exact')
  await touch(page, 'confirm-cash')
  await page.getByTestId('done').waitFor()
}

test('out of paper: the sale is done, the receipt asks, and comes out once when the paper is back', async () => {
  const { page, till, complaints, close } = await openTillPage(browser, { locale: 'ar', selling: 'Hassan' })
  try {
    await page.getByTestId('tiles').waitFor()
    const printer = till.devices.list().find(({ kind }) => kind === 'printer')
    till.devices.setPrinterFault(printer?.id ?? '', 'paperOut')
    await sellInCash(page)
    await page.locator('[data-testid="done"][data-receipt="notStarted"]').waitFor()
    await expectLookedAt(page, 'done-no-paper-ar')
    await touch(page, 'next-sale')

    // The next visitor is not kept waiting; the paper goes on asking.
    await page.getByTestId('papers-asking').waitFor()
    await touch(page, 'papers-asking')
    await page.locator('[data-state="notStarted"]').waitFor()
    await expectLookedAt(page, 'papers-ar')
    expect(till.devices.recentPaper()).toEqual([])

    // A strip that does not print says so where it was asked for.
    await goTo(page, 'shift')
    await touch(page, 'print-x')
    await touch(page, 'leave-2')
    await page.getByTestId('leave-2').waitFor({ state: 'detached' })
    await goTo(page, 'papers')

    till.devices.setPrinterFault(printer?.id ?? '', 'none')
    await touch(page, 'again-1')
    await page.locator('[data-state="done"]').first().waitFor()
    await till.counter.settled()
    expect(till.devices.recentPaper()).toHaveLength(1)
    await page.getByTestId('papers-asking').waitFor({ state: 'detached' })
    expect(complaints).toEqual([])
  } finally {
    await close()
  }
}, 60_000)

test('a receipt on the phone is a code that is signed, and the paper settings are kept', async () => {
  const { page, till, complaints, close } = await openTillPage(browser, { locale: 'fr', selling: 'Hassan' })
  try {
    await page.getByTestId('tiles').waitFor()
    await sellInCash(page)
    await touch(page, 'paper-phone')
    const code = page.getByTestId('receipt-code')
    await code.waitFor()
    expect(await code.getAttribute('data-payload')).toMatch(/^HANOUT2:.*:[\w-]{86}$/)
    await page.keyboard.press('Escape')
    await touch(page, 'next-sale')

    await goTo(page, 'papers')
    await touch(page, 'paper-settings-open')
    await touch(page, 'companion-fr')
    await touch(page, 'forms-yes')
    await expectLookedAt(page, 'paper-settings-fr')
    await touch(page, 'paper-settings-save')
    await page.getByTestId('paper-settings').waitFor({ state: 'detached' })
    expect(till.ledger.settings()).toMatchObject({ paperCompanion: 'fr', exportForms: { operator: '' } })
    expect(complaints).toEqual([])
  } finally {
    await close()
  }
}, 60_000)
