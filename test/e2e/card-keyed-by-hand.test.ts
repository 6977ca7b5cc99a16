import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import { openBrowser } from '../harness/browser.ts'
import { line, phase, speak, touch } from './stage/counter-hands.ts'
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
const manual = { protocol: 'manual', place: { via: 'hand' }, name: 'CMI · comptoir' } as const

test.each(['ar', 'fr', 'en'] as const)(
  'a terminal nobody drives, in %s: declined once, then approved with what stands on its slip',
  async (language) => {
    const { page, till, complaints, close } = await openTillPage(browser, {
      locale: language,
      selling: 'Amina',
    })
    try {
      await speak(page, language)
      const configured = await till.devices.configure({ ...till.devices.config(), terminal: manual })
      expect(configured.ok).toBe(true)
      await scan(page, piece?.barcodes[0] ?? '')
      await line(page, 1)
      await touch(page, 'pay-card')
      await touch(page, 'confirm-card')
      await page.getByTestId('by-hand').waitFor()
      await expectLookedAt(page, `by-hand-${language}`)

      // Who unlocked the till has the name filled in: two touches say that nothing was taken.
      await touch(page, 'by-hand-declined')
      await touch(page, 'by-hand-write-nothing')
      await phase(page, 'ringing')
      await page.getByTestId('declined').waitFor()

      await touch(page, 'pay-card')
      await touch(page, 'confirm-card')
      await touch(page, 'by-hand-approved')
      await page.keyboard.type('a1b2c3', { delay: 90 })
      await touch(page, 'by-hand-write')
      expect(await page.getByTestId('slip-lastFour').getAttribute('aria-invalid')).toBe('true')
      expect(till.counter.view().phase).toBe('charging')
      await page.getByTestId('slip-lastFour').click()
      for (const digit of '3315') await touch(page, `digit-${digit}`)
      await expectLookedAt(page, `by-hand-slip-${language}`)
      await touch(page, 'by-hand-write')
      await phase(page, 'idle')
      await page.getByTestId('done').waitFor()

      const [tender] = ticketOf(till, 1).tenders
      expect(tender).toMatchObject({
        kind: 'card',
        amount: piece?.price,
        approval: { authorisation: 'A1B2C3', maskedPan: '************3315' },
      })
      expect(complaints).toEqual([])
    } finally {
      await close()
    }
  },
  90_000,
)

test('what was asked of the terminal is not lost with the page, nor with Escape', async () => {
  const { page, till, close } = await openTillPage(browser, { locale: 'en', selling: 'Amina' })
  try {
    await till.devices.configure({ ...till.devices.config(), terminal: manual })
    await scan(page, piece?.barcodes[0] ?? '')
    await line(page, 1)
    await touch(page, 'pay-card')
    await touch(page, 'confirm-card')
    await touch(page, 'by-hand-approved')
    await page.getByTestId('by-hand-slip').waitFor()
    await page.keyboard.press('Escape')
    await page.getByTestId('by-hand').waitFor()
    await page.reload()
    await page.getByTestId('by-hand').waitFor()
    expect(till.counter.view()).toMatchObject({ phase: 'charging', attempt: { byHand: true } })
  } finally {
    await close()
  }
}, 60_000)
