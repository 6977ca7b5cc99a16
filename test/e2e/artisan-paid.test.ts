import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import { openBrowser } from '../harness/browser.ts'
import { agree, goTo, line, speak, touch } from './stage/counter-hands.ts'
import { expectLookedAt, expectPaper } from './stage/looked-at.ts'
import { scan } from './stage/scanner.ts'
import { openTillPage } from './stage/till-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const box = demoShop.items.find(({ sku }) => sku === 'WOO-01')
const brahim = box?.owner?.owner ?? ''

const toOwners = async (page: Page): Promise<void> => {
  await page.evaluate("location.hash = 'books/owners'")
  await page.getByTestId('owners').waitFor()
}

const fill = (page: Page, id: string, text: string): Promise<void> => page.getByTestId(id).fill(text)

/** Sixty percent up to 200 dirhams, seventy above; sold in his own name, papers in Arabic. */
async function agreeWithBrahim(page: Page): Promise<void> {
  await touch(page, 'new-owner')
  await touch(page, 'contract-known')
  await touch(page, `contract-known-${brahim}`)
  await fill(page, 'contract-nameAr', 'المعلم إبراهيم آيت أوفقير')
  await touch(page, 'choose-agent')
  await touch(page, 'choose-tiered')
  await fill(page, 'tier-0-upTo', '200')
  await fill(page, 'tier-0-percent', '60')
  await touch(page, 'contract-save')
  // Nothing is kept of a rule with a hole in it.
  await page.locator('[data-testid="tier-above"][aria-invalid="true"]').waitFor()
  await fill(page, 'tier-above', '70')
  await fill(page, 'contract-village', 'الصويرة')
  await page.getByTestId('tier-0-upTo').scrollIntoViewIfNeeded()
  await expectLookedAt(page, 'owner-contract-ar')
  await touch(page, 'contract-save')
  await page.getByTestId('contract-dialog').waitFor({ state: 'detached' })
}

test('an artisan of Essaouira: agreed with, sold for, given back from, given money ahead and paid, in Arabic', async () => {
  const { page, till, complaints, close } = await openTillPage(browser, { locale: 'ar', selling: 'Hassan' })
  const paperCount = (count: number) => expect.poll(() => till.devices.recentPaper().length).toBe(count)
  const balance = async () => (await page.getByTestId('owner-balance').innerText()).replace(/\s/g, ' ')
  try {
    await speak(page, 'ar')
    await toOwners(page)
    await expectLookedAt(page, 'owners-empty-ar')
    await agreeWithBrahim(page)
    await page.getByTestId('owner').waitFor()
    expect(await balance()).toContain('0,00')
    await touch(page, 'to-sell')

    for (let each = 0; each < 3; each++) await scan(page, box?.barcodes[0] ?? '')
    await line(page, 1)
    await agree(page, 1, '190')
    await touch(page, 'pay-cash')
    await touch(page, 'cash-exact')
    await touch(page, 'confirm-cash')
    await page.locator('[data-testid="done"][data-receipt="done"]').waitFor()
    await touch(page, 'next-sale')

    await goTo(page, 'tickets')
    await touch(page, 'ticket-1')
    await touch(page, 'refund')
    // All three are offered first: one is meant.
    for (let less = 0; less < 2; less++)
      await page.getByTestId('refund-dialog').getByRole('button', { name: 'واحدة أقل' }).click()
    await touch(page, 'refund-cash')
    await touch(page, 'refund-confirm')
    await page.getByTestId('refund-dialog').waitFor({ state: 'detached' })
    await till.counter.settled()
    await paperCount(2)

    await toOwners(page)
    await expectLookedAt(page, 'owners-due-ar')
    await touch(page, 'owner-0')
    // Three at 190 are 570, of which 60 % are 342; one came back, so 228 are left.
    await expect.poll(balance).toContain('228,00')

    await touch(page, 'pay-advance')
    await touch(page, 'pay-by-transfer')
    await fill(page, 'pay-amount', '50')
    await fill(page, 'pay-reference', 'VIR 118')
    await touch(page, 'pay-owner-do')
    await page.getByTestId('owner-paid').getByText('تم').waitFor()
    await paperCount(3)
    await expect.poll(balance).toContain('178,00')

    await touch(page, 'pay-payout')
    await fill(page, 'pay-amount', '178,01')
    await touch(page, 'pay-owner-do')
    await expectLookedAt(page, 'owner-pay-too-much-ar')
    await fill(page, 'pay-amount', '178')
    await touch(page, 'pay-owner-do')
    await page.getByTestId('pay-owner').waitFor({ state: 'detached' })
    await till.counter.settled()
    await paperCount(4)
    expectPaper(till, 'paper-payout-ar')
    await expect.poll(balance).toContain('0,00')

    await touch(page, 'print-statement')
    await till.counter.settled()
    await paperCount(5)
    expectPaper(till, 'paper-owner-statement-ar')
    await page.getByTestId('owner-account').scrollIntoViewIfNeeded()
    await expectLookedAt(page, 'owner-account-ar')

    expect(till.ledger.findOwner(brahim)).toMatchObject({ due: 22_800, paid: 22_800 })
    const shift = till.ledger.openShift()
    expect(shift && till.ledger.drawer(shift.shiftId)).toMatchObject({ cash: 38_000, out: 17_800 })
    expect(complaints).toEqual([])
  } finally {
    await close()
  }
}, 90_000)
