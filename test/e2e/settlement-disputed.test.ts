import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import { openBrowser } from '../harness/browser.ts'
import { batchIn, openBank, sellByCard, setUpBank } from './stage/bank.ts'
import { goTo, speak, touch } from './stage/counter-hands.ts'
import { expectLookedAt } from './stage/looked-at.ts'
import { openTillPage } from './stage/till-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const [soap, bowl] = demoShop.items.filter((item) => !item.unique)

test('a host that counts something else is told each payment, and a person decides what stands', async () => {
  // It judges by what it authorised: of these two payments it knows one, and it will not hear of the other.
  const bank = await openBank({ capture: 'host' })
  const { page, till, complaints, close } = await openTillPage(browser, { locale: 'en', selling: 'Hassan' })
  try {
    await setUpBank(page, bank.port)
    await touch(page, 'to-sell')
    await sellByCard(page, soap?.barcodes[0] ?? '')
    await sellByCard(page, bowl?.barcodes[0] ?? '')
    bank.host.authorise({
      terminalId: 'TILL0001',
      merchantId: 'ARTISAN00000001',
      kind: 'sale',
      minor: bowl?.price ?? 0,
      rrn: '000000000001',
    })
    bank.host.setFault('refuse@12/0320')
    await goTo(page, 'settlements')
    await touch(page, 'settle-now')
    await touch(page, 'confirm-settle')
    await batchIn(page, 1, 'disputed')
    await speak(page, 'fr')
    await expectLookedAt(page, 'settlements-disputed-fr')

    await touch(page, 'batch-1')
    await page.getByTestId('batch-lines').waitFor()
    expect(await page.getByTestId('totals-sales').getAttribute('data-differs')).toBe('true')
    expect(await page.getByTestId('totals-sales').innerText()).toContain('diffère')
    await speak(page, 'en')
    await expectLookedAt(page, 'settlement-disputed-en')
    await page.getByTestId('movement-2').scrollIntoViewIfNeeded()
    expect(await page.getByTestId('movement-1').innerText()).toMatch(/The bank said .?12/)
    expect(await page.getByTestId('movement-2').innerText()).toContain('The bank has it')
    await expectLookedAt(page, 'settlement-lines-en')

    // Nothing is decided without an answer and its reason.
    await touch(page, 'batch-resolve')
    const dialog = page.getByTestId('resolve-dialog')
    await touch(page, 'resolve-save')
    expect(await dialog.isVisible()).toBe(true)
    await touch(page, 'choose-oursStands')
    await page
      .getByTestId('resolve-note')
      .fill('CMI, M. Alaoui, 17 h: the second payment is being looked for.')
    await expectLookedAt(page, 'settlement-resolve-en')
    await touch(page, 'resolve-save')
    await dialog.waitFor({ state: 'detached' })
    await page.locator('[data-testid="batch-state"][data-state="resolved"]').waitFor()
    expect(await page.getByTestId('batch-state').innerText()).toContain('Hassan')
    expect(till.settlements.view().batches[0]?.resolution).toMatchObject({
      kind: 'oursStands',
      person: 'Hassan',
    })

    const [file] = await Promise.all([page.waitForEvent('download'), touch(page, 'batch-export')])
    expect(file.suggestedFilename()).toMatch(/000001/)
    expect(complaints).toEqual([])
  } finally {
    await close()
    await bank.close()
  }
}, 120_000)
