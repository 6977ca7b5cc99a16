import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { napsSimulator } from '#drivers/simulators/terminal/naps/naps-simulator.ts'
import { listenTcp } from '#drivers/simulators/wire/listen-tcp.node.ts'
import { ensureBuilt, screens } from '#electron/cli/built.ts'
import { appRoot } from '#electron/platform/paths.ts'
import { demoShop } from '#shared/catalogue/demo-shop.data.ts'
import type { TerminalStep } from '#shared/kernel/attempt.ts'
import { openBrowser } from '../harness/browser.ts'
import { openDemoShop } from '../harness/demo-sale.ts'
import { type HanoutProcess, startHanout } from '../harness/hanout-process.ts'
import { openShell } from '../harness/shell-client.ts'
import { line, phase, touch, unlockAs } from './stage/counter-hands.ts'
import { PacedTimers } from './stage/paced-timers.ts'
import { scan } from './stage/scanner.ts'
import { openAt } from './stage/till-page.ts'

let browser: Browser
beforeAll(async () => {
  await ensureBuilt(appRoot, screens, () => undefined)
  browser = await openBrowser()
})
afterAll(() => browser.close())

const rug = demoShop.items[0]

/** A terminal of its own on the wire, which a till that dies does not take along. */
async function openTerminalOnTcp() {
  const timers = new PacedTimers(0.2)
  const shown: (TerminalStep | null)[] = []
  const simulator = napsSimulator({
    timers,
    timings: { windowMs: 1_500 },
    onDisplay: (step) => shown.push(step),
  })
  const { port, close } = await listenTcp({ port: 0 }, (link) => simulator.accept(link))
  onTestFinished(async () => {
    simulator.close()
    await close()
  })
  return { simulator, timers, shown, port }
}

/** The demo shop with that terminal instead of the simulated one inside the till. */
async function setUp(address: string, port: number): Promise<void> {
  const { client, close } = await openShell(address)
  await openDemoShop(client)
  const { printer } = await client.devices.config()
  const configured = await client.devices.configure({
    terminal: { protocol: 'naps', name: 'TPE', place: { via: 'tcp', host: '127.0.0.1', port } },
    printer,
  })
  expect(configured).toMatchObject({ ok: true })
  await close()
}

test('killed with a card in the terminal and started again: it says so, asks, and takes the money once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hanout-e2e-killed-'))
  const { simulator, timers, shown, port } = await openTerminalOnTcp()
  let till: HanoutProcess | null = null
  const serve = (at: string): HanoutProcess => {
    till = startHanout(['serve', '--data', folder, '--no-open', '--port', at])
    return till
  }
  onTestFinished(async () => {
    await till?.stop('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })

  const first = serve('0')
  await setUp(await first.address(), port)
  expect(await first.stop()).toBe(0)

  const second = serve('0')
  const address = await second.address()
  const { page, context } = await openAt(browser, address, { locale: 'en' })
  await unlockAs(page, 'amina')
  await scan(page, rug?.barcodes[0] ?? '')
  await line(page, 1)
  await touch(page, 'pay-card')
  timers.hold()
  await touch(page, 'confirm-card')
  await phase(page, 'charging')
  await expect.poll(() => shown.at(-1)).toBe('presentCard')
  await second.stop('SIGKILL')
  await page.getByTestId('away').waitFor()

  // The same page comes back by itself; the till has forgotten who stood there, not what was begun.
  await serve(new URL(address).port).address()
  await page.getByTestId('away').waitFor({ state: 'detached' })
  await unlockAs(page, 'amina')
  await page.getByTestId('unknown').waitFor()
  expect(await page.getByTestId('unknown').textContent()).toMatch(/4\s500,00/)
  await page.getByTestId('cannot-ask').getByText('Asking the terminal').waitFor()
  expect(await page.getByTestId('pay-card').count()).toBe(0)
  expect(await page.getByTestId('pay-cash').count()).toBe(0)

  // Meanwhile the visitor presents the card; nobody confirms the approval, and the terminal takes it back.
  timers.release()
  await expect.poll(() => simulator.journal().map(({ event }) => event)).toEqual(['approved', 'reversed'])
  await touch(page, 'answer-not-taken')
  await touch(page, 'answer-name-Amina')
  await touch(page, 'confirm-answer')
  await phase(page, 'ringing')

  await touch(page, 'pay-card')
  await touch(page, 'confirm-card')
  await page.locator('[data-testid="done"][data-receipt="done"]').waitFor()
  expect(simulator.standing().map(({ amountMinor }) => amountMinor)).toEqual([rug?.price])
  expect(simulator.journal().filter(({ event }) => event === 'approved')).toHaveLength(2)
  await context.close()
}, 60_000)
