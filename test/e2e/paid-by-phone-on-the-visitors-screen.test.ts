import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import { formatAmount } from '#shared/money/format.ts'
import { signed } from '#shared/qr/checksum.ts'
import { parseMerchantQr } from '#shared/qr/merchant-qr.ts'
import { seriousFindings } from '../harness/axe.ts'
import { openBrowser } from '../harness/browser.ts'
import { goTo, line, phase, receiptIn, speak, touch } from './stage/counter-hands.ts'
import { expectLookedAt } from './stage/looked-at.ts'
import { scan } from './stage/scanner.ts'
import { ticketOf } from './stage/ticket-of.ts'
import { openTillPage } from './stage/till-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const [piece] = demoShop.items.filter((item) => !item.unique)
const acquirers = signed(
  '00020101021126360014ma.hanout.demo0114123456789012345204594753035045802MA5912Bazar Hanout6009Marrakech',
)
const price = formatAmount(piece?.price ?? 0)

test('the merchant code is set up, shown with its amount to the visitor, and ends by its reference', async () => {
  const { page, till, another, complaints, close } = await openTillPage(browser, {
    locale: 'fr',
    selling: 'Hassan',
  })
  try {
    await speak(page, 'fr')
    await goTo(page, 'devices')
    await touch(page, 'configure-merchant-qr')
    await page.getByTestId('merchant-qr-text').fill(acquirers.replace('Bazar', 'Bazaz'))
    expect(await page.getByTestId('merchant-qr-save').isDisabled()).toBe(true)
    await page.getByTestId('merchant-qr-text').fill(` ${acquirers} `)
    await page.getByTestId('merchant-qr-picture').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await touch(page, 'merchant-qr-save')
    await page.locator('[data-testid="merchant-qr"][data-set="true"]').waitFor()
    expect(till.ledger.settings()?.merchantQr).toBe(acquirers)

    const visitor = await another({ locale: 'en', width: 1024, height: 600 })
    await visitor.goto(`${new URL(visitor.url()).origin}/#customer`)
    await visitor.reload()
    const scene = (kind: string) => visitor.locator(`[data-testid="customer"][data-scene="${kind}"]`)
    await scene('welcome').waitFor()
    await expectLookedAt(visitor, 'customer-welcome')

    await touch(page, 'to-sell')
    await scan(page, piece?.barcodes[0] ?? '')
    await line(page, 1)
    await receiptIn(page, 'ar')
    await scene('lines').waitFor()
    await visitor.getByText(piece?.name.ar ?? '').waitFor()
    await expectLookedAt(visitor, 'customer-lines-ar')

    await touch(page, 'pay-other')
    await touch(page, 'show-qr')
    await page.getByTestId('qr').waitFor()
    await expectLookedAt(page, 'qr-fr')
    await scene('qr').waitFor()
    expect(await visitor.getByTestId('customer-amount').innerText()).toContain(price.split(',')[0])
    const shown = parseMerchantQr(
      (await visitor.getByTestId('customer-qr').getAttribute('data-payload')) ?? '',
    )
    const amount = shown.ok ? shown.value.objects.find(({ tag }) => tag === '54')?.value : undefined
    expect(Number(amount) * 100).toBe(piece?.price)
    await expectLookedAt(visitor, 'customer-qr-ar')

    // Another way to pay puts the code away, and it can be shown again.
    await touch(page, 'pay-cash')
    await page.getByTestId('cash-given').waitFor()
    await scene('lines').waitFor()
    await touch(page, 'pay-other')
    await touch(page, 'show-qr')
    await page.getByTestId('qr-reference').fill('MP-2026-77')
    await touch(page, 'qr-paid')
    await phase(page, 'idle')
    await scene('thanks').waitFor()
    expect(await seriousFindings(visitor)).toEqual([])
    expect(ticketOf(till, 1).tenders).toMatchObject([
      { kind: 'mobile', amount: piece?.price, reference: 'MP-2026-77' },
    ])
    expect(complaints).toEqual([])
  } finally {
    await close()
  }
}, 120_000)

test('the visitor’s screen says what to do with the card, and is opened from the menu', async () => {
  const { page, timers, complaints, close } = await openTillPage(browser, { locale: 'en', selling: 'Amina' })
  try {
    await touch(page, 'menu')
    const [visitor] = await Promise.all([page.waitForEvent('popup'), touch(page, 'menu-customer')])
    await visitor.getByTestId('customer').waitFor()
    await scan(page, piece?.barcodes[0] ?? '')
    await line(page, 1)
    await receiptIn(page, 'en')
    await touch(page, 'pay-card')
    timers.hold()
    await touch(page, 'confirm-card')
    await visitor.locator('[data-testid="customer-step"][data-step="presentCard"]').waitFor()
    expect(await visitor.getByTestId('customer-step').innerText()).toBe('Present or insert your card')
    expect(await visitor.getByRole('button').count()).toBe(0)
    timers.release()
    await phase(page, 'idle', 20_000)
    await visitor.locator('[data-testid="customer"][data-scene="thanks"]').waitFor()
    expect(complaints).toEqual([])
  } finally {
    await close()
  }
}, 60_000)
