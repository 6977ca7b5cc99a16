import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import { seriousFindings } from '../harness/axe.ts'
import { openBrowser } from '../harness/browser.ts'
import { goTo, line, phase, speak, touch } from './stage/counter-hands.ts'
import { scan } from './stage/scanner.ts'
import { ticketOf } from './stage/ticket-of.ts'
import { openTillPage } from './stage/till-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const [piece] = demoShop.items.filter((item) => !item.unique)

test('a card payment of today is undone on the terminal that took it; giving back otherwise is said to be otherwise', async () => {
  const { page, till, complaints, close } = await openTillPage(browser, {
    locale: 'fr',
    selling: 'Amina',
    width: 1024,
    height: 640,
  })
  try {
    await speak(page, 'fr')
    await scan(page, piece?.barcodes[0] ?? '')
    await line(page, 1)
    await touch(page, 'pay-card')
    await touch(page, 'confirm-card')
    await phase(page, 'idle', 20_000)
    await page.locator('[data-testid="done"][data-receipt="done"]').waitFor()

    await goTo(page, 'tickets')
    await touch(page, 'ticket-1')
    await touch(page, 'refund')
    // NAPS has no message that gives money back.
    expect(await page.getByTestId('refund-way').getAttribute('data-way')).toBe('otherMeans')
    expect(await seriousFindings(page)).toEqual([])
    await page.keyboard.press('Escape')

    // The terminal says no: the cashier comes back to this ticket, and reads that nothing moved.
    till.devices.setTerminalFault('decline')
    await touch(page, 'void')
    await touch(page, 'confirm-void')
    await page.getByTestId('not-given-back').waitFor({ timeout: 20_000 })

    await touch(page, 'void')
    await page.getByTestId('void-dialog').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await touch(page, 'confirm-void')
    await expect.poll(() => till.counter.view().done?.ticket, { timeout: 20_000 }).toBe(2)
    expect(ticketOf(till, 2)).toMatchObject({
      kind: 'refund',
      gross: piece?.price,
      tenders: [{ kind: 'card' }],
    })
    // It is done: that is what stands there, before anything is touched.
    await page.locator('[data-given-back="2"]').waitFor()
    expect(await page.getByTestId('ticket-total').innerText()).toContain('-')
    await touch(page, 'ticket-1')
    await page.getByTestId('refund').waitFor()
    expect(await page.getByTestId('refund').isDisabled()).toBe(true)
    expect(await page.getByTestId('void').count()).toBe(0)
    expect(complaints).toEqual([])
  } finally {
    await close()
  }
}, 60_000)
