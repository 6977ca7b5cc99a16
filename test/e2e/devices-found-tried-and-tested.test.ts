import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { simulatorKinds } from '#drivers/simulators/terminal/registry.ts'
import { zvtSimulator } from '#drivers/simulators/terminal/zvt/zvt-simulator.ts'
import { listenTcp } from '#drivers/simulators/wire/listen-tcp.node.ts'
import { seriousFindings } from '../harness/axe.ts'
import { openBrowser } from '../harness/browser.ts'
import { goTo, phase, speak, touch } from './stage/counter-hands.ts'
import { expectLookedAt } from './stage/looked-at.ts'
import { openTillPage } from './stage/till-page.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('the practice terminal is tested with one dirham, which is undone; its wire is read and kept without a card number', async () => {
  const { page, till, complaints, close } = await openTillPage(browser, { locale: 'en', selling: 'Hassan' })
  try {
    await goTo(page, 'devices')
    await touch(page, 'test-terminal')
    await phase(page, 'charging')
    expect(await page.getByTestId('card').getAttribute('data-purpose')).toMatch(/test|void/)
    await phase(page, 'idle', 30_000)
    await page.locator('[data-testid="last-test"][data-outcome="undone"]').waitFor()
    expect(till.ledger.listTickets({ text: '', before: null, limit: 10 })).toEqual([])
    await expectLookedAt(page, 'devices-tested-en')

    await touch(page, 'trace-terminal')
    await page.getByTestId('trace-lines').waitFor()
    const traced = await page.getByTestId('trace-lines').innerText()
    expect(traced).toContain('001')
    expect(traced).not.toMatch(/\d{13,}3315|5167940000003315/)
    expect(await seriousFindings(page)).toEqual([])
    const [kept] = await Promise.all([page.waitForEvent('download'), touch(page, 'trace-save')])
    expect(kept.suggestedFilename()).toMatch(/^hanout-.*\.txt$/)
    expect(complaints).toEqual([])
  } finally {
    await close()
  }
}, 90_000)

/**
 * A simulated terminal at the port it usually has; of another kind where something of this machine is there
 * already.
 */
async function atItsUsualPort() {
  for (const [protocol, port] of [
    ['zvt', 20_007],
    ['caisse-ap', 8_888],
    ['naps', 4_444],
  ] as const) {
    const terminal = await simulatorKinds[protocol].make({}, {})
    try {
      const door = await listenTcp({ port }, (link) => terminal.accept(link, 'tcp'))
      return { protocol, port, terminal, door }
    } catch {
      terminal.close()
    }
  }
  throw new Error('the usual ports of this machine are all taken')
}

test('a terminal is found at the address that was named, tried, and kept under a name of the shop', async () => {
  const { protocol, port, terminal, door } = await atItsUsualPort()
  const { page, till, complaints, close } = await openTillPage(browser, {
    locale: 'ar',
    selling: 'Hassan',
    width: 1024,
    height: 640,
  })
  try {
    await speak(page, 'ar')
    await goTo(page, 'devices')
    await touch(page, 'configure-terminal')
    await touch(page, `protocol-${protocol}`)
    await touch(page, 'via-tcp')
    await page.getByTestId('find-hosts').fill('127.0.0.1')
    await touch(page, 'find')
    const found = page.getByTestId(`found-127.0.0.1:${port}`)
    await found.waitFor()
    // Seen without scrolling for it.
    const bottom = await found.evaluate((place) => place.getBoundingClientRect().bottom)
    expect(bottom).toBeLessThanOrEqual(640)
    await found.click()
    expect(await page.getByTestId('place-host').inputValue()).toBe('127.0.0.1')
    expect(await page.getByTestId('place-port').inputValue()).toBe(String(port))
    expect(await page.getByTestId('place-name').inputValue()).not.toContain('simulé')
    await page.getByTestId('place-name').fill('الجهاز الأول')
    await touch(page, 'try')
    await page.getByTestId('try-well').waitFor({ timeout: 30_000 })
    expect(await seriousFindings(page)).toEqual([])
    await touch(page, 'place-save')
    await page.getByTestId('configure-dialog').waitFor({ state: 'detached' })
    expect(till.devices.config().terminal).toMatchObject({
      protocol,
      place: { via: 'tcp', host: '127.0.0.1', port },
      name: 'الجهاز الأول',
    })
    expect(complaints).toEqual([])
  } finally {
    await close()
    await door.close()
    terminal.close()
  }
}, 90_000)

test('a terminal of another protocol than chosen is found out and set up as what it is', async () => {
  const terminal = zvtSimulator()
  const door = await listenTcp({ port: 0 }, (link) => terminal.accept(link, 'tcp'))
  const { page, till, complaints, close } = await openTillPage(browser, { locale: 'fr', selling: 'Hassan' })
  try {
    await speak(page, 'fr')
    await goTo(page, 'devices')
    await touch(page, 'configure-terminal')
    await touch(page, 'via-tcp')
    await page.getByTestId('place-host').fill('127.0.0.1')
    await page.getByTestId('place-port').fill(String(door.port))
    await touch(page, 'try')
    await page.getByTestId('try-switch').waitFor({ timeout: 30_000 })
    expect(await page.getByTestId('try-trouble').innerText()).toContain('ZVT')
    expect(await seriousFindings(page)).toEqual([])
    await touch(page, 'try-switch')
    await touch(page, 'try')
    await page.getByTestId('try-well').waitFor({ timeout: 30_000 })
    expect(await seriousFindings(page)).toEqual([])
    await touch(page, 'place-save')
    await page.getByTestId('configure-dialog').waitFor({ state: 'detached' })
    expect(till.devices.config().terminal).toMatchObject({
      protocol: 'zvt',
      place: { via: 'tcp', host: '127.0.0.1', port: door.port },
    })
    expect(complaints).toEqual([])
  } finally {
    await close()
    await door.close()
    terminal.close()
  }
}, 90_000)

test('only those in charge set up, test and look into a terminal, and everyone is told so', async () => {
  const { page, close } = await openTillPage(browser, { locale: 'ar', selling: 'Amina' })
  try {
    await goTo(page, 'devices')
    expect(await page.getByTestId('configure-terminal').isDisabled()).toBe(true)
    expect(await page.getByTestId('test-terminal').isDisabled()).toBe(true)
    expect(await page.getByTestId('configure-merchant-qr').isDisabled()).toBe(true)
    expect(await page.getByTestId('trace-terminal').count()).toBe(0)
    expect(await page.getByTestId('service-settle').count()).toBe(0)
    expect(await seriousFindings(page)).toEqual([])
  } finally {
    await close()
  }
}, 60_000)
