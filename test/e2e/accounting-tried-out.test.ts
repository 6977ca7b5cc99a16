import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import { dirham } from '#shared/money/amount.ts'
import { seriousFindings } from '../harness/axe.ts'
import { openBrowser } from '../harness/browser.ts'
import { sellByCard } from './stage/bank.ts'
import { speak, touch } from './stage/counter-hands.ts'
import { openTillPage } from './stage/till-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const [soap, bowl] = demoShop.items.filter((item) => !item.unique)

test('a bookkeeper chooses a program and an account, looks at a day, and keeps it', async () => {
  const { page, till, complaints, close } = await openTillPage(browser, { locale: 'fr', selling: 'Hassan' })
  try {
    await sellByCard(page, soap?.barcodes[0] ?? '')
    await sellByCard(page, bowl?.barcodes[0] ?? '')
    expect(await till.counter.send({ type: 'closeShift', counted: dirham(49_000) }, 'Hassan')).toMatchObject({
      ok: true,
    })
    await page.evaluate("location.hash = '#books/accounting'")
    await page.getByTestId('accounting-template').waitFor()
    expect(await seriousFindings(page)).toEqual([])

    await touch(page, 'choose-sage100')
    await page.getByTestId('account-cash').fill('51')
    expect(await page.getByTestId('accounting-save').isDisabled()).toBe(true)
    await page.getByTestId('account-cash').fill('516110')
    await touch(page, 'try-show')
    await page.getByTestId('preview').waitFor()
    await page.getByTestId('try-day').scrollIntoViewIfNeeded()
    const file = await page.getByTestId('preview-file').innerText()
    expect(file).toMatch(/^G\tVTE\t231126\t\d+\t51151\t\tCartes \S+\t\t\t[\d,]+\t$/m)
    expect(file).toMatch(/^G\tCAI\t231126\t\d+\t63861\t\tÉcart de caisse\t\t\t10,00\t$/m)
    expect(file).toMatch(/^G\tCAI\t231126\t\d+\t516110\t/m)

    await touch(page, 'accounting-save')
    await page.getByTestId('accounting-saved').getByText('Enregistré').waitFor()
    expect(JSON.parse(readFileSync(join(till.folder, 'accounting.json'), 'utf8'))).toMatchObject({
      template: 'sage100',
      accounts: { cash: '516110' },
    })
    await speak(page, 'ar')
    await page.getByTestId('accounting-try').scrollIntoViewIfNeeded()
    expect(await seriousFindings(page)).toEqual([])
    expect(complaints).toEqual([])
  } finally {
    await close()
  }
}, 120_000)
