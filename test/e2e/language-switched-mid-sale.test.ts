import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import { openBrowser } from '../harness/browser.ts'
import { agree, keyIn, line, phase, speak, touch } from './stage/counter-hands.ts'
import { scan } from './stage/scanner.ts'
import { openTillPage } from './stage/till-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const rug = demoShop.items[0]
const counted = demoShop.items.find((item) => !item.unique)
const total = 400_000 + (counted?.price ?? 0)

test('another language in the middle of a sale, of an amount and of a card attempt loses nothing', async () => {
  const { page, till, timers, complaints, close } = await openTillPage(browser, {
    locale: 'fr',
    selling: 'Amina',
  })
  try {
    await page.getByTestId('tiles').waitFor()
    await scan(page, rug?.barcodes[0] ?? '')
    await line(page, 1)
    await agree(page, 1, '4000')
    await scan(page, counted?.barcodes[0] ?? '')
    await line(page, 2)
    const before = await page.getByTestId('total').textContent()

    await speak(page, 'ar')
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl')
    expect(await page.getByTestId('line-1').textContent()).toContain(rug?.name.ar)
    expect(await page.getByTestId('line-2').textContent()).toContain(counted?.name.ar)
    const digits = (text: string | null): string => (text ?? '').replace(/[^\d,]/g, '')
    expect(digits(await page.getByTestId('total').textContent())).toBe(digits(before))
    expect(till.counter.view().sale).toMatchObject({ total, language: 'fr' })

    // A part typed in one language is taken in another.
    await touch(page, 'pay-cash')
    await keyIn(page, '1000')
    await speak(page, 'en')
    expect(digits(await page.getByTestId('cash-given').inputValue())).toBe('1000')
    await touch(page, 'confirm-cash')
    await phase(page, 'tendering')

    await touch(page, 'pay-card')
    timers.hold()
    await touch(page, 'confirm-card')
    const step = page.locator('[data-testid="card-step"][data-step="presentCard"]')
    await step.waitFor()
    const english = await step.textContent()
    await speak(page, 'ar')
    await step.waitFor()
    expect(await step.textContent()).not.toBe(english)
    expect(till.counter.view()).toMatchObject({ phase: 'charging', attempt: { amount: total - 100_000 } })
    timers.release()
    await page.getByTestId('done').waitFor()
    const [ticket, ...more] = till.ledger.listTickets({ text: '', before: null, limit: 10 })
    expect(ticket).toMatchObject({ gross: total, tenders: ['cash', 'card'] })
    expect(more).toEqual([])
    expect(complaints).toEqual([])
  } finally {
    await close()
  }
}, 60_000)
