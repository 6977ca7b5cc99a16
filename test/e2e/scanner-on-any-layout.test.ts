import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import { openBrowser } from '../harness/browser.ts'
import { line, touch } from './stage/counter-hands.ts'
import { arabic, azerty, scan } from './stage/scanner.ts'
import { openTillPage } from './stage/till-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const [, ivory, saffron, red] = demoShop.items

test('a US scanner on an AZERTY or an Arabic machine reads digits, letters and dashes, also over a field', async () => {
  const { page, till, complaints, close } = await openTillPage(browser, { locale: 'fr', selling: 'Amina' })
  try {
    await page.getByTestId('tiles').waitFor()
    await scan(page, ivory?.barcodes[0] ?? '', azerty)
    await line(page, 1)
    await scan(page, saffron?.barcodes[0] ?? '', arabic)
    await line(page, 2)
    await page.getByTestId('search').fill('tapis')
    await scan(page, red?.sku ?? '', arabic)
    await line(page, 3)
    expect(await page.getByTestId('search').inputValue()).toBe('')

    await touch(page, 'pay-cash')
    await page.getByTestId('cash-given').fill('120')
    await scan(page, demoShop.items[0]?.sku ?? '', azerty)
    await line(page, 4)
    expect(await page.getByTestId('cash-given').inputValue()).toBe('120')

    const skus = till.counter.view().sale?.lines.map(({ sku }) => sku)
    expect(skus).toEqual([ivory?.sku, saffron?.sku, red?.sku, demoShop.items[0]?.sku])
    expect(await page.getByTestId('refusal').count()).toBe(0)
    expect(complaints).toEqual([])
  } finally {
    await close()
  }
})
