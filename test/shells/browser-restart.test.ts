import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSession } from '#electron/api/session.ts'
import { silentLog } from '#electron/platform/log.ts'
import { browsersPath } from '#electron/shell/browser/browsers-file.ts'
import { type Loopback, openLoopback } from '#electron/shell/browser/loopback.ts'
import { openBrowser, openPage } from '../harness/browser.ts'
import { fakeTill } from '../harness/fake-till.ts'
import { startHanout } from '../harness/hanout-process.ts'
import { enter, openSocket, pageHeaders } from '../harness/shell-client.ts'

let folder: string
let nowMs: number
const open = new Set<Loopback>()

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hanout-again-'))
  await writeFile(join(folder, 'index.html'), '<html><head><title>t</title></head><body></body></html>')
  nowMs = Date.UTC(2026, 10, 23)
})
afterEach(async () => {
  for (const each of open) await each.close()
  open.clear()
  await rm(folder, { recursive: true })
})

async function serve(): Promise<Loopback> {
  const till = { ...fakeTill().till, folder }
  const context = { till, session: openSession(till, () => 0), log: silentLog }
  const served = await openLoopback({ context, rendererFolder: folder, port: 0, nowMs: () => nowMs })
  open.add(served)
  return served
}
async function end(served: Loopback): Promise<void> {
  open.delete(served)
  await served.close()
}
const status = async (served: Loopback, cookie: string): Promise<number> =>
  (await fetch(`http://127.0.0.1:${served.port}/`, { headers: { cookie } })).status

test('an admitted browser is inside after a restart, on the same port; the spent address stays spent', async () => {
  const first = await serve()
  const address = first.newAddress()
  const cookie = await enter(address)
  await end(first)
  const second = await serve()
  expect(second.port).toBe(first.port)
  expect(await status(second, cookie)).toBe(200)
  const socket = await openSocket(`http://127.0.0.1:${second.port}/`, pageHeaders(address, cookie))
  socket.terminate()
  expect((await fetch(address, { redirect: 'manual' })).status).toBe(403)
  expect(await status(second, cookie.replace(/=.*/, '=AAAA'))).toBe(403)
})

test('after thirty days it needs a new address', async () => {
  const first = await serve()
  const cookie = await enter(first.newAddress())
  await end(first)
  nowMs += 29 * 86_400_000
  const second = await serve()
  expect(await status(second, cookie)).toBe(200)
  nowMs += 86_400_000
  expect(await status(second, cookie)).toBe(403)
})

test('what is kept cannot be shown as a pass, and only this account may read it', async () => {
  const served = await serve()
  const cookie = await enter(served.newAddress())
  const kept = await readFile(browsersPath(folder), 'utf8')
  const { admitted } = JSON.parse(kept) as { admitted: { hash: string }[] }
  expect(admitted).toHaveLength(1)
  expect(kept).not.toContain(cookie.split('=')[1])
  expect(await status(served, cookie.replace(/=.*/, `=${admitted[0]?.hash}`))).toBe(403)
  if (process.platform !== 'win32') expect((await stat(browsersPath(folder))).mode & 0o777).toBe(0o600)
})

test.each([
  ['taken away', null],
  ['cut short', '{"port": 1'],
  ['not ours', '{"port": "x", "admitted": [{"hash": "short", "untilMs": 9e15}]}'],
])('browsers are forgotten where the file is %s, and the till opens', async (_case, text) => {
  const first = await serve()
  const cookie = await enter(first.newAddress())
  await end(first)
  if (text === null) await rm(browsersPath(folder))
  else await writeFile(browsersPath(folder), text)
  const second = await serve()
  expect(await status(second, cookie)).toBe(403)
  expect(await status(second, await enter(second.newAddress()))).toBe(200)
})

test('where the last port is taken meanwhile, another one does', async () => {
  const first = await serve()
  await enter(first.newAddress())
  await end(first)
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(first.port, '127.0.0.1', resolve))
  const second = await serve()
  expect(second.port).not.toBe(first.port)
  expect(await status(second, await enter(second.newAddress()))).toBe(200)
  await new Promise((resolve) => other.close(resolve))
})

test('the open page comes back by itself after the till was killed and started again', async () => {
  const start = () => startHanout(['serve', '--data', join(folder, 'till'), '--no-open'])
  const browser = await openBrowser()
  let till = start()
  try {
    const { page } = await openPage(browser, { locale: 'fr' })
    await page.goto(await till.address())
    await page.locator('[data-line=open]').waitFor()
    await till.stop('SIGKILL')
    await page.locator('[data-line=away]').waitFor()
    till = start()
    await till.address()
    await page.locator('[data-line=open]').waitFor({ timeout: 20_000 })
    await page.reload()
    await page.locator('[data-line=open]').waitFor()
    expect(await till.stop()).toBe(0)
  } finally {
    till.child.kill('SIGKILL')
    await browser.close()
  }
}, 60_000)
