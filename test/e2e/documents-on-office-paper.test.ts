import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drawPage } from '#drivers/printers/page/draw-page.node.ts'
import { documents } from '#test/fixtures/paper/document-papers.ts'
import { openBrowser, openPage } from '#test/harness/browser.ts'

/** On the paper of an office printer an invoice, a sheet of an export form and a certificate are one page each. */
let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  ;({ page } = await openPage(browser, { locale: 'fr' }))
  await page.emulateMedia({ media: 'print' })
})
afterAll(() => browser.close())

test.each([
  ['invoice', 1],
  ['invoice-duplicata', 1],
  ['certificate-ar', 1],
  ['certificate-de', 1],
  ['certificate-zh', 1],
  ['certificate-duplicata', 1],
  ['export-form-ar', 4],
  ['export-form-de', 4],
  ['export-form-forgotten', 4],
  ['payout-ar', 1],
])('%s: %i pages', async (name, pages) => {
  const document = documents[name]
  if (document === undefined) throw new Error(`no paper ${name}`)
  await page.setContent(drawPage(document, 'a4'))
  const pdf = await page.pdf({ preferCSSPageSize: true })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(pages)
})
