import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Till } from '#electron/till-parts.ts'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import type { DeviceRead } from '#shared/contract/devices.ts'
import { seriousFindings } from '../harness/axe.ts'
import { openBrowser } from '../harness/browser.ts'
import { line, openShift, touch, tryDemoShop } from './stage/counter-hands.ts'
import { openTillPage } from './stage/till-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** Stands in for the reader and the scanner of a till: what is handed to it was just read. */
function handOver(till: Till): { readonly read: (what: DeviceRead) => void; readonly ears: () => number } {
  const listeners = new Set<(read: DeviceRead) => void>()
  till.devices.onRead = (listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  return {
    read: (what) => {
      for (const listener of listeners) listener(what)
    },
    ears: () => listeners.size,
  }
}
const code = (text: string): DeviceRead => ({ kind: 'code', from: 'scanner', code: text })

test('a staff card says who, never more; a label is rung once though two windows hear it; a payment card is not taken', async () => {
  const { page, till, complaints, close } = await openTillPage(browser, { locale: 'en' })
  try {
    const { read, ears } = handOver(till)
    await tryDemoShop(page)
    await expect.poll(ears).toBe(1)
    read({ kind: 'code', from: 'card', code: 'nobody' })
    await page.getByTestId('unlock-hint').getByText('belongs to nobody').waitFor()
    read({ kind: 'code', from: 'card', code: 'Amina' })
    await page.getByTestId('pin').waitFor()
    expect(await page.getByRole('heading').innerText()).toContain('Amina')
    expect(await seriousFindings(page)).toEqual([])
    for (const digit of '1234') await touch(page, `pin-${digit}`)
    await touch(page, 'unlock-open')
    await openShift(page)

    const second = await page.context().newPage()
    await second.goto(page.url())
    await second.getByTestId('tiles').waitFor()
    await expect.poll(ears).toBe(1)
    read(code(demoShop.items.find((item) => !item.unique)?.barcodes[0] ?? ''))
    await line(page, 1)
    await line(second, 1)
    read({ kind: 'paymentCard', maskedPan: '516794******3315' })
    const hint = '[data-read="paymentCard"]'
    await expect
      .poll(async () => (await page.locator(hint).count()) + (await second.locator(hint).count()))
      .toBe(1)
    expect(till.counter.view()).toMatchObject({ phase: 'ringing', sale: { lines: [{ quantity: 1 }] } })
    expect(complaints).toEqual([])
  } finally {
    await close()
  }
}, 60_000)
