import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import { openBrowser } from '../harness/browser.ts'
import {
  goTo,
  line,
  openShift,
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

const lamp = demoShop.items.find(({ vat, unique }) => vat === '20' && !unique)

async function toTaxes(page: Page): Promise<void> {
  await goTo(page, 'books')
  await touch(page, 'place-tax')
  await page.getByTestId('tax-regime').waitFor()
}

async function kept(page: Page, what: 'regime' | 'duty' | 'cash'): Promise<void> {
  await touch(page, `tax-${what}-save`)
  await page.getByTestId(`tax-${what}-dialog`).waitFor({ state: 'detached' })
}

async function buy(page: Page): Promise<void> {
  await scan(page, lamp?.barcodes[0] ?? '')
  await line(page, 1)
}

test('an owner leaves VAT today and lets visitors pay the duty: the next receipt says so, the one before stays', async () => {
  const { page, till, complaints, close } = await openTillPage(browser, { locale: 'fr' })
  try {
    await tryDemoShop(page)
    await unlockAs(page, 'hassan')
    await openShift(page)
    await buy(page)
    await touch(page, 'pay-cash')
    await touch(page, 'cash-exact')
    await touch(page, 'confirm-cash')
    await page.locator('[data-testid="done"][data-receipt="done"]').waitFor()

    await toTaxes(page)
    await expectLookedAt(page, 'taxes-fr')
    await touch(page, 'tax-regime-change')
    await touch(page, 'choose-smallMaker')
    await kept(page, 'regime')
    await touch(page, 'tax-duty-change')
    await touch(page, 'choose-added')
    await kept(page, 'duty')
    await touch(page, 'tax-regime-change')
    await touch(page, 'choose-liable')
    await touch(page, 'from-nextMonth')
    await kept(page, 'regime')
    await speak(page, 'ar')
    await page.getByTestId('planned-regimes').waitFor()
    await expectLookedAt(page, 'taxes-planned-ar')

    // What the law does not allow is said beside it, and nothing is kept.
    await touch(page, 'tax-cash-change')
    await page.getByTestId('tax-ceiling').fill('30000')
    await touch(page, 'tax-cash-save')
    await page.getByTestId('tax-cash-dialog').waitFor()
    await expectLookedAt(page, 'taxes-limit-ar')
    await page.keyboard.press('Escape')

    await touch(page, 'to-sell')
    await buy(page)
    await receiptIn(page, 'ar')
    await touch(page, 'pay-cash')
    await page.getByTestId('cash-duty').waitFor()
    await touch(page, 'note-200')
    await expectLookedAt(page, 'cash-duty-ar')
    await touch(page, 'cash-exact')
    await touch(page, 'confirm-cash')
    await page.locator('[data-testid="done"][data-receipt="done"]').waitFor()
    await till.counter.settled()
    expectPaper(till, 'paper-small-maker-ar')

    const [second, first] = till.ledger.listTickets({ text: '', before: null, limit: 10 })
    const ticketOf = (of: typeof first) => of && till.ledger.findTicket(of.number)?.ticket
    expect(ticketOf(first)).toMatchObject({ tax: { country: 'MA', regime: 'liable' } })
    expect(ticketOf(second)).toMatchObject({
      tax: { country: 'MA', regime: 'smallMaker' },
      duty: { borneBy: 'customer' },
    })
    expect(complaints).toEqual([])
  } finally {
    await close()
  }
}, 90_000)
