import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import { openBrowser } from '../harness/browser.ts'
import { line, openShift, phase, scan, speak, touch, tryDemoShop, unlockAs } from './stage/counter-hands.ts'
import { openTillPage } from './stage/till-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const barcode = (at: number): string => demoShop.items[at]?.barcodes[0] ?? ''
const counted = demoShop.items.findIndex((item) => !item.unique)

test.each(['ar', 'fr', 'en'] as const)(
  'a whole day of two visitors in %s',
  async (language) => {
    const { page, till, complaints, close } = await openTillPage(browser, { locale: language })
    try {
      await speak(page, language)
      await tryDemoShop(page)
      await unlockAs(page, 'amina')
      await openShift(page)

      await scan(page, barcode(0))
      await line(page, 1)
      await scan(page, barcode(counted))
      await line(page, 2)
      await touch(page, 'pay-cash')
      await touch(page, 'cash-exact')
      await touch(page, 'confirm-cash')
      await page.getByTestId('done').waitFor()

      await scan(page, barcode(counted + 1))
      await line(page, 1)
      await touch(page, 'pay-card')
      await touch(page, 'confirm-card')
      await phase(page, 'charging')
      await phase(page, 'idle', 30_000)
      await page.getByTestId('done').waitFor()
      await till.counter.settled()

      const tickets = till.ledger.listTickets({ text: '', before: null, limit: 10 })
      expect(tickets.map((ticket) => ticket.tenders)).toEqual([['card'], ['cash']])
      expect(till.devices.recentPaper().length).toBeGreaterThanOrEqual(2)
      expect(complaints).toEqual([])
    } finally {
      await close()
    }
  },
  90_000,
)
