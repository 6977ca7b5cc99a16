import type { Browser } from 'playwright-core'
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

/** One of a kind and taxed: worth a certificate, and enough for a tax-refund form. */
const piece = demoShop.items.find((item) => item.unique && item.vat === '20' && item.price >= 250_000)

test('one sale gets its invoice, its tax-refund form and the certificate of its piece', async () => {
  const { page, till, complaints, close } = await openTillPage(browser, { locale: 'fr', selling: 'Hassan' })
  try {
    await page.getByTestId('tiles').waitFor()
    const settings = till.ledger.settings()
    if (settings === null || piece === undefined)
      throw new Error('the demo shop is not as this test needs it')
    await till.counter.send(
      { type: 'configure', settings: { ...settings, exportForms: { operator: '' } } },
      'Hassan',
    )
    await scan(page, piece.barcodes[0] ?? piece.sku)
    await line(page, 1)
    await touch(page, 'pay-cash')
    await touch(page, 'cash-exact')
    await touch(page, 'confirm-cash')
    await page.locator('[data-testid="done"][data-receipt="done"]').waitFor()
    await touch(page, 'next-sale')
    await goTo(page, 'tickets')
    await touch(page, 'ticket-1')
    await page.getByTestId('paper-invoice').waitFor()
    await expectLookedAt(page, 'ticket-papers-fr')

    await touch(page, 'paper-invoice')
    await page.getByTestId('invoice-name').fill('Riad Atlas SARL')
    await page.getByTestId('invoice-ice').fill('001561191000067')
    await expectLookedAt(page, 'invoice-fr')
    await touch(page, 'issue-invoice')
    await page.getByTestId('made-invoice').waitFor()

    await touch(page, 'paper-export-form')
    await touch(page, 'issue-export-form')
    await expectLookedAt(page, 'export-form-fr')
    await page.getByTestId('form-name').fill('Anna Weiss')
    await page.getByTestId('form-passport').fill('c01x 2345')
    for (const field of ['nationality', 'residence']) {
      await page.getByTestId(`form-${field}`).fill('Autriche')
      await page.getByRole('option', { name: 'Autriche' }).click()
    }
    await touch(page, 'issue-export-form')
    await page.getByTestId('made-exportForm').waitFor()

    await touch(page, 'paper-certificate-1')
    await page.getByTestId('certificate-technique').fill('Tissage noué à la main')
    await expectLookedAt(page, 'certificate-fr')
    await touch(page, 'issue-certificate')
    await page.getByTestId('made-certificate').waitFor()

    await till.counter.settled()
    const sheets = till.devices.recentPaper().length
    for (const kind of ['invoice', 'exportForm', 'certificate']) {
      await page.getByTestId(`print-${kind}`).click()
      await till.counter.settled()
    }
    // The invoice, the form and its three copies, the certificate.
    await expect.poll(() => till.devices.recentPaper().length).toBe(sheets + 6)

    await touch(page, 'forget-1')
    await expectLookedAt(page, 'forget-visitor-fr')
    await touch(page, 'confirm-forget')
    await page.getByTestId('visitor-forgotten').waitFor()
    expect(till.ledger.findExportForm(1)?.visitor).toBeNull()

    const saved = page.waitForEvent('download')
    await touch(page, 'page-invoice')
    expect((await saved).suggestedFilename()).toMatch(/\.html$/)
    expect(complaints).toEqual([])
  } finally {
    await close()
  }
}, 90_000)

test('labels are chosen, counted and kept as a sheet for the office printer', async () => {
  const { page, complaints, close } = await openTillPage(browser, { locale: 'en', selling: 'Hassan' })
  try {
    await goTo(page, 'papers')
    await touch(page, 'labels-open')
    const [first, second] = demoShop.items
    for (const item of [first, second, second]) await page.getByTestId(`label-${item?.sku}`).click()
    await touch(page, 'size-58x40')
    await expectLookedAt(page, 'labels-en')
    const saved = page.waitForEvent('download')
    await touch(page, 'save-labels')
    expect((await saved).suggestedFilename()).toBe('labels.html')
    // The demo shop has no label printer, and no other printer is for labels: the job asks, nothing is lost.
    await touch(page, 'print-labels')
    await page.getByTestId('labels').waitFor({ state: 'detached' })
    await page.locator('[data-state="notStarted"]').waitFor()
    expect(complaints).toEqual([])
  } finally {
    await close()
  }
}, 60_000)
