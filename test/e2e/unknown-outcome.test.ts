import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import { dirham } from '#shared/money/amount.ts'
import { openBrowser } from '../harness/browser.ts'
import { line, openShift, phase, speak, touch, tryDemoShop, unlockAs } from './stage/counter-hands.ts'
import { expectLookedAt } from './stage/looked-at.ts'
import { scan } from './stage/scanner.ts'
import { openTillPage } from './stage/till-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const piece = demoShop.items[0]

test('a silent terminal: nobody knows, nothing else is taken, a person signs', async () => {
  const { page, till, timers, close } = await openTillPage(browser, { locale: 'ar' })
  try {
    await speak(page, 'ar')
    await tryDemoShop(page)
    await unlockAs(page, 'amina')
    await openShift(page)
    await scan(page, piece?.barcodes[0] ?? '')
    await line(page, 1)
    till.devices.setTerminalFault('silent')
    await touch(page, 'pay-card')
    timers.pace = 0.05
    await touch(page, 'confirm-card')
    await phase(page, 'charging')
    await phase(page, 'unresolved', 60_000)
    await till.counter.settled()
    timers.pace = 0.3
    await page.getByTestId('unknown').waitFor()
    expect(await page.getByTestId('pay-cash').count()).toBe(0)
    for (const language of ['ar', 'fr', 'en'] as const) {
      await speak(page, language)
      await expectLookedAt(page, `unknown-${language}`)
    }

    const refused = await till.counter.send({ type: 'payCash', given: dirham(1_000_000) }, 'Amina')
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'unresolvedCharge' } })

    await touch(page, 'answer-not-taken')
    await touch(page, 'answer-name-Amina')
    await touch(page, 'confirm-answer')
    await phase(page, 'ringing')
    till.devices.setTerminalFault('none')
    await touch(page, 'pay-card')
    await touch(page, 'confirm-card')
    await phase(page, 'idle', 30_000)
    const [ticket] = till.ledger.listTickets({ text: '', before: null, limit: 10 })
    expect(ticket).toMatchObject({ number: 1, tenders: ['card'], gross: piece?.price })
  } finally {
    await close()
  }
}, 120_000)
