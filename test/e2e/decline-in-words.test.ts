import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { declineWords } from '#shared/i18n/refusals/decline-words.ts'
import { seriousFindings } from '../harness/axe.ts'
import { openBrowser } from '../harness/browser.ts'
import { line, openShift, phase, speak, touch, tryDemoShop, unlockAs } from './stage/counter-hands.ts'
import { openTillPage } from './stage/till-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('why a card was not charged is said in the language of the screen, as it is switched', async () => {
  const { page, till, timers, close } = await openTillPage(browser, { locale: 'fr' })
  try {
    await speak(page, 'fr')
    await tryDemoShop(page)
    await unlockAs(page, 'amina')
    await openShift(page)
    await page.keyboard.type('LEA-01\n')
    await line(page, 1)
    await touch(page, 'pay-card')
    timers.hold()
    await touch(page, 'confirm-card')
    await page.getByTestId('card-cancel').waitFor()
    await page.keyboard.press('Escape')
    timers.release()
    await phase(page, 'ringing', 20_000)
    const cancelled = till.counter.view().sale?.lastDecline
    expect(cancelled?.code).toBe('TILL-CANCELLED')
    for (const language of ['ar', 'en', 'fr'] as const) {
      await speak(page, language)
      const said = await page.getByTestId('declined').innerText()
      expect(said).toContain(declineWords({ code: 'TILL-CANCELLED', text: '' }, language))
      expect(said).not.toContain(cancelled?.text || 'TILL')
      expect(await seriousFindings(page)).toEqual([])
    }

    till.devices.setTerminalFault('decline')
    await touch(page, 'pay-card')
    await touch(page, 'confirm-card')
    await expect.poll(() => till.counter.view().sale?.lastDecline?.code, { timeout: 20_000 }).toBe('116')
    await page.getByTestId('declined').getByText('(116)').waitFor()
  } finally {
    await close()
  }
}, 60_000)
