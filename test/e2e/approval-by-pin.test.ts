import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import { seriousFindings } from '../harness/axe.ts'
import { openBrowser } from '../harness/browser.ts'
import {
  line,
  openLine,
  openShift,
  phase,
  speak,
  touch,
  tryDemoShop,
  unlockAs,
} from './stage/counter-hands.ts'
import { openTillPage } from './stage/till-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const rug = demoShop.items.find((item) => item.floor !== null && item.unique)
const price = (minor: number): string => String(Math.round(minor / 100))
const below = price((rug?.floor ?? 0) - 5_000)

/**
 * A hand at the keyboard is slower than a scanner. The rug on the counter and its price dialog open, the amount
 * typed on the keyboard.
 */
async function offer(page: Page, amount: string): Promise<void> {
  await openLine(page, 1)
  await touch(page, 'line-1-price')
  await page.getByTestId('price-dialog').waitFor()
  await page.keyboard.type(amount, { delay: 120 })
  await page.keyboard.press('Enter')
}

test.each(['ar', 'fr', 'en'] as const)(
  'a manager’s PIN allows a price below the floor, in %s',
  async (language) => {
    const { page, till, complaints, close } = await openTillPage(browser, { locale: language })
    try {
      await speak(page, language)
      await tryDemoShop(page)
      await unlockAs(page, 'amina')
      await openShift(page)
      await page.keyboard.type(`${rug?.sku}\n`)
      await line(page, 1)

      await offer(page, below)
      const dialog = page.getByTestId('price-dialog')
      await dialog.locator('[data-refusal=belowFloor]').waitFor()
      expect(await dialog.getByTestId('agree-price').isDisabled()).toBe(true)
      expect(await dialog.getByTestId('manager-Amina').count()).toBe(0)
      await dialog.getByTestId('manager-Omar').focus()
      await page.keyboard.press('Space')
      await dialog.getByTestId('pin').waitFor()
      expect(await seriousFindings(page)).toEqual([])
      for (const digit of '9999') await dialog.getByTestId(`pin-${digit}`).click()
      await dialog.getByTestId('allow-price').click()
      await dialog.locator('[data-refusal=wrongPin]').waitFor()
      expect(till.counter.view().sale?.lines[0]?.agreed).toBeNull()

      await dialog.getByTestId('pin').focus()
      await page.keyboard.type('1234', { delay: 120 })
      await page.keyboard.press('Enter')
      await dialog.waitFor({ state: 'detached' })
      expect(till.counter.view().sale?.lines[0]?.agreed).toMatchObject({
        manager: 'Omar',
        unit: Number(below) * 100,
      })
      expect(complaints).toEqual([])
    } finally {
      await close()
    }
  },
  60_000,
)

test('a manager who sells allows a price without a PIN; a sale that comes to nothing is finished', async () => {
  const { page, till, close } = await openTillPage(browser, { locale: 'fr' })
  try {
    await tryDemoShop(page)
    await unlockAs(page, 'omar')
    await openShift(page)
    await page.keyboard.type(`${rug?.sku}\n`)
    await line(page, 1)
    await offer(page, '0')
    await page.getByTestId('manager-Omar').click()
    await touch(page, 'agree-price')
    await page.getByTestId('price-dialog').waitFor({ state: 'detached' })

    await page.getByTestId('finish-free').waitFor()
    expect(await page.getByTestId('pay-cash').count()).toBe(0)
    expect(await page.getByTestId('pay-other').isDisabled()).toBe(true)
    expect(await seriousFindings(page)).toEqual([])
    await touch(page, 'finish-free')
    await phase(page, 'idle')
    await page.getByTestId('done').waitFor()
    const [ticket] = till.ledger.listTickets({ text: '', before: null, limit: 1 })
    expect(ticket).toMatchObject({ gross: 0, tenders: [] })
  } finally {
    await close()
  }
}, 60_000)

test('a busy button keeps its name and focus, is pressed once, and a long wait is said', async () => {
  const { page, till, close } = await openTillPage(browser, { locale: 'en' })
  try {
    await tryDemoShop(page)
    await unlockAs(page, 'amina')
    let asked = 0
    const answered = Promise.withResolvers<void>()
    const send = till.counter.send.bind(till.counter)
    till.counter.send = async (command, by) => {
      asked += 1
      await answered.promise
      return send(command, by)
    }
    await touch(page, 'key-5')
    const button = page.getByTestId('open-shift')
    const name = await button.innerText()
    await button.focus()
    await page.keyboard.press('Enter')
    await page.locator('[data-testid=open-shift][aria-busy=true][aria-disabled=true]').waitFor()
    await page.getByRole('status').getByText('One moment…').waitFor({ state: 'attached' })
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('open-shift')
    expect(await page.getByRole('button', { name }).count()).toBe(1)
    expect(await seriousFindings(page)).toEqual([])
    answered.resolve()
    await phase(page, 'idle')
    expect(asked).toBe(1)
  } finally {
    await close()
  }
}, 60_000)
