import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import readXlsx from 'read-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportWords } from '#shared/i18n/documents/export-words.ts'
import { openBrowser } from '../harness/browser.ts'
import { filedSheets } from '../harness/workbook-formulas.ts'
import { goTo, openShift, touch, tryDemoShop, unlockAs } from './stage/counter-hands.ts'
import { expectLookedAt } from './stage/looked-at.ts'
import { soldDay, soldThisMorning } from './stage/sold-days.ts'
import { openTillPage } from './stage/till-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** Makes what is chosen. @returns its name and what is in it */
async function saved(page: Page): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const coming = page.waitForEvent('download')
  await touch(page, 'export-go')
  const download = await coming
  await page.getByTestId('export-saved').getByText(download.suggestedFilename()).waitFor()
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

test('a manager takes the month home as a workbook in Arabic, its lines as CSV and its Z reports as PDF', async () => {
  const { page, till, complaints, close } = await openTillPage(browser, { locale: 'ar' })
  try {
    await tryDemoShop(page)
    const past = ['19', '20', '21'].map((day) => soldDay(till.ledger, `2026-11-${day}`, 8))
    await unlockAs(page, 'omar')
    await openShift(page)
    const month = soldThisMorning(till.ledger, 5) + past.reduce((sum, day) => sum + day, 0)
    await goTo(page, 'books')
    await touch(page, 'place-exports')
    await expectLookedAt(page, 'exports-ar')

    const workbook = await saved(page)
    expect(workbook.name).toBe('hanout-2026-11-01_2026-11-23.xlsx')
    const words = exportWords.ar
    const sheets = await readXlsx(workbook.bytes)
    const days = sheets.find(({ sheet }) => sheet === words.days)?.data ?? []
    const [head = []] = days
    expect(days.at(-1)?.[head.indexOf(words.gross)]).toBe(month / 100)
    expect(days).toHaveLength(6)
    for (const { xml } of filedSheets(workbook.bytes)) expect(xml).toContain('rightToLeft="1"')

    await touch(page, 'export-csvLines')
    await touch(page, 'encoding-windows-1256')
    await touch(page, 'language-fr')
    await touch(page, 'days-own')
    await expectLookedAt(page, 'exports-csv-ar')
    await page.getByTestId('export-from').fill('20/11/2026')
    await page.getByTestId('export-to').fill('20/11/2026')
    const lines = await saved(page)
    const records = new TextDecoder('windows-1256').decode(lines.bytes).split('\r\n').slice(1, -1)
    expect(records.every((record) => record.startsWith('2026-11-20;'))).toBe(true)

    await touch(page, 'export-z')
    const z = await saved(page)
    expect(z.name).toBe('hanout-z-2026-11-20_2026-11-20.pdf')
    expect(z.bytes.subarray(0, 5).toString()).toBe('%PDF-')

    // Days that have not come are refused in words, and nothing is saved.
    await page.getByTestId('export-to').fill('24/11/2026')
    await touch(page, 'export-go')
    await page.locator('[data-refusal="rangeInFuture"]').waitFor()
    expect(complaints).toEqual([])
  } finally {
    await close()
  }
}, 90_000)
