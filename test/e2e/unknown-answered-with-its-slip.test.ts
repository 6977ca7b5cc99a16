import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import { seriousFindings } from '../harness/axe.ts'
import { openBrowser } from '../harness/browser.ts'
import { line, phase, touch } from './stage/counter-hands.ts'
import { scan } from './stage/scanner.ts'
import { ticketOf } from './stage/ticket-of.ts'
import { openTillPage } from './stage/till-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const piece = demoShop.items[0]

test('nobody knows: a person looks, and writes what stands on the slip beside their name', async () => {
  const { page, till, timers, close } = await openTillPage(browser, { locale: 'fr', selling: 'Amina' })
  try {
    await scan(page, piece?.barcodes[0] ?? '')
    await line(page, 1)
    till.devices.setTerminalFault('silent')
    await touch(page, 'pay-card')
    timers.pace = 0.05
    await touch(page, 'confirm-card')
    await phase(page, 'unresolved', 60_000)
    await till.counter.settled()
    expect(await page.getByTestId('unknown').innerText()).toContain('numéro d’autorisation')

    await touch(page, 'answer-taken')
    await page.getByTestId('slip-authorisation').fill('745128')
    await touch(page, 'confirm-answer')
    expect(await page.getByTestId('slip-lastFour').getAttribute('aria-invalid')).toBe('true')
    await page.getByTestId('slip-lastFour').fill('3315')
    expect(await seriousFindings(page)).toEqual([])
    await touch(page, 'answer-name-Omar')
    await touch(page, 'confirm-answer')
    await phase(page, 'idle', 30_000)
    expect(ticketOf(till, 1).tenders).toMatchObject([
      { kind: 'card', approval: { authorisation: '745128', maskedPan: '************3315' } },
    ])
  } finally {
    await close()
  }
}, 120_000)
