import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import { customerWords } from '#shared/i18n/customer/customer-words.ts'
import { openBrowser } from '../harness/browser.ts'
import { line, touch } from './stage/counter-hands.ts'
import { expectLookedAt } from './stage/looked-at.ts'
import { scan } from './stage/scanner.ts'
import { openTillPage } from './stage/till-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const [piece] = demoShop.items.filter((item) => !item.unique)

/** Files of letters beyond the screens' own that a page fetched so far. */
const fetched = (page: Page): Promise<string[]> =>
  page.evaluate(
    `performance.getEntriesByType('resource').map(({ name }) => /noto-sans-(tifinagh|sc)/.exec(name)?.[1]).filter(Boolean).sort()`,
  )

test('visitors read Tifinagh and Chinese in shipped letters, which nobody else waits for', async () => {
  const { page, another, complaints, close } = await openTillPage(browser, {
    locale: 'fr',
    selling: 'Hassan',
  })
  try {
    const visitor = await another({ locale: 'en', width: 1024, height: 600 })
    await visitor.goto(`${new URL(visitor.url()).origin}/#customer`)
    await visitor.reload()
    await scan(page, piece?.barcodes[0] ?? '')
    await line(page, 1)
    const lines = visitor.locator('[data-testid="customer"][data-scene="lines"]')
    await lines.waitFor()
    expect([await fetched(page), await fetched(visitor)]).toEqual([[], []])

    for (const [language, files] of [
      ['zgh', ['tifinagh']],
      ['zh', ['sc', 'tifinagh']],
    ] as const) {
      await touch(page, 'receipt-language')
      await touch(page, `receipt-${language}`)
      await lines.getByText(customerWords[language].total).first().waitFor()
      await expectLookedAt(visitor, `customer-lines-${language}`)
      expect(await fetched(visitor)).toEqual(files)
    }
    // The list of languages names each in its own letters.
    expect(await fetched(page)).toEqual(['sc', 'tifinagh'])
    expect(complaints).toEqual([])
  } finally {
    await close()
  }
})
