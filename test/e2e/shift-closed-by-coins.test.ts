import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import { openBrowser } from '../harness/browser.ts'
import { goTo, speak, touch } from './stage/counter-hands.ts'
import { expectLookedAt, expectPaper } from './stage/looked-at.ts'
import { scan } from './stage/scanner.ts'
import { openTillPage } from './stage/till-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const [soap] = demoShop.items.filter((item) => !item.unique)

async function sellForCash(page: Page): Promise<void> {
  await scan(page, soap?.barcodes[0] ?? '')
  await touch(page, 'pay-cash')
  await touch(page, 'cash-exact')
  await touch(page, 'confirm-cash')
  await page.locator('[data-testid="done"][data-receipt="done"]').waitFor()
  await touch(page, 'next-sale')
}

/** Types how many there are of a coin or a note on the till's own keypad. */
async function pieces(page: Page, face: number, many: string): Promise<void> {
  await page.getByTestId(`pieces-${face}`).click()
  for (const digit of many) await touch(page, `digit-${digit}`)
}

test('counted by coin and note in Arabic, closed with a Z, printed, and found again in the books', async () => {
  const { page, till, complaints, close } = await openTillPage(browser, { locale: 'ar', selling: 'Hassan' })
  const papers = (count: number) =>
    expect.poll(() => till.devices.recentPaper().length, { timeout: 15_000 }).toBe(count)
  try {
    await sellForCash(page)
    const price = soap?.price ?? 0
    await goTo(page, 'shift')
    await touch(page, 'cash-out')
    await touch(page, 'purpose-expense')
    for (const key of '20') await touch(page, `key-${key}`)
    await expectLookedAt(page, 'cash-out-ar')
    await touch(page, 'cash-move-record')
    await page.getByTestId('cash-move').waitFor({ state: 'detached' })

    await touch(page, 'close-shift')
    await pieces(page, 20_000, '2')
    await touch(page, 'more-5000')
    await touch(page, 'more-2000')
    await touch(page, 'fewer-2000')
    await pieces(page, 1_000, '3')
    await expectLookedAt(page, 'shift-count-coins-ar')
    expect(await page.getByTestId('count-sum-so-far').innerText()).toContain('480,00')
    await touch(page, 'close-confirm')
    await page.getByTestId('shift-closed').waitFor()
    expect(await page.getByTestId('z-number').innerText()).toContain('1')
    await expectLookedAt(page, 'shift-closed-z-ar')
    await touch(page, 'print-z')
    await papers(2)
    expectPaper(till, 'paper-z-coins-ar')
    await touch(page, 'print-evening')
    await papers(3)
    expectPaper(till, 'paper-evening-ar')

    const [closing] = till.ledger.listClosings('shift', null, 10)
    expect(closing?.closing).toMatchObject({
      number: 1,
      figures: { drawer: { counted: 48_000, difference: 48_000 - (50_000 + price - 2_000) } },
      notes: {
        count: [
          { face: 20_000, pieces: 2 },
          { face: 5_000, pieces: 1 },
          { face: 2_000, pieces: 0 },
          { face: 1_000, pieces: 3 },
        ],
      },
    })
    expect(closing?.signed).not.toBeNull()

    await goTo(page, 'books')
    await touch(page, 'place-closings')
    await page.getByTestId('closing-1').waitFor()
    await expectLookedAt(page, 'closings-ar')
    await touch(page, 'closing-1')
    await page.getByTestId('closing-seal').waitFor()
    await expectLookedAt(page, 'closing-ar')
    await speak(page, 'fr')
    expect(await page.getByTestId('closing-seal').innerText()).toContain('Signé par ce magasin')
    await page.getByTestId('part-looked').scrollIntoViewIfNeeded()
    await page.getByTestId('closing-seal').scrollIntoViewIfNeeded()
    await expectLookedAt(page, 'closing-seal-fr')
    await touch(page, 'print-z')
    await papers(4)
    expectPaper(till, 'paper-z-again-fr')
    expect(complaints).toEqual([])
  } finally {
    await close()
  }
}, 120_000)

test('a count goes by keyboard alone, from the largest note to the last coin', async () => {
  const { page, till, complaints, close } = await openTillPage(browser, { locale: 'fr', selling: 'Hassan' })
  try {
    await goTo(page, 'shift')
    await touch(page, 'close-shift')
    await page.getByTestId('pieces-20000').waitFor()
    await page.keyboard.type('2')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowUp')
    for (let face = 0; face < 10; face++) await page.keyboard.press('Enter')
    await expectLookedAt(page, 'shift-count-coins-fr')
    expect(await page.getByTestId('close-confirm').innerText()).toContain('500,00')
    await page.keyboard.press('Enter')
    await page.getByTestId('shift-closed').waitFor()
    expect(till.ledger.lastClosedDrawer()).toMatchObject({ counted: 50_000, difference: 0 })
    expect(complaints).toEqual([])
  } finally {
    await close()
  }
}, 60_000)
