import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { labelSheet } from '#drivers/printers/labels/sheet/label-sheet.node.ts'
import { labelSizes } from '#shared/kernel/paper-kinds.ts'
import { readCode } from '#test/contracts/label-codes.ts'
import { sampleLabel } from '#test/fixtures/labels/labels.ts'
import { openBrowser, openPage } from '#test/harness/browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test.each(labelSizes)(
  'a sheet of %s prints on its own pages, and every code on it reads back',
  async (size) => {
    const names = ['rug', 'slippers', 'teapot', 'strange'] as const
    const labels = names.map((name) => ({ label: sampleLabel(name, 'ar', size), count: 3 }))
    const html = labelSheet(labels, size, { language: 'ar', start: 2 })
    const { page, context } = await openPage(browser, { locale: 'fr', width: 800, height: 1130 })
    const refused: string[] = []
    page.on('console', (message) => refused.push(message.text()))
    await page.setContent(html)
    await page.evaluate('document.fonts.ready')
    // A pixel of the screen is a quarter of a millimetre: finer, as an office printer would have it.
    await page.evaluate('document.body.style.zoom = 2')
    for (const [kind, { label }] of labels.entries()) {
      const picture = await page.locator(`use[href="#kind-${kind}"]`).first().screenshot()
      expect(readCode(picture), `${names[kind]}`).toBe(label.code.data)
    }
    await page.evaluate('document.body.style.zoom = 1')
    const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(size === '100x50' ? 2 : 1)
    expect(refused).toEqual([])
    await context.close()
  },
)
