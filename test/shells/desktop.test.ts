import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createORPCClient, isDefinedError, safe } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { afterEach, expect, test, vi } from 'vitest'
import { silentLog } from '#electron/platform/log.ts'
import { runDesktop } from '#electron/shell/desktop/lifecycle.ts'
import type { Till } from '#electron/till-parts.ts'
import { type FakeWindow, fakeElectron } from '../harness/fake-electron.ts'
import { fakeTill } from '../harness/fake-till.ts'
import { nextOf, type TillClient } from '../harness/shell-client.ts'

const folders: string[] = []
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
})

async function run(options: { first?: boolean; openTill?: () => Promise<Till> } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'hanout-desk-'))
  folders.push(folder)
  await writeFile(join(folder, 'index.html'), '<html><head></head></html>')
  const electron = fakeElectron(options.first)
  const fake = fakeTill()
  const complaints: string[] = []
  await runDesktop(electron.parts, {
    data: '/data',
    openTill: options.openTill ?? (async () => fake.till),
    log: silentLog,
    rendererFolder: folder,
    preload: '/app/preload.cjs',
    complain: (sentence) => complaints.push(sentence),
  })
  const window = electron.windows[0] as FakeWindow
  return { ...electron, fake, complaints, window }
}

/** The page has loaded: what it can do with the port it is given. */
function load(window: FakeWindow) {
  window.webContents.emit('did-finish-load')
  const port = window.webContents.ports.at(-1)
  if (port === undefined) throw new Error('no port was handed over')
  const client: TillClient = createORPCClient(new RPCLink({ port: port as unknown as MessagePort }))
  port.start()
  return { client, port }
}
/** The page asks for a window. */
const openFrom = (window: FakeWindow, url: string): unknown =>
  (window.webContents.windowOpen as ((asked: { url: string }) => unknown) | null)?.({ url })

const prevented = (emit: (event: object) => void): boolean => {
  let stopped = false
  emit({ preventDefault: () => (stopped = true) })
  return stopped
}

test('the sandbox and the scheme are set before Electron is ready, one instance a folder', async () => {
  const { calls, window } = await run()
  expect(calls).toEqual(['sandbox', `userData=${join('/data', 'window')}`, 'scheme=hanout', 'ready'])
  expect(window.loaded).toBe('hanout://app/index.html')
})

test('the page has a sandbox, its own world and no Node', async () => {
  const { window } = await run()
  expect(window.options.webPreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    preload: '/app/preload.cjs',
  })
})

test('the page is served sealed, and nothing beside it', async () => {
  const { handlers } = await run()
  const serve = handlers.get('hanout') as unknown as (request: Request) => Promise<Response>
  const page = await serve(new Request('hanout://app/index.html'))
  expect(page.status).toBe(200)
  expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/)
  expect(page.headers.get('content-security-policy')).not.toMatch(/unsafe|\*|https?:|ws:/)
  for (const address of [
    'hanout://elsewhere/index.html',
    'hanout://app/..%2fsecret.js',
    'hanout://app/no.js',
  ]) {
    expect((await serve(new Request(address))).status).toBe(404)
  }
})

test('navigation, windows, permissions, downloads and other addresses are refused', async () => {
  const { window, windows, handlers, session } = await run()
  const contents = window.webContents
  for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']) {
    expect(prevented((given) => contents.emit(event, given))).toBe(true)
  }
  const keeps = (url: string): boolean =>
    !prevented((given) => session.emit('will-download', given, { getURL: () => url }))
  expect(keeps('https://evil.example/a.exe')).toBe(false)
  expect(keeps('blob:https://evil.example/1')).toBe(false)
  expect(keeps('blob:hanout://app/1')).toBe(true)
  expect(openFrom(window, 'https://evil.example/#customer')).toEqual({ action: 'deny' })
  expect(windows).toHaveLength(1)
  const answers: unknown[] = []
  const ask = (name: string, ...given: unknown[]) =>
    (handlers.get(name) as (...all: unknown[]) => unknown)(...given)
  ask('permission', contents, 'camera', (allowed: boolean) => answers.push(allowed))
  answers.push(ask('permissionCheck'), ask('device'))
  expect(answers).toEqual([false, false, false])
  const cancelled = (url: string) =>
    new Promise((resolve) => ask('request', { url }, (answer: { cancel: boolean }) => resolve(answer.cancel)))
  expect(await cancelled('hanout://app/assets/a.js')).toBe(false)
  for (const url of [
    'https://evil.example/',
    'file:///etc/passwd',
    'http://127.0.0.1:80/',
    'ws://127.0.0.1/',
  ]) {
    expect(await cancelled(url)).toBe(true)
  }
})

test('the page speaks the contract over its port, and a reload gets a fresh one', async () => {
  const { window, fake } = await run()
  const { client, port } = load(window)
  await client.house.startDemo()
  await client.house.unlock({ person: 'amina', pin: '1234' })
  const views = await client.counter.watch()
  const first = await nextOf(views)
  await client.counter.send({ type: 'openShift', cashier: 'Amina', float: 0 })
  expect((await nextOf(views)).revision).toBe(first.revision + 1)
  port.close()
  await vi.waitFor(() => expect(fake.watchers()).toBe(0))
  const again = load(window)
  expect((await again.client.house.get()).unlockedBy?.name).toBe('Amina')
  again.port.close()
})

test('the visitor’s window is opened by the shell, once, sees the counter, and goes with the till’s', async () => {
  const { window, windows, fake } = await run()
  const customer = 'hanout://app/index.html#customer'
  expect(openFrom(window, customer)).toEqual({ action: 'deny' })
  openFrom(window, customer)
  expect(windows.map(({ loaded }) => loaded)).toEqual(['hanout://app/index.html', customer])
  const second = windows[1] as FakeWindow
  expect(second.focused).toBe(1)
  expect(second.options.webPreferences).toMatchObject({ sandbox: true, contextIsolation: true })
  const { client, port } = load(second)
  const views = await client.counter.watch()
  expect((await nextOf(views)).training).toBe(false)
  fake.show({ training: true })
  expect((await nextOf(views)).training).toBe(true)
  port.close()
  const gone = new Promise((resolve) => second.once('closed', resolve))
  window.close()
  await gone
})

test('bad frames on the port are refused by name or end it, and the till goes on', async () => {
  const { window } = await run()
  const { client, port } = load(window)
  // biome-ignore lint/suspicious/noExplicitAny: wrong on purpose
  const { error } = await safe((client.house.unlock as any)({ person: 7 }))
  expect(error).toSatisfy(isDefinedError)
  const gone = new Promise((resolve) => port.once('close', resolve))
  port.postMessage({ p: { u: '/house/get' } })
  await gone
  const again = load(window)
  expect((await again.client.house.get()).setUp).toBe(false)
  again.port.close()
})

test('a page that dies is drawn again, but not for ever', async () => {
  const { window } = await run()
  for (let death = 0; death < 9; death += 1) {
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' })
  }
  expect(window.webContents.reloads).toBe(5)
})

test('a second instance shows the first one’s window and ends', async () => {
  const { app, window } = await run()
  app.emit('second-instance')
  expect(window.focused).toBe(1)
  const second = await run({ first: false })
  expect(await second.exited).toBe(0)
  expect(second.windows).toEqual([])
})

test('closing the window closes the till before the process ends', async () => {
  const { app, calls, fake, exited } = await run()
  app.emit('window-all-closed')
  expect(calls.at(-1)).toBe('quit')
  expect(prevented((event) => app.emit('before-quit', event))).toBe(true)
  expect(await exited).toBe(0)
  expect(fake.closed()).toBe(true)
})

test('a till that cannot open says why and ends', async () => {
  const openTill = () => Promise.reject(new Error('this folder is in use by another till'))
  const { calls, complaints, exited, windows } = await run({ openTill })
  expect(await exited).toBe(1)
  expect(complaints).toEqual(['this folder is in use by another till'])
  expect(calls).toContain('box=this folder is in use by another till')
  expect(windows).toEqual([])
})

test('what was brought back is opened anew: the window has its answer, then the till closes and begins again', async () => {
  const fake = fakeTill()
  let restored = (): void => undefined
  const backups: Till['backups'] = {
    ...fake.till.backups,
    onRestored(listener) {
      restored = listener
      return () => undefined
    },
  }
  const { calls } = await run({ openTill: async () => ({ ...fake.till, backups }) })
  restored()
  expect(calls).not.toContain('relaunch')
  await vi.waitFor(() => expect(calls.slice(-2)).toEqual(['relaunch', 'quit']))
})
