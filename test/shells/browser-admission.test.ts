import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { silentLog } from '#electron/platform/log.ts'
import { serveTill } from '#electron/serve.ts'
import type { Loopback } from '#electron/shell/browser/loopback.ts'
import { fakeTill } from '../harness/fake-till.ts'
import { enter, openSocket, pageHeaders } from '../harness/shell-client.ts'

let folder: string
let served: Loopback
let address: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hanout-page-'))
  await writeFile(join(folder, 'index.html'), '<html><head><title>t</title></head><body></body></html>')
  await writeFile(join(folder, 'app.js'), 'export {}')
  await writeFile(join(folder, '.stamp'), 'ours')
  served = await serveTill(fakeTill().till, { log: silentLog, rendererFolder: folder })
  address = served.newAddress()
})
afterEach(async () => {
  await served.close()
  await rm(folder, { recursive: true })
})

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(new URL(path, address), { headers, method, redirect: 'manual' })

/** `fetch` does not let a page lie about its host; a rebinding attacker's browser does. */
const statusForHost = (host: string, cookie: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const call = request(new URL('/', address), { headers: { host, cookie } }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    call.on('error', reject)
    call.end()
  })

test('the printed address lets one browser in, once', async () => {
  expect((await get('/')).status).toBe(403)
  const cookie = await enter(address)
  expect((await get('/', { cookie })).status).toBe(200)
  const second = await get(address)
  expect(second.status).toBe(403)
  expect(second.headers.get('set-cookie')).toBeNull()
  expect(await second.text()).toMatch(/لم يعد صالحا[\s\S]*ne sert plus[\s\S]*prints a new address/)
})

test('the browser that is in may open the spent address again', async () => {
  const cookie = await enter(address)
  const again = await get(address, { cookie })
  expect([again.status, again.headers.get('location')]).toEqual([303, '/'])
})

test('a new address admits another browser and voids the one before', async () => {
  const next = served.newAddress()
  await expect(enter(address)).rejects.toThrow('403')
  const cookie = await enter(next)
  expect((await get('/', { cookie })).status).toBe(200)
})

test.each(['?t=', '?t=AAAA', '?t=%00', '?t=a&t=b'])('the address %s lets nobody in', async (query) => {
  expect((await get(`/${query}`)).status).toBe(403)
})

test('the cookie cannot be read by scripts nor sent by other sites', async () => {
  const response = await get(address)
  expect(response.headers.get('set-cookie')).toMatch(/; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Strict$/)
  expect(response.headers.get('referrer-policy')).toBe('no-referrer')
})

test('pages are sealed', async () => {
  const cookie = await enter(address)
  const page = await get('/', { cookie })
  const policy = page.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toMatch(/unsafe|\*|https?:/)
  expect(page.headers.get('x-content-type-options')).toBe('nosniff')
  expect(page.headers.get('cross-origin-opener-policy')).toBe('same-origin')
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
  expect(await page.text()).toContain(`<meta property="csp-nonce" nonce="${nonce}"`)
  const other = (await get('/', { cookie })).headers.get('content-security-policy')
  expect(other).not.toBe(policy)
})

test('only built files are served, to those inside', async () => {
  const cookie = await enter(address)
  const statuses = async (paths: string[], headers: Record<string, string>) =>
    Promise.all(paths.map(async (path) => (await get(path, headers)).status))
  expect(await statuses(['/app.js', '/tickets/3', '/pay'], { cookie })).toEqual([200, 200, 200])
  expect(await statuses(['/app.js', '/index.html'], {})).toEqual([403, 403])
  const elsewhere = [
    '/.stamp',
    '/%2e%2e%2fpackage.json',
    '/..%5cpackage.json',
    '/none.js',
    '/a%00.js',
    '/%zz',
  ]
  expect(await statuses(elsewhere, { cookie })).toEqual([404, 404, 404, 404, 404, 404])
})

test('a name rebound to 127.0.0.1 is refused, cookie or not', async () => {
  const cookie = await enter(address)
  const port = new URL(address).port
  expect(await statusForHost(`127.0.0.1:${port}`, cookie)).toBe(200)
  expect(await statusForHost(`localhost:${port}`, cookie)).toBe(200)
  for (const host of [`evil.example:${port}`, '127.0.0.1', `127.0.0.1.evil.example:${port}`]) {
    expect(await statusForHost(host, cookie)).toBe(403)
  }
})

test('nothing is posted', async () => {
  const cookie = await enter(address)
  expect((await get('/till', { cookie }, 'POST')).status).toBe(405)
})

test('the WebSocket opens for our own page only', async () => {
  const cookie = await enter(address)
  const ours = pageHeaders(address, cookie)
  const { host, port } = new URL(address)
  const strangers = [
    { ...ours, cookie: '' },
    { ...ours, cookie: cookie.replace(/=.*/, '=AAAA') },
    { ...ours, origin: 'https://evil.example' },
    { ...ours, origin: 'null' },
    { ...ours, origin: `http://127.0.0.1:${Number(port) + 1}` },
    { ...ours, origin: `https://${host}` },
    { ...ours, host: `evil.example:${port}`, origin: `http://evil.example:${port}` },
    { cookie },
  ]
  for (const headers of strangers) await expect(openSocket(address, headers)).rejects.toThrow('refused: 403')
  const socket = await openSocket(address, ours)
  socket.terminate()
})

test('a port that is taken is an error, not another port', async () => {
  const till = fakeTill().till
  const taken = serveTill(till, { log: silentLog, rendererFolder: folder, port: served.port })
  await expect(taken).rejects.toThrow('EADDRINUSE')
})
