import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { starPrinterSimulator } from '#drivers/simulators/star-printer/star-printer-simulator.ts'
import { listenTcp } from '#drivers/simulators/wire/listen-tcp.node.ts'
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

async function addStar(page: Page, port: number): Promise<void> {
  await goTo(page, 'devices')
  await touch(page, 'add-printer')
  // Nobody who adds a printer is asked first whether there is one.
  await page.getByTestId('place-host').fill('127.0.0.1')
  await page.getByTestId('place-port').fill(String(port))
  const model = page.getByTestId('printer-model')
  await model.fill('mc-print3')
  // The page under the list scrolls: what was typed, and what it found, are still there.
  await model.hover()
  await page.mouse.wheel(0, 80)
  await page.waitForTimeout(200)
  expect(await model.inputValue()).toBe('mc-print3')
  await touch(page, 'printer-model-star-mc-print3')
  expect(await page.getByTestId('place-name').inputValue()).toMatch(/2$/)
  await page.getByTestId('place-name').fill('Bureau')
  await touch(page, 'place-save')
  await page.getByTestId('configure-dialog').waitFor({ state: 'detached' })
}

test('a Star printer added on the screen takes the invoice when the first printer is out of paper', async () => {
  const star = starPrinterSimulator()
  let sheets = 0
  star.onSheet(() => {
    sheets += 1
  })
  const door = await listenTcp({ port: 0 }, star.accept)
  const { page, till, complaints, close } = await openTillPage(browser, {
    locale: 'fr',
    selling: 'Hassan',
    height: 640,
  })
  try {
    await addStar(page, door.port)
    expect(await page.locator('[data-kind="printer"]').last().innerText()).toContain('StarPRNT')
    await touch(page, 'to-sell')
    await scan(page, soap?.barcodes[0] ?? '')
    await line(page, 1)
    await touch(page, 'pay-cash')
    await touch(page, 'cash-exact')
    await touch(page, 'confirm-cash')
    await page.locator('[data-testid="done"][data-receipt="done"]').waitFor()
    await touch(page, 'next-sale')
    expect(till.devices.recentPaper()).toHaveLength(1)

    till.devices.setPrinterFault('escpos-simulated', 'paperOut')
    await goTo(page, 'tickets')
    await touch(page, 'ticket-1')
    await touch(page, 'paper-invoice')
    await page.getByTestId('invoice-name').fill('Riad Atlas SARL')
    await page.getByTestId('invoice-ice').fill('001561191000067')
    await touch(page, 'issue-invoice')
    await page.getByTestId('made-invoice').waitFor()
    await expect.poll(() => sheets, { timeout: 15_000 }).toBe(1)
    await till.counter.settled()
    expect(till.devices.recentPaper()).toHaveLength(1)

    await goTo(page, 'papers')
    const invoice = page.locator('[data-testid^="job-"]').first()
    expect(await invoice.innerText()).toContain('sur \u2068Bureau\u2069')
    expect(await invoice.getAttribute('data-state')).toBe('done')
    await expectLookedAt(page, 'papers-second-printer-fr')
    // What waits for nobody keeps its own place on a low screen.
    const none = await page.getByText('Rien n’attend').locator('..').boundingBox()
    const lately = await page.getByRole('heading', { name: 'Récemment' }).boundingBox()
    if (none === null || lately === null) throw new Error('neither papers nor their want are shown')
    expect(none.y + none.height).toBeLessThanOrEqual(lately.y)
    expect(complaints).toEqual([])
  } finally {
    await close()
    await door.close()
  }
}, 60_000)
