import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureBuilt, screens } from '#electron/cli/built.ts'
import { silentLog } from '#electron/platform/log.ts'
import { appRoot } from '#electron/platform/paths.ts'
import { serveTill } from '#electron/serve.ts'
import type { Loopback } from '#electron/shell/browser/loopback.ts'
import { openBrowser, openPage } from '../harness/browser.ts'
import { fakeTill } from '../harness/fake-till.ts'

let browser: Browser
let served: Loopback

beforeAll(async () => {
  await ensureBuilt(appRoot, screens, () => undefined)
  served = await serveTill(fakeTill().till, { log: silentLog })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await served.close()
})

test('the screens run under their own policy, and the token does not stay in the address', async () => {
  const { page, context } = await openPage(browser, { locale: 'fr' })
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(served.newAddress())
  await page.locator('[data-line=open]').waitFor()
  expect(page.url()).toBe(`http://127.0.0.1:${served.port}/`)
  expect(complaints).toEqual([])
  await context.close()
})

test('a script that somehow got into the page is not run, and nothing can be sent elsewhere', async () => {
  const { page, context } = await openPage(browser, { locale: 'fr' })
  await page.goto(served.newAddress())
  const outcome = await page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'globalThis.stolen = true'
    document.body.append(script)
    const sent = await fetch('http://127.0.0.1:1/').then(
      () => 'sent',
      (error: unknown) => String(error),
    )
    return { ran: 'stolen' in globalThis, cookie: document.cookie, sent }
  })
  expect(outcome).toEqual({ ran: false, cookie: '', sent: expect.stringContaining('TypeError') })
  await context.close()
})

test('a page of another origin, in a browser that is inside, cannot open the till', async () => {
  const { page, context } = await openPage(browser, { locale: 'fr' })
  await page.goto(served.newAddress())
  // The same machine, another port: the same site for cookies, another origin for us.
  const stranger = createServer((_request, response) => response.end('<!doctype html><title>x</title>'))
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve))
  await page.goto(`http://127.0.0.1:${(stranger.address() as AddressInfo).port}/`)
  const address = `127.0.0.1:${served.port}`
  const outcome = await page.evaluate(async (till) => {
    const opened = await new Promise((resolve) => {
      const socket = new WebSocket(`ws://${till}/till`)
      socket.addEventListener('open', () => resolve('open'))
      socket.addEventListener('error', () => resolve('refused'))
    })
    const read = await fetch(`http://${till}/`, { credentials: 'include' }).then(
      () => 'read',
      () => 'refused',
    )
    return { opened, read }
  }, address)
  expect(outcome).toEqual({ opened: 'refused', read: 'refused' })
  stranger.closeAllConnections()
  stranger.close()
  await context.close()
})
