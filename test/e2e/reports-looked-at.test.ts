import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import { formatAmount } from '#shared/money/format.ts'
import { openBrowser } from '../harness/browser.ts'
import { closeShift, goTo, openShift, speak, touch, tryDemoShop, unlockAs } from './stage/counter-hands.ts'
import { expectLookedAt } from './stage/looked-at.ts'
import { scan } from './stage/scanner.ts'
import { soldDay, soldThisMorning } from './stage/sold-days.ts'
import { openTillPage } from './stage/till-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const [soap] = demoShop.items.filter((item) => !item.unique)

/** A4 between the margins of the print stylesheet, in CSS px. */
const sheet = { width: 733, height: 1062 }
const telephone = { width: 360, height: 740 }
const desktop = { width: 1280, height: 800 }

const taken = (page: Page): Promise<string> => page.getByTestId('report-net').locator('bdi').innerText()

async function shown(page: Page, kind: string): Promise<void> {
  await page.locator(`[data-testid="report"][data-kind="${kind}"][aria-busy="false"]`).waitFor()
}

/** The page as it comes out on paper: one sheet, and how it looks. */
async function expectOneSheet(page: Page, name: string): Promise<void> {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g), name).toHaveLength(1)
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize(sheet)
  await expectLookedAt(page, name)
  await page.emulateMedia({ media: 'screen' })
  await page.setViewportSize(desktop)
}

/** Nothing lies beside the screen. */
async function expectNoSideways(page: Page): Promise<void> {
  const beside = await page.evaluate(() =>
    [...document.querySelectorAll('main *')]
      .filter(
        (each) =>
          !each.closest('.spoken, [data-react-aria-prevent-focus]') && each.getBoundingClientRect().width > 0,
      )
      .filter((each) => {
        const { left, right } = each.getBoundingClientRect()
        return left < -1 || right > document.documentElement.clientWidth + 1
      })
      .map((each) => `${each.tagName} ${each.className}`),
  )
  expect(beside).toEqual([])
}

test('an owner reads the day, the week and the season, on any screen and on paper', async () => {
  const { page, till, complaints, close } = await openTillPage(browser, { locale: 'ar' })
  try {
    await tryDemoShop(page)
    const days = ['16', '17', '18', '19', '20', '21', '22'].map((day, place) =>
      soldDay(till.ledger, `2026-11-${day}`, 12 + ((place * 5) % 9)),
    )
    await unlockAs(page, 'hassan')
    await openShift(page)
    const morning = soldThisMorning(till.ledger, 9)

    await goTo(page, 'books')
    await shown(page, 'day')
    expect(await taken(page)).toBe(formatAmount(morning))
    await expectLookedAt(page, 'report-day-ar')
    await expectOneSheet(page, 'report-day-paper-ar')

    // A ticket more shows by itself.
    await touch(page, 'to-sell')
    await scan(page, soap?.barcodes[0] ?? '')
    await touch(page, 'pay-cash')
    await touch(page, 'cash-exact')
    await touch(page, 'confirm-cash')
    await page.locator('[data-testid="done"][data-receipt="done"]').waitFor()
    await goTo(page, 'books')
    await shown(page, 'day')
    const today = morning + (soap?.price ?? 0)
    expect(await taken(page)).toBe(formatAmount(today))

    await speak(page, 'fr')
    await touch(page, 'span-week')
    await touch(page, 'span-earlier')
    await shown(page, 'week')
    const week = days.reduce((sum, gross) => sum + gross, 0)
    await page
      .getByTestId('report-net')
      .getByText(formatAmount(week).split(',')[0] ?? '')
      .waitFor()
    await expectLookedAt(page, 'report-week-fr')
    await expectOneSheet(page, 'report-week-paper-fr')

    await speak(page, 'en')
    await touch(page, 'span-season')
    await touch(page, 'season-month')
    await shown(page, 'season')
    expect(await taken(page)).toBe(formatAmount(week + today))
    await page.setViewportSize(telephone)
    await expectNoSideways(page)
    await expectLookedAt(page, 'report-season-phone-en')
    await speak(page, 'ar')
    await page.getByTestId('chart-bargaining').evaluate((each) => each.scrollIntoView({ block: 'start' }))
    await expectNoSideways(page)
    await expectLookedAt(page, 'report-bargaining-phone-ar')
    await page.setViewportSize(desktop)

    await closeShift(page, '500')
    await touch(page, 'to-report')
    await shown(page, 'day')
    expect(new URL(page.url()).hash).toBe('#books/reports/2026-11-23')
    expect(await taken(page)).toBe(formatAmount(today))
    expect(complaints).toEqual([])
  } finally {
    await close()
  }
}, 240_000)

test('the books are closed to a cashier, who is shown the way to their own shift', async () => {
  const { page, close } = await openTillPage(browser, { locale: 'fr', selling: 'Amina' })
  try {
    await touch(page, 'menu')
    expect(await page.getByTestId('menu-books').count()).toBe(0)
    await page.keyboard.press('Escape')
    await page.goto(`${page.url().split('#')[0]}#books/exports`)
    await page.getByTestId('to-shift').waitFor()
    await expectLookedAt(page, 'books-cashier-fr')
  } finally {
    await close()
  }
}, 120_000)
