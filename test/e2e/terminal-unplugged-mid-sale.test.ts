import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { concertSimulator } from '#drivers/simulators/terminal/concert/concert-simulator.ts'
import { openPty } from '#drivers/simulators/wire/open-pty.node.ts'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import { seriousFindings } from '../harness/axe.ts'
import { openBrowser } from '../harness/browser.ts'
import { goTo, line, phase, speak, touch } from './stage/counter-hands.ts'
import { scan } from './stage/scanner.ts'
import { ticketOf } from './stage/ticket-of.ts'
import { openTillPage } from './stage/till-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const [piece] = demoShop.items.filter((item) => !item.unique)

/** How long the cable is out, and how long the visitor looks for the card meanwhile, ms. */
const awayMs = 2_500
const cardMs = 4_000

test('the cable comes out while the card is looked for: seen at once, well again when it is back, and sold once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hanout-line-'))
  const terminal = concertSimulator({ timings: { cardMs, authoriseMs: 200 } })
  const cable = await openPty({ linkPath: join(folder, 'terminal'), awayMs }, (link) =>
    terminal.accept(link, 'serial'),
  )
  const { page, till, complaints, close } = await openTillPage(browser, {
    locale: 'ar',
    selling: 'Amina',
    width: 1024,
    height: 640,
  })
  try {
    await till.devices.configure({
      terminal: {
        protocol: 'concert',
        name: 'Ingenico',
        place: { via: 'serial', path: cable.path, baud: 9_600 },
      },
      printer: null,
    })
    await speak(page, 'ar')
    terminal.setFault('vanish')
    await scan(page, piece?.barcodes[0] ?? '')
    await line(page, 1)
    await touch(page, 'pay-card')
    await touch(page, 'confirm-card')
    await page.getByTestId('terminal-lost').waitFor()
    expect(await seriousFindings(page)).toEqual([])
    await page.getByTestId('terminal-lost').waitFor({ state: 'detached' })
    await phase(page, 'idle')
    expect(ticketOf(till, 1).tenders).toMatchObject([{ kind: 'card', amount: piece?.price }])
    expect(terminal.standing()).toHaveLength(1)

    await goTo(page, 'devices')
    await page.locator('[data-kind="terminal"][data-health="ready"]').waitFor()
    await page.getByTestId('last-error').waitFor()
    expect(complaints).toEqual([])
  } finally {
    await close()
    await cable.close()
    terminal.close()
    rmSync(folder, { recursive: true, force: true })
  }
}, 60_000)
