import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import type { ScreenLanguage } from '#shared/kernel/language.ts'
import { openBrowser } from '../harness/browser.ts'
import {
  agree,
  line,
  openShift,
  phase,
  receiptIn,
  speak,
  touch,
  tryDemoShop,
  unlockAs,
} from './stage/counter-hands.ts'
import { expectLookedAt, expectPaper } from './stage/looked-at.ts'
import { scan } from './stage/scanner.ts'
import { openTillPage } from './stage/till-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const barcode = (sku: string): string =>
  demoShop.items.find((item) => item.sku === sku)?.barcodes[0] ?? `no ${sku}`
const rug = demoShop.items[0]
const counted = demoShop.items.filter((item) => !item.unique)

/** Five lines, one of them twice, the rug at the price shaken on. */
async function ringFive(page: Page, language: ScreenLanguage): Promise<void> {
  await scan(page, rug?.barcodes[0] ?? '')
  await line(page, 1)
  await receiptIn(page, language)
  await agree(page, 1, String(Math.round((rug?.price ?? 0) / 100) - 150))
  for (const [at, item] of counted.slice(0, 4).entries()) {
    await scan(page, barcode(item.sku))
    await line(page, at + 2)
  }
  await touch(page, 'line-5-more')
  await page.getByTestId('line-5').getByText('2 ×').waitFor()
}

test.each(['ar', 'fr', 'en'] as const)(
  'two visitors in %s: one pays cash, one by card',
  async (language) => {
    const { page, till, timers, complaints, close } = await openTillPage(browser, { locale: language })
    try {
      await speak(page, language)
      await tryDemoShop(page)
      await unlockAs(page, 'amina')
      await openShift(page)

      await ringFive(page, language)
      await expectLookedAt(page, `sell-${language}`)
      await touch(page, 'pay-cash')
      for (let note = 0; note < 4; note++) await touch(page, 'note-200')
      await expectLookedAt(page, `cash-${language}`)
      await touch(page, 'cash-exact')
      await touch(page, 'note-50')
      await touch(page, 'confirm-cash')
      await page.locator('[data-testid="done"][data-receipt="done"]').waitFor()
      await page.getByTestId('sheet-1').waitFor()
      await expectLookedAt(page, `done-${language}`)
      expectPaper(till, `paper-cash-${language}`)

      await scan(page, barcode(counted[4]?.sku ?? ''))
      await line(page, 1)
      await receiptIn(page, language)
      await agree(page, 1, String(Math.round((counted[4]?.price ?? 0) / 100) - 10))
      await touch(page, 'pay-card')
      timers.hold()
      await touch(page, 'confirm-card')
      await page.locator('[data-testid="card-step"][data-step="presentCard"]').waitFor()
      await expectLookedAt(page, `card-${language}`)
      timers.release()
      await phase(page, 'idle', 20_000)
      await page.locator('[data-testid="done"][data-receipt="done"]').waitFor()
      await till.counter.settled()
      expectPaper(till, `paper-card-${language}`)

      const tickets = till.ledger.listTickets({ text: '', before: null, limit: 10 })
      expect(tickets.map((ticket) => ticket.tenders)).toEqual([['card'], ['cash']])
      expect(complaints).toEqual([])
    } finally {
      await close()
    }
  },
  90_000,
)
